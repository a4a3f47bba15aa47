import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

async function prove(...argv: readonly string[]) {
  return runCli(['prove', ...argv], { cwd: tmpdir() })
}

it.each([
  [['tanh(x) + 1', '2*sigmoid(2*x)'], 0, 'equal everywhere'],
  [['tanh(x)', 'sigmoid(x)'], 1, 'different at x = 1/2'],
  [['D(relu(x), x)', 'x > 0 ? 1 : 0'], 6, 'equal except where x = 0'],
  [['exp(log(x))', 'x'], 6, 'equal wherever both exist'],
  [['sqrt(x**2)', 'x', '--assume', 'x >= 0'], 0, 'equal everywhere'],
  [['alpha*x', '2*x', '--assume', 'alpha === 2'], 0, 'equal everywhere'],
  [['exp(x*cos(exp(x)))', 'exp(x*cos(exp(x))) + x*0'], 0, 'equal everywhere'],
  [
    ['min(x, 30)', 'x', '--domain', 'x=-20..20'],
    0,
    'equal for -20 <= x <= 20; outside of that they differ, as at x = 101',
  ],
  [
    ['1.0507*x', 'seluScale*x', '--domain', 'x=-20..20', '--tolerance', '1e-5'],
    0,
    'equal within the tolerance of 0.00001 for -20 <= x <= 20 (1.0507 for the scale of SELU, off by',
  ],
  [
    ['1.05*x', 'seluScale*x', '--domain', 'x=-20..20', '--tolerance', '1e-5'],
    1,
    'different at x = 1/2',
  ],
  [['x**4 > x + sin(x) ? 1 : 0', 'x**4 > sin(x) + 1*x ? 1 : 0', '--lang', 'zh'], 0, '处处相等'],
  [
    ['(1+x+y+z+exp(x))**60+1', '(1+x+exp(x)+y+z)**60+x-x+1+x*y-y*x'],
    7,
    'not decided: the formulas',
  ],
])('answers %j with exit code %d', async (argv, code, sentence) => {
  const answer = await prove(...argv)
  expect(answer.stdout).toContain(sentence)
  expect(answer.code).toBe(code)
})

it.each([
  [['x', 'x', '--domain', 'x=20..-20'], '`x=20..-20` is no interval'],
  [['x', 'x', '--tolerance', 'much'], '`much` is no tolerance'],
])('refuses %j', async (argv, problem) => {
  const answer = await prove(...argv)
  expect(answer.stderr).toContain(problem)
  expect(answer.code).toBe(2)
})

it('shows both values at a counterexample, enclosed', async () => {
  const { stdout } = await prove('exp(1)', '2.718281828459045')
  expect(stdout).toContain('between 2.71828182845904523536028747135 and')
})

it('explains the cases of a proof', async () => {
  const { stdout } = await prove('sqrt(x**2)', 'abs(x)', '--explain')
  expect(stdout).toContain('x > 0: equal')
})

it('writes LaTeX', async () => {
  const { stdout } = await prove('x/(1+exp(-x))', 'silu(x)', '--latex')
  expect(stdout.trim()).toBe('\\frac{x}{1 + e^{-x}} = \\operatorname{silu}\\left(x\\right)')
})

it('points at what it cannot read', async () => {
  const answer = await prove('1 + tahn(x)', 'x')
  expect(answer.code).toBe(2)
  expect(answer.stderr).toContain('  1 + tahn(x)\n      ^')
  expect(answer.stderr).toContain('Did you mean tanh')
})

it('decides a file of pairs, and says which of them it cannot read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'prove-'))
  const file = join(folder, 'pairs.json')
  const pairs = [
    { id: 'p1', a: 'x/x', b: '1', vars: ['x'], assumptions: [] },
    { id: 'p2', a: 'x', b: 'x + 1' },
    { id: 'p3', a: 'x +', b: '1' },
  ]
  await writeFile(file, JSON.stringify(pairs))
  const { code, stdout } = await prove('--file', file, '--reporter', 'json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject([
    { id: 'p1', verdict: 'null-set' },
    { id: 'p2', verdict: 'different', witness: { x: '1/2' } },
    { id: 'p3', verdict: 'unknown' },
  ])
})

async function sourceFile(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'prove-')), 'answer.ts')
  await writeFile(file, text)
  return file
}

describe('--source', () => {
  it('prints the formula that a function computes', async () => {
    const file = await sourceFile(
      'export const prelu = (x: number, alpha: number) => (x > 0 ? x : alpha * x)',
    )
    const { code, stdout } = await prove('--source', file, '--function', 'prelu')
    expect([code, stdout]).toEqual([0, 'prelu(x, alpha) computes\n  x > 0 ? x : alpha * x\n'])
  })

  it('says what stopped it, and where, in both languages', async () => {
    const file = await sourceFile('export function f(x: number) {\n  return x | 0\n}')
    const english = await prove('--source', file, '--function', 'f')
    expect([english.code, english.stdout]).toEqual([
      7,
      'f(x) is not followed: the whole-number operator `|` on the input at line 2\n',
    ])
    const chinese = await prove('--source', file, '--function', 'f', '--lang', 'zh-CN')
    expect(chinese.stdout).toBe('无法跟踪 f(x)：第 2 行：对输入使用了整数运算符 `|`\n')
  })

  it('answers in JSON', async () => {
    const file = await sourceFile(
      'export const f = (x: number) => { const e = Math.exp(x); return isFinite(e) ? e : 0 }\nexport const g = (x: number) => Math.fround(x) | 0',
    )
    const followed = await prove('--source', file, '--function', 'f', '--reporter', 'json')
    expect(JSON.parse(followed.stdout)).toEqual({
      ...{ source: file, function: 'f', arguments: ['x'], verdict: 'formula' },
      ...{ formula: 'abs(exp(x)) < Infinity ? exp(x) : 0', assumes: ['finite'] },
    })
    const refused = await prove('--source', file, '--function', 'g', '--reporter', 'json')
    expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([
      7,
      { verdict: 'refused', construct: '|', line: 2 },
    ])
  })

  it('asks which arguments are meant where that decides, and takes the answer', async () => {
    const file = await sourceFile(
      'export const f = (x: number, k: number) => (k === undefined ? x : 2 * x)',
    )
    expect(await prove('--source', file, '--function', 'f')).toMatchObject({
      code: 7,
      stdout: expect.stringContaining('depends on whether `k` is given'),
    })
    const { stdout } = await prove('--source', file, '--function', 'f', '--arguments', 'x')
    expect(stdout).toBe('f(x) computes\n  x\n')
  })

  it('shows where a file does not parse, in both languages', async () => {
    const file = await sourceFile('export const f = (x: number) => {\n  return x\n')
    const english = await prove('--source', file, '--function', 'f')
    expect([english.code, english.stdout, english.stderr]).toEqual([
      3,
      '',
      `mlp-check: ${file}:1:33: this bracket \`{\` is never closed: the file ends without its \`}\`
  export const f = (x: number) => {
                                  ^
  Write \`}\` where what it holds ends.
`,
    ])
    const chinese = await prove('--source', file, '--function', 'f', '--lang', 'zh-CN')
    expect(chinese.stderr).toContain('请在括号内容结束的地方写上 `}`。')
    const { code, stdout } = await prove('--source', file, '--function', 'f', '--reporter', 'json')
    expect([code, JSON.parse(stdout)]).toMatchObject([
      3,
      { verdict: 'refused', why: expect.stringMatching(/never closed/), line: 1, column: 33 },
    ])
  })

  it.each([
    ['a function that is not there', 'export const tanh = (x: number) => x', /Did you mean tanh\?/],
    ['something else by its name', 'export const tahn = 3', /it has 3 by that name/],
    ['an error while it loads', 'throw new Error("no\u001b[2J")', /:1:\d+: Error: no/],
    ['an import of nothing', 'import { y } from "./y"', /:1:\d+: there is no file "\.\/y"/],
    ['a program that does not end', 'for (;;) {}', /did not finish/],
    [
      'a name that every object has',
      'export const f = (x: number) => x',
      /called __proto__/,
      '__proto__',
    ],
  ])('blames the file for %s', async (_, text, why, name = 'tahn') => {
    const { code, stderr } = await prove('--source', await sourceFile(text), '--function', name)
    expect(code).toBe(3)
    expect(stderr).toMatch(why)
    expect(stderr).not.toContain('\u001b')
  })

  it.each([
    [['--source', 'nowhere.ts', '--function', 'f'], /there is no file nowhere\.ts/],
    [['--source', 'nowhere.ts'], /the function is not named/],
    [['x', 'x', '--source', 'nowhere.ts', '--function', 'f'], /compares it with nothing/],
    [['--source', 'nowhere.ts', '--function', ''], /the function is not named/],
    [['--source', '', '--function', 'f'], /the file is not named/],
    [['--source', 'a.ts', '--function', 'f', '--latex'], /--latex asks about two formulas/],
    [['--source', 'a.ts', '--function', 'f', '--assume', 'x > 0'], /--assume asks about two/],
    [['x', 'x', '--function', 'f'], /--function says nothing without --source FILE/],
    ...['', 'x,x', '1a', 'pi', 'x y'].map(
      (list) =>
        [
          ['--source', 'nowhere.ts', '--function', 'f', '--arguments', list],
          /cannot stand for an argument/,
        ] as [string[], RegExp],
    ),
  ])('blames the command for %j', async (words, why) => {
    const { code, stderr } = await prove(...words)
    expect(code).toBe(2)
    expect(stderr).toMatch(why)
  })
})

it('says what is no formula of a file of pairs in the language of the reader', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mlp-check-pairs-'))
  const file = join(folder, 'pairs.json')
  await writeFile(file, JSON.stringify([{ id: 'open', a: 'tanh(x', b: 'x' }]))
  expect((await prove('--file', file)).stdout).toContain('this bracket `(` is never closed')
  expect((await prove('--file', file, '--lang', 'zh')).stdout).toContain(
    '这个括号 `(` 一直没有闭合',
  )
  const { stdout } = await prove('--file', file, '--lang', 'zh', '--reporter', 'json')
  expect(JSON.parse(stdout)[0].why).toContain('never closed')
})
