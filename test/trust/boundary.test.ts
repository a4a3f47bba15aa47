import { describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { type Boundary, boundaryFor, underCi } from '../../src/trust/boundary.ts'

const NOTHING: Boundary = {
  pack: { from: 'built-in', named: false },
  settings: 'none',
  memory: false,
  types: false,
  ownTools: false,
}

const EVERYTHING: Boundary = {
  pack: { from: 'workspace' },
  settings: 'all',
  memory: true,
  types: true,
  ownTools: true,
}

const asking = (command: string, env: object = {}, exercises?: string) =>
  boundaryFor({ command, exercises, env: { ...env } })

describe('the working folder', () => {
  test('serves students who look at their own work', () => {
    for (const command of ['check', 'watch', 'progress', 'hint', 'reset', 'plot', 'init']) {
      expect(asking(command), command).toEqual(EVERYTHING)
    }
  })

  test('says nothing to whoever grades, and to no command that is not known to it', () => {
    for (const command of ['batch', 'merge', 'report', 'worker', 'lint', 'a command to come']) {
      expect(asking(command), command).toEqual(NOTHING)
    }
  })

  test('says nothing under CI but under which names its answers lie', () => {
    for (const command of Object.keys(commands)) {
      const { settings, ...rest } = asking(command, { CI: 'true' })
      expect({ ...rest, settings: 'none' }, command).toEqual(NOTHING)
      expect(['none', 'file-names']).toContain(settings)
    }
    expect(asking('batch', { CI: 'true' })).toEqual(NOTHING)
    expect(asking('check', { CI: 'true' }).settings).toBe('file-names')
  })
})

describe('the exercises', () => {
  test.each(Object.keys(commands))('of %s are those that the user names, wherever', (command) => {
    for (const env of [{}, { CI: 'true' }]) {
      const named = { from: 'option', folder: 'mine' }
      expect(asking(command, env, 'mine').pack).toEqual(named)
      expect(asking(command, { ...env, MLP_CHECK_EXERCISES: '/other' }, 'mine').pack).toEqual(named)
      const variable = asking(command, { ...env, MLP_CHECK_EXERCISES: '/other' }).pack
      expect(variable).toEqual({ from: 'environment', folder: '/other' })
    }
  })

  test('are the built-in ones against everything, where that is said', () => {
    const builtIn = { from: 'built-in', named: true }
    expect(asking('check', {}, 'builtin').pack).toEqual(builtIn)
    expect(asking('check', { MLP_CHECK_EXERCISES: '/other' }, 'builtin').pack).toEqual(builtIn)
    expect(asking('check', { MLP_CHECK_EXERCISES: 'builtin' }).pack).toEqual(builtIn)
  })

  test('are not chosen by an empty variable', () => {
    expect(asking('check', { MLP_CHECK_EXERCISES: '' }).pack).toEqual({ from: 'workspace' })
  })
})

test.each([
  [undefined, false],
  ['', false],
  ['false', false],
  ['False', false],
  ['0', false],
  ['true', true],
  ['1', true],
  ['woodpecker', true],
])('CI=%s means a job: %s', (value, expected) => {
  expect(underCi({ CI: value })).toBe(expected)
})
