import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../batch/folders.ts'
import { runCli } from './run-cli.ts'

const right =
  'export const tanh = Math.tanh\nexport const dtanh = (x: number) => 1 - Math.tanh(x) ** 2\n'

/** A name that nothing answers to: exit 2, the near name, and nothing that could be read as a pass. */
describe('a name that is nobody’s is refused before anything is judged', () => {
  it.each([
    ['check ex1 --only dtahn', 'Did you mean "dtanh"'],
    ['check ex1 --only DTANH', 'Did you mean "dtanh"'],
    ['check ex1 --only tanh --only dtanh-derivativ', '"dtanh-derivative"'],
    ['check ex1 --only=', 'takes the name of a function or of a check, not ""'],
    ['check ex1 ex2 --only tanh', 'ex2 has no function or check called "tanh"'],
    ['check ex1 --at 0,beta=1', 'it takes no parameter'],
    ['check ex4 --at 1', 'only functions of numbers are judged at one'],
    ['check ex1 --seed=', '--seed takes a whole number'],
    ['check tahn', 'did you mean'],
    ['check empty', 'it is a folder; a file in it is named by its path: mlp-check ex1 ./empty/'],
    ['check notes', 'a file is named by its path: mlp-check ex1 ./notes'],
    ['run ex1', 'to judge your answer: mlp-check ex1'],
    ['test 1 ex2', 'to judge your answer: mlp-check 1 ex2'],
    ['grade ./ex1.ts', 'to judge your answer: mlp-check ./ex1.ts'],
    ['run', 'mlp-check list shows the exercises, mlp-check --help the commands'],
    ['chekc ex1', 'did you mean mlp-check check ex1?'],
    ['help shwo', 'did you mean mlp-check show?'],
    ['help tahn', 'did you mean tanh?'],
    ['batch . --only dtan', 'Did you mean "dtanh"'],
    ['batch . --exercise ex1 --only relu', 'ex1 has no function or check called "relu"'],
    ['batch . --only=', 'takes the name of a function or of a check, not ""'],
    ['batch . --exercise tahn', 'did you mean'],
    ['batch . --exercise ex2', 'nothing in . answers ex2'],
    ['lint exercise', 'Did you mean "exercises"?'],
    ['lint exercises/ex01-tanh', 'is one exercise, and no pack'],
    ['lint empty', 'there is no exercise in'],
    ['check ex1 --exercises empty', 'there is no exercise in'],
    ['list --exercises nowhere', 'there is no folder'],
  ])('%s', async (words, says) => {
    const cwd = folderWith({
      'ex1.ts': right,
      notes: '',
      'exercises/ex01-tanh/exercise.yaml': '',
    })
    mkdirSync(join(cwd, 'empty'))
    const files = ['--reporter', 'exercism=a.json', '--reporter', 'prairielearn=b.json']
    const argv = words.split(' ')
    const ran = await runCli(argv[0] === 'check' ? [...argv, ...files] : argv, { cwd })
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(says)
    expect(readdirSync(cwd).sort()).toEqual(['empty', 'ex1.ts', 'exercises', 'notes'])
  })

  it('check --begun, where nothing has been begun', async () => {
    const cwd = folderWith({})
    expect(await runCli(['init'], { cwd })).toMatchObject({ code: 0 })
    const file = join(cwd, 'results.json')
    const ran = await runCli(['check', '--begun', '--reporter', `exercism=${file}`], { cwd })
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('nothing has been begun')
    expect(readdirSync(cwd)).not.toContain('results.json')
  })
})

describe('a part of an exercise', () => {
  it('is judged where its name is known, also in a batch that names no exercise', async () => {
    const cwd = folderWith({ 'jane/ex1.ts': right, 'jane/ex2.ts': 'nothing' })
    const words = ['batch', '.', '--only', 'dtanh', '--out', 'out', '--workers', '1']
    const ran = await runCli(words, { cwd })
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stdout).toContain('ex1: 1 submission, 1 passed')
    expect(ran.stdout).toContain('1 judged, 0 unreadable, 1 ignored')
  })

  it('that comes to no verdict has not passed', async () => {
    // The proof alone, of a function that nothing follows.
    const text = `${right}export const softplus = (x: number) => { let y = x; for (const c of String(x)) y += c.length; return y }\n`
    const cwd = folderWith({ 'softplus.ts': text })
    const words = ['softplus', 'softplus.ts', '--only', 'softplus-proof', '--reporter', 'json']
    const ran = await runCli(words, { cwd })
    const [submission] = JSON.parse(ran.stdout).submissions
    expect([submission.status, ran.code]).toEqual(['errored', 5])
    expect(submission.checks.at(-1).message).toContain('nothing was judged')
  })
})
