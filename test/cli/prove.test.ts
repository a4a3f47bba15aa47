import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
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
])('answers %j with exit code %d', async (argv, code, sentence) => {
  const answer = await prove(...argv)
  expect(answer.stdout).toContain(sentence)
  expect(answer.code).toBe(code)
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
