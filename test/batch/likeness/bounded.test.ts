import { describe, expect, test } from 'vitest'
import { fingerprintsOf } from '../../../src/source/likeness/fingerprints.ts'

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at + 1)).join('\n')

/** Programs that are short, and without end where everything in them is written out. */
const GROWING: readonly (readonly [string, string])[] = [
  [
    'choices one after another',
    `export function f(x: number) { let y = 0\n${lines(60, (k) => `if (x > ${k}) y += ${k}`)}\nreturn y }`,
  ],
  [
    'choices that may return',
    `export function f(x: number) {\n${lines(60, (k) => `if (x > ${k}) { if (x < ${k + 1}) return ${k} }`)}\nreturn 0 }`,
  ],
  [
    'choices within functions that are called',
    `${lines(12, (k) => `const g${k} = (x: number) => { let y = ${k === 1 ? 'x' : `g${k - 1}(x)`}\nif (x > 1) y = 2\nreturn y }`)}\nexport const f = (x: number) => g12(x)`,
  ],
  [
    'constants of constants',
    `const a0 = 2\n${lines(60, (k) => `const a${k} = a${k - 1} * a${k - 1} - a${k - 1}`)}\nexport const f = (x: number) => x * a60`,
  ],
  [
    'variables of variables',
    `export function f(a0: number) {\n${lines(60, (k) => `const a${k} = a${k - 1} * a${k - 1} - a${k - 1}`)}\nreturn a60 }`,
  ],
  [
    'helpers that call helpers ten times each',
    `const g0 = (x: number) => x + 1\n${lines(30, (k) => `const g${k} = (x: number) => ${`g${k - 1}(x) * `.repeat(10)}x`)}\nexport const f = (x: number) => g30(x)`,
  ],
  [
    'a sum of a long sum',
    `const s = ${'1 + Math.PI + '.repeat(95)}1\nexport const f = (x: number) =>\n${lines(1000, () => 's +')} x`,
  ],
  ['a line that is not judged', `export const f = (x: number) => ${'x + '.repeat(15_000)}x`],
]

describe('what is written out comes to an end', () => {
  test.each(GROWING)('%s', (_, text) => {
    expect(Array.isArray(fingerprintsOf(text))).toBe(true)
  })

  test('and a choice is told from another one, however many follow', () => {
    const many = (last: string) =>
      `export function f(x: number) { let y = 0\n${lines(60, (k) => `if (x > ${k}) y += Math.exp(x) * ${k}`)}\n${last}\nreturn y }`
    const [one, other] = ['if (y > 3) y = Math.sqrt(y) - 1', 'while (y > 7) y -= Math.log(x)'].map(
      (last) => new Set(fingerprintsOf(many(last))),
    )
    expect(one?.size).toBeGreaterThan(60)
    expect(one).not.toEqual(other)
  })

  test('and what grows hides nothing else of the program', () => {
    const own =
      'export const tanh = (x: number) => (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x))\n'
    const [, growing = ''] = GROWING[5] ?? []
    expect(fingerprintsOf(own).length).toBeGreaterThan(2)
    expect(fingerprintsOf(own + growing)).toEqual(expect.arrayContaining(fingerprintsOf(own)))
  })

  test('what a file is refused for is no likeness either', () => {
    const [, text = ''] = GROWING.at(-1) ?? []
    expect(fingerprintsOf(text)).toEqual([])
  })
})
