import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { mlpCheck } from './command.ts'
import { folderWith } from './folders.ts'

const root = packageRoot()
const solution = (id: string) => readFileSync(join(root, 'solutions', id, 'solution.ts'), 'utf8')

/** A pack of two exercises, and two people who answered both. */
function course(): string {
  const answers = ['ann', 'bob'].flatMap((who) =>
    ['softsign', 'softplus'].map((id) => [`hw/${who}/${id}.ts`, `// ${who}\n${solution(id)}`]),
  )
  const cwd = folderWith(Object.fromEntries(answers))
  mkdirSync(join(cwd, 'pack'))
  for (const id of ['softsign', 'softplus']) {
    cpSync(join(root, 'exercises', id), join(cwd, 'pack', id), { recursive: true })
  }
  return cwd
}

describe('a regrade', () => {
  it('judges again what a change of an exercise can change, and nothing else', async () => {
    const cwd = course()
    // One backend by name: where a native one is installed and does not load, two runs may differ in it.
    const words = ['batch', 'hw', '--exercises', 'pack', '--backend', 'tfjs']
    const grade = (out: string) => mlpCheck(cwd, ...words, '--out', out)
    expect((await grade('out')).stdout).toContain('judged 4 in')
    cpSync(join(cwd, 'out'), join(cwd, 'before'), { recursive: true })
    const before = statSync(join(cwd, 'out', 'journal.jsonl')).size

    const spec = join(cwd, 'pack', 'softsign', 'exercise.yaml')
    const text = readFileSync(spec, 'utf8')
    writeFileSync(spec, text.replace(/points: \d+/, 'points: 50'))
    const again = await grade('out')
    expect(again.stdout).toContain('judged 2 in')
    expect(again.stdout).toContain('2 were known already')
    const added = readFileSync(join(cwd, 'out', 'journal.jsonl'), 'utf8').slice(before)
    expect(added.match(/"exercise":"\w+"/g)).toEqual([
      '"exercise":"softsign"',
      '"exercise":"softsign"',
    ])

    const { stdout } = await mlpCheck(cwd, 'compare', 'before', 'out')
    const [one, other, last] = stdout.split('\n')
    expect(one).toMatch(/^ann, softsign: .*\(the exercise changed\)$/)
    expect(other).toMatch(/^bob, softsign: .*\(the exercise changed\)$/)
    expect(last).toMatch(/^2 grades changed/)
  })
})
