import { describe, expect, it } from 'vitest'
import { sourceMutants } from '../../src/lint/source-mutants.ts'
import { NO_SOURCE_MUTANTS, tooManyReasons } from '../../src/lint/source-mutation.ts'
import { parseTypeScript } from '../../src/source/parse-typescript.ts'

const mutants = (text: string, operator: string) =>
  sourceMutants(text).filter((mutant) => mutant.operator === operator)

describe('each operator changes what it looks at', () => {
  it.each([
    ['bound', 'const f = (x: number) => x < 2', ['const f = (x: number) => x <= 2']],
    ['bound', 'const f = (x: number) => x === y', ['const f = (x: number) => x !== y']],
    [
      'condition',
      'const f = (x) => (x ? y : z)',
      ['const f = (x) => ((true) ? y : z)', 'const f = (x) => ((false) ? y : z)'],
    ],
    ['operand', 'a = b * c', ['a = b / c']],
    ['operand', 'a = b && c', ['a = b || c']],
    ['operand', 'a += c', ['a -= c', 'a = c']],
    ['constant', 'f(3)', ['f(4)', 'f(0)']],
    ['constant', 'f(0)', ['f(1)']],
    ['index', 'a = b[i]', ['a = b[i + 1]']],
    ['loop', 'for (const x of xs) f(x)', ['for (const x of [...xs].slice(1)) f(x)']],
    ['exit', 'function f() { if (a) return 1\n  return 2 }', ['function f() { ;\n  return 2 }']],
    ['exit', 'for (;;) { if (a) { b(); break } }', ['for (;;) { ; }']],
    ['order', 'f(a, b)', ['f(b, a)']],
  ])('%s in %s', (operator, text, expected) => {
    expect(mutants(text, operator).map((mutant) => mutant.text)).toEqual(expected)
  })

  it('keeps answers by less than they depend on', () => {
    const [mutant, ...more] = mutants(
      'export function f(a: number, b: number) { return a + b }',
      'cache',
    )
    expect(more).toEqual([])
    const run = new Function(
      `${mutant?.text.replace(/export |: number/g, '')}; return [f(1, 2), f(1, 5), f(2, 5)]`,
    )
    expect(run()).toEqual([3, 3, 7])
  })
  it('keeps the answer to one argument by its form', () => {
    const [mutant] = mutants('export function f(a: number[]) { return a[0] }', 'cache')
    const run = new Function(
      `${mutant?.text.replace(/export |: number\[\]/g, '')}; return [f([1]), f([2]), f([2, 3])]`,
    )
    expect(run()).toEqual([1, 1, 2])
  })
})

describe('what makes no difference is left alone', () => {
  it.each([
    ['types', 'type T = { a: 1 } | [2]\nlet x: Record<string, 3> | undefined'],
    ['what only a compiler asks for', 'const x = xs.at(i) ?? 0'],
    ['calls that ask for no order', 'const x = Math.max(a, b)'],
    [
      'functions without arguments, which have nothing to depend on',
      'export function f() { return y }',
    ],
  ])('%s', (_, text) => {
    expect(sourceMutants(text)).toEqual([])
  })
})

it('gives texts that parse, differ, and stand where they say', () => {
  const text = `export function f(xs: number[], k: number): number {
  let sum = 0
  for (const x of xs) {
    if (x < k) continue
    sum += x * (xs[k] ?? 0)
  }
  return sum > 1 ? sum : g(sum, 2)
}
`
  const found = sourceMutants(text)
  expect(new Set(found.map((mutant) => mutant.operator)).size).toBe(9)
  expect(new Set(found.map((mutant) => mutant.text)).size).toBe(found.length)
  for (const mutant of found) {
    expect(parseTypeScript(mutant.text).errors).toEqual([])
    expect(mutant.text).not.toBe(text)
    expect(text.split('\n')[mutant.line - 1]).toContain(mutant.was.split('\n')[0])
    if (mutant.operator !== 'cache') expect(mutant.within).toBe('f')
  }
})

describe('one mutant in fifty may be left to a reason', () => {
  const counts = (byCorners: number, explained: number) => ({
    ...NO_SOURCE_MUTANTS,
    byCorners,
    explained,
  })
  it('of all exercises together', () => {
    expect(tooManyReasons([counts(98, 0), counts(0, 2)])).toBeUndefined()
    expect(tooManyReasons([counts(97, 0), counts(0, 3)])).toBe(
      '3 of 100 mutants of sources are left to a reason; 2 at most may be, one in 50',
    )
  })
  it('and one where there are fewer', () => {
    expect(tooManyReasons([counts(3, 1)])).toBeUndefined()
  })
})
