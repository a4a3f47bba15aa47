import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { reporter as gcc } from '../../src/reporters/gcc.ts'
import { exampleReport, exampleSubmission, wrongCheck } from '../reporters/example-report.ts'
import { emptyFolder } from '../workspace/workspaces.ts'
import { runCli } from './run-cli.ts'

/** What the editor does with a task's lines, by the file that `init` wrote and nothing else. */
interface Matcher {
  readonly pattern: {
    readonly regexp: string
    readonly file: number
    readonly line: number
    readonly column: number
    readonly severity: number
    readonly message: number
  }
  readonly background: { readonly beginsPattern: string; readonly endsPattern: string }
}

interface Task {
  readonly command: string
  readonly args: readonly string[]
  readonly problemMatcher: Matcher
}

interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly severity: string
  readonly message: string
}

function problemsIn(output: string, { pattern }: Matcher): Problem[] {
  return output.split('\n').flatMap((text) => {
    const found = new RegExp(pattern.regexp).exec(text)
    if (found === null) return []
    const part = (group: number) => found[group] ?? ''
    return [
      {
        file: part(pattern.file),
        line: Number(part(pattern.line)),
        column: Number(part(pattern.column)),
        severity: part(pattern.severity),
        message: part(pattern.message),
      },
    ]
  })
}

/** The lines of each turn: from a mark that begins one to the mark that ends it. */
function turnsIn(output: string, { background }: Matcher): string[] {
  const turns: string[] = []
  let open: string[] | undefined
  for (const line of output.split('\n')) {
    if (new RegExp(background.beginsPattern).test(line)) {
      expect(open, 'a turn begins inside another').toBeUndefined()
      open = []
    } else if (new RegExp(background.endsPattern).test(line)) {
      if (open !== undefined) turns.push(open.join('\n'))
      open = undefined
    } else open?.push(line)
  }
  return turns
}

const FOLDER = 'my answers 练习 ü'

async function workspace(): Promise<{ readonly root: string; readonly task: Task }> {
  const above = await emptyFolder()
  await runCli(['init', FOLDER], { cwd: above })
  const root = join(above, FOLDER)
  const { tasks } = JSON.parse(await readFile(join(root, '.vscode/tasks.json'), 'utf8'))
  return { root, task: tasks[0] }
}

const solution = (path: string) =>
  readFile(join(packageRoot(), 'solutions/ex01-tanh', path), 'utf8')
const BRACE =
  'export function tanh(x: number) {\n  return 0\nexport const dtanh = (x: number) => 1\n'
const TYPES = 'export const tanh = (x: number): string => Math.tanh(x)\nexport const dtanh = tanh\n'

/** Saves one text after the other into the answer to ex1, while the task's own command watches. */
async function watched(
  texts: readonly string[],
  { root, task }: Awaited<ReturnType<typeof workspace>>,
) {
  expect(task.command).toBe('mlp-check')
  const file = join(root, 'src/ex01-tanh.ts')
  const argv = [join(packageRoot(), 'bin/mlp-check.js'), ...task.args]
  // Nobody's editor is a CI job.
  const { CI: _, ...env } = process.env
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ends = new RegExp(task.problemMatcher.background.endsPattern, 'gm')
  const waiting = [...texts]
  let output = ''
  let seen = 0
  try {
    for await (const data of child.stdout) {
      output += data
      const ended = output.match(ends)?.length ?? 0
      if (ended === seen || !output.endsWith('\n')) continue
      seen = ended
      const text = waiting.shift()
      if (text === undefined) break
      await writeFile(file, text)
    }
  } finally {
    child.kill('SIGKILL')
  }
  return output
}

describe('the task that init writes for an editor', () => {
  it('finds in each turn of its own command the problems of that save, and none in a right one', async () => {
    const texts = [await solution('mistakes/sign.ts'), BRACE, TYPES, await solution('solution.ts')]
    const place = await workspace()
    const { task } = place
    const output = await watched(texts, place)
    const turns = turnsIn(output, task.problemMatcher).map((text) =>
      problemsIn(text, task.problemMatcher),
    )
    expect(turns.map((turn) => turn.length > 0)).toEqual([true, true, true, false])
    const [wrong = [], brace = [], types = []] = turns
    expect(wrong[0]).toMatchObject({ file: 'src/ex01-tanh.ts', line: 3, severity: 'error' })
    expect(wrong[0]?.message).toMatch(/dtanh\(0\) should be 1, but yours is -1/)
    expect(brace).toEqual([expect.objectContaining({ line: 1, column: 33, severity: 'error' })])
    expect(types.find(({ message }) => message.startsWith('types:'))).toMatchObject({
      line: 1,
      severity: 'warning',
    })
    // All that is not a problem says itself that it is none.
    const rest = output
      .split('\n')
      .filter((line) => line !== '' && !/: (error|warning): /.test(line))
    expect(rest.filter((line) => !line.startsWith('mlp-check'))).toEqual([])
  })

  it('finds every problem of several files, whatever their names', async () => {
    const { root, task } = await workspace()
    const names = ['a b.ts', 'tänh 练习.ts', '(1).ts', "it's [x].ts"]
    await mkdir(join(root, 'other place'), { recursive: true })
    for (const name of names) {
      await writeFile(join(root, 'other place', name), await solution('mistakes/sign.ts'))
      const file = `other place/${name}`
      const { stdout } = await runCli(['ex1', file, '--reporter', 'gcc'], { cwd: root })
      const problems = problemsIn(stdout, task.problemMatcher)
      expect(problems.length).toBeGreaterThan(0)
      expect(new Set(problems.map((problem) => problem.file))).toEqual(new Set([file]))
    }
    const { stdout } = await runCli(['ex2', 'ex3', '--reporter', 'gcc'], { cwd: root })
    const files = problemsIn(stdout, task.problemMatcher).map(({ file }) => file)
    expect(new Set(files)).toEqual(new Set(['src/ex02-prelu.ts', 'src/ex03-composition.ts']))
  })

  it.each(['C:\\Users\\Zoë\\my work\\ex1.ts', 'D:\\1\\2.ts', '\\\\server\\share\\ex1.ts'])(
    'finds a problem in %s',
    async (file) => {
      const { task } = await workspace()
      const evidence = [
        { ...{ kind: 'source' as const, file, line: 12, column: 7 }, text: 'x', remark: '' },
      ]
      const checks = [wrongCheck({ evidence })]
      const report = exampleReport({ submissions: [exampleSubmission({ file, checks })] })
      expect(problemsIn(gcc.render(report, plainOptions), task.problemMatcher)).toEqual([
        expect.objectContaining({ file, line: 12, column: 7, severity: 'error' }),
      ])
    },
  )
})
