import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { unbegunFunctions } from '../../src/workspace/unbegun.ts'

const shipped = (...path: string[]) => readFileSync(join(packageRoot(), ...path), 'utf8')
const folders = readdirSync(join(packageRoot(), 'exercises')).filter((name) => /^ex/.test(name))

const starter = shipped('exercises', 'ex01-tanh', 'starter.ts')
const NOTHING = '// Your answer here.\n  return Number.NaN'
const half = starter.replace(NOTHING, 'return Math.tanh(x)')

describe('functions that nobody has begun', () => {
  it.each(folders)('are all of the starters of %s, and none of its solution', (folder) => {
    const names = ['starter.ts', 'starter.zh-CN.ts']
    const texts = names.map((name) => shipped('exercises', folder, name))
    for (const text of texts) {
      const marks = text.match(/your answer here|在这里作答/gi) ?? []
      expect(marks.length).toBeGreaterThan(0)
      expect(unbegunFunctions(text, texts)).toHaveLength(marks.length)
    }
    expect(unbegunFunctions(shipped('solutions', folder, 'solution.ts'), texts)).toEqual([])
  })

  it.each([
    ['the first is written', half, ['dtanh']],
    ['lines end otherwise', half.replaceAll('\n', '\r\n'), ['dtanh']],
    ['another indentation', half.replaceAll('  ', '\t'), ['dtanh']],
    ['a helper stands between', half.replace('/** The der', 'const a = 1\n/** The der'), ['dtanh']],
    ['only the mark is gone', starter.replaceAll('  // Your answer here.\n', ''), []],
    [
      'the starter is kept in a comment',
      `/*\n${starter.replaceAll('*/', '')}*/\n${half}`,
      ['dtanh'],
    ],
    ['all of it is commented out', `/*\n${starter.replace(/\/\*\*.*\*\//g, '')}*/`, []],
    ['an empty file', '', []],
  ])('where %s', (_what, text, names) => {
    expect(unbegunFunctions(text, [starter])).toEqual(names)
  })

  it('are none where the starter has no mark', () => {
    const given = 'export function given(x: number): number {\n  return x\n}\n'
    expect(unbegunFunctions(given, [given])).toEqual([])
  })
})
