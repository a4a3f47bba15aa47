import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkKinds } from '../../src/checks/index.ts'
import { commands } from '../../src/cli/commands/index.ts'
import { completionScripts } from '../../src/cli/completion-scripts.ts'
import { call, variable } from '../../src/formula/build.ts'
import { differentiate } from '../../src/formula/differentiate.ts'
import { FUNCTION_ARITY, type FunctionName } from '../../src/formula/expr.ts'
import { FLOAT64_FUNCTIONS } from '../../src/formula/float64-functions.ts'
import { loadPack } from '../../src/pack/load.ts'
import { packageRoot } from '../../src/package-root.ts'
import { reporterNames } from '../../src/reporters/index.ts'
import { TENSORFLOW_FUNCTIONS } from '../../src/tensorflow/functions.ts'
import { catalogues } from '../catalogues.ts'
import {
  type Files,
  forgottenOfCommand,
  forgottenOfExercise,
  forgottenOfFunction,
  forgottenOfKind,
  forgottenOfLaws,
  forgottenOfMessage,
  forgottenOfReporter,
} from './forgotten.ts'

const at = (path: string) => join(packageRoot(), path)
const files: Files = {
  has: (path) => existsSync(at(path)),
  text: (path) => readFileSync(at(path), 'utf8'),
}
/** All tests but these. */
const tests = readdirSync(at('test'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('registries'))
  .map((path) => [path, files.text(join('test', path))] as const)
/** With the pages whose commands are run as they stand. */
const testTexts = [
  ...tests.map(([, text]) => text),
  ...['docs/ci.md', 'docs/grading.md'].map((page) => files.text(page)),
].join('\n')
const nothing: Files = { has: () => false, text: () => '' }

const completion = completionScripts.bash({
  commands: Object.keys(commands).map((name) => ({ name, summary: '', options: [] })),
  exercises: [],
})

/** Whether a function of the language goes through without a complaint. */
const goesThrough = (what: (name: FunctionName) => unknown) => ({
  has: (name: string) => {
    try {
      return what(name as FunctionName) !== undefined
    } catch {
      return false
    }
  },
})
const applied = (name: FunctionName) => call(name, variable('x'), ...more(name))
const more = (name: FunctionName) => (FUNCTION_ARITY[name] === 2 ? [variable('p')] : [])
const tables = {
  'the derivative rules': goesThrough((name) => differentiate(applied(name), 'x')),
  'the float64 functions': goesThrough((name) => FLOAT64_FUNCTIONS[name]),
  'the TensorFlow.js functions': goesThrough((name) => TENSORFLOW_FUNCTIONS[name]),
}

const exercises = await loadPack(at('exercises'))

describe('nothing was forgotten', () => {
  test.each(Object.keys(checkKinds))('of the check kind %s', (kind) => {
    expect(forgottenOfKind(kind, files)).toEqual([])
  })
  test.each(reporterNames)('of the reporter %s', (name) => {
    expect(forgottenOfReporter(name, files)).toEqual([])
  })
  test.each(Object.keys(commands))('of the command %s', (name) => {
    expect(forgottenOfCommand(name, files, completion, testTexts)).toEqual([])
  })
  test.each(Object.keys(FUNCTION_ARITY))('of the function %s', (name) => {
    expect(forgottenOfFunction(name, tables, files)).toEqual([])
  })
  test.each(exercises)('of the exercise $id', (exercise) => {
    expect(forgottenOfExercise(exercise, files)).toEqual([])
  })
  test('of any law', () => {
    expect(tests.flatMap(([path, text]) => forgottenOfLaws(path, text))).toEqual([])
  })
  test('of any message', () => {
    const ids = Object.keys(catalogues.en)
    expect(ids.flatMap((id) => forgottenOfMessage(id, catalogues))).toEqual([])
  })
})

describe('what was forgotten is named', () => {
  test('of a check kind', () => {
    expect(forgottenOfKind('beauty', files)).toEqual([
      'the check kind beauty has no test in test/checks/beauty.test.ts',
      'the check kind beauty has no row in docs/authoring.md',
    ])
  })
  test('of a reporter', () => {
    expect(forgottenOfReporter('morse', files)).toEqual([
      'the reporter morse has no golden file in test/reporters/golden/morse.txt',
      'the reporter morse has no word in docs/ci.md',
    ])
    expect(forgottenOfReporter('terminal', nothing)).toHaveLength(2)
  })
  test('of a command', () => {
    expect(forgottenOfCommand('sing', files, completion, testTexts)).toEqual([
      'the command sing has no run in test/',
      'the command sing has no row in README.md',
      'the command sing has no word in the completion script',
    ])
  })
  test('of a function of the formula language', () => {
    expect(forgottenOfFunction('snake', tables, files)).toEqual([
      ...Object.keys(tables).map((table) => `the function snake has no entry in ${table}`),
      'the function snake has no word in docs/authoring.md',
    ])
  })
  test('of an exercise', () => {
    const exercise = {
      id: 'ex99',
      folder: 'ex99-new',
      mistakes: [{ note: 'slip' }, { note: 'slip' }],
    }
    expect(forgottenOfExercise(exercise, files)).toEqual([
      'the exercise ex99 has no statement in exercises/ex99-new/README.md',
      'the exercise ex99 has no starter in exercises/ex99-new/starter.ts',
      'the exercise ex99 has no solution in solutions/ex99-new/solution.ts',
      'the exercise ex99 has no row in docs/course.md',
      'the exercise ex99 has no mistake in solutions/ex99-new/mistakes/slip.ts',
    ])
  })
  test('of a law', () => {
    expect(forgottenOfLaws('a.test.ts', 'fc.assert(law)')).toEqual([
      'a law in a.test.ts has no seed',
    ])
  })
  test('of a message', () => {
    expect(forgottenOfMessage('new', { en: { new: 1 }, 'zh-CN': {} })).toEqual([
      'the message new has no sentence in the catalogue zh-CN',
    ])
  })
})
