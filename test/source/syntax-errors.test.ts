import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { render } from '../../src/messages/render.ts'
import { packageRoot } from '../../src/package-root.ts'
import { placeAt } from '../../src/source/code-frame.ts'
import { parseTypeScript } from '../../src/source/parse-typescript.ts'
import { catalogues } from '../catalogues.ts'

/** What beginners write; `⟦` stands where the fault is, the rest is what is said of it. */
const MISTAKES: readonly [program: string, says: RegExp, advice: RegExp][] = [
  // Brackets.
  [
    'export function f(x: number) {\n  return Math.tanh(x⟦\n}\n',
    /`\(` on line 2, column 19 is not closed: `\)`/,
    /missing `\)`/,
  ],
  [
    'const f = (x) => {\n  const e = Math.exp(2 * x⟦\n  return e\n}',
    /`\(` on line 2, column 21/,
    /`\)`/,
  ],
  ['const f = (x) => ⟦(Math.exp(x) - 1 / (Math.exp(x) + 1)', /`\(` is never closed/, /`\)`/],
  [
    'function f(x) {\n  if (x > 0) ⟦{\n    return 1\n  return 2\n}\n',
    /`\{` is never closed/,
    /`\}`/,
  ],
  [
    'function f(x) ⟦{\n  return x\n\nexport const g = 1\n',
    /this bracket `\{` is still open at `export` on line 4/,
    /Close it with `\}` before line 4/,
  ],
  ['const y = 1; ⟦f(x) = x ** 2', /`f` is not given a value this way/, /const f = /],
  ['if (⟦f(1) = 2) g()', /left of `=` cannot be given a value/, /`===`/],
  ['⟦{\\rtf1\\ansi hello}', /page or a document/, /the TypeScript file itself/],
  ['{\n ⟦"cells": [{ "cell_type": "code" }]\n}', /page or a document/, /the TypeScript file/],
  ['const f = (x) => Math.exp(x)⟦)', /this `\)` closes nothing/, /Remove it/],
  ['const f = (x) => { return x }⟦}', /this `\}` closes nothing/, /Remove it/],
  ['const a = [1, 2, 3⟦\nconst b = 1', /`\[` on line 1, column 11 is not closed/, /`\]`/],
  ['const a = { b: 1⟦\nconst c = 1', /`\{` on line 1, column 11 is not closed/, /`\}`/],
  ['if (x > 0⟦ { y() }', /`\(` on line 1, column 4/, /`\)`/],
  ['function f(x⟦ { return x }', /`\(` on line 1, column 11/, /`\)`/],
  // Missing words and signs.
  ['const f = (x) ⟦{ return x }', /`=>` is missing before `\{`/, /=>/],
  ['const f = (x: number): number ⟦{ return x }', /`=>` is missing before `\{`/, /=>/],
  ['const f = (x: number) ⟦-> x', /with `=>`, not with `->`/, /=>/],
  ['const f = ⟦x: number => x', /`x` has a type/, /\(x: number\)/],
  ['const f = x => ⟦return x', /`return` needs the braces/, /=> \{ return/],
  ['const f = x => ⟦{ a: x, b: 1 }', /body of a function, and not an object/, /\(\{/],
  ['const f = (x)\n⟦=> x', /`=>` must stand on the line/, /line above/],
  ['if ⟦x > 0 { y() }', /`if` stands in round brackets/, /if \(/],
  ['while ⟦x { }', /`while` stands in round brackets/, /while \(/],
  ['function f(x) ⟦return x', /body of a function begins with `\{`/, /return/],
  ['const o = { a: 1 ⟦b: 2 }', /comma is missing before `b`/, /`,`/],
  ['const o = { a: 1⟦; b: 2 }', /separated by `,` and not by `;`/, /`,`/],
  ['const o = { a ⟦= 1 }', /behind `:` and not behind `=`/, /`:`/],
  ['f(1, 2 ⟦3)', /comma is missing before `3`/, /`,`/],
  ['const x = a ? b⟦', /`\?` has no `:`/, /otherwise/],
  ['const x = 1 +⟦', /value is missing after `\+`/, /`\+`/],
  ['const x =⟦ ;', /value is missing after `=`/, /`=`/],
  ['x = ⟦= 1', /`=` cannot follow `=`/, /Remove/],
  ['for ⟦(let i = 0, i < 3, i++) {}', /`for` has three parts/, /i\+\+/],
  ['import { f } ⟦"./a"', /`from` is missing/, /import/],
  ['export ⟦fucntion f(x) { return x }', /`fucntion` is no word/, /`function`/],
  ['export ⟦cosnt f = 1', /`cosnt` is no word/, /`const`/],
  [
    'Sure! Here it is:\n\n⟦```ts\nexport const f = 1\n```\n',
    /mark of Markdown/,
    /between the marks/,
  ],
  ['⟦```ts\nexport const f = 1\n```\n\nThis computes f.', /mark of Markdown/, /between the marks/],
  ['export ⟦x = 1', /`export` exports a declaration/, /export const/],
  ['const ⟦x', /`x` gets no value/, /const x = /],
  ['const f⟦(x) = x', /`f` is not given a value this way/, /function f/],
  ['function f(x ⟦number) {}', /`:` is missing before the type `number`/, /x: number/],
  ['function f(⟦number x) {}', /type `number` stands before the name `x`/, /x: number/],
  ['function ⟦(x) { return x }', /no name/, /function tanh/],
  ['⟦f(x) { return x }', /a function begins with `function`/, /function f/],
  ['class A { ⟦function f() {} }', /without `function`/, /Remove/],
  ['class A { x = 1⟦, y = 2 }', /not separated by commas/, /line/],
  // Texts, names and numbers.
  ['const s = ⟦"abc\nconst b = 1', /no closing `"`/, /closing quote/],
  ["const s = 'it'⟦s'", /quote `'` before `s` ends the text/, /other quotes/],
  ['const s = ⟦`abc\nconst b = 1', /no closing one/, /backtick/],
  ['⟦/* abc\nconst b = 1', /never ends/, /\*\//],
  ['const ⟦class = 1', /`class` is a word of the language/, /another name/],
  ['const my⟦-var = 1', /`-` cannot be in a name/, /myVar/],
  ['const x = ⟦2x', /`2x` is neither/, /2 \* x/],
  ['const x = ⟦1,5', /`1,5` is not a number/, /0\.5/],
  ['const f = 1\nconst ⟦f = 2', /`f` is declared twice: on line 1/, /another name/],
  ['⟦cosnt x = 1', /`cosnt` is no word/, /`const`/],
  ['function f(x) { ⟦retrun x }', /`retrun` is no word/, /`return`/],
  ['function f(x) { if (x) { return 1 } ⟦esle { return 2 } }', /`esle` is no word/, /`else`/],
  ['⟦iff (x) { y() }', /`iff` is no word/, /`if`/],
  ['⟦-x ** 2', /a sign before a power/, /-\(x \*\* 2\)/],
  ['⟦f(x) = 1', /`f` is not given a value this way/, /function f\(x: number\)/],
  ['⟦return x', /outside of every function/, /function/],
  ['const f = () => { ⟦await x }', /`await` works/, /Remove/],
  ['export { ⟦nothere }', /`nothere` is exported/, /declares/],
  // Other languages, and what word processors make of programs.
  ['⟦def f(x):\n  return x', /`def` .* Python/, /function name/],
  ['⟦import numpy as np', /Python/, /Math/],
  ['const f = ⟦lambda x: x', /`lambda` .* Python/, /=>/],
  ['x = 1 ⟦if y else 2', /`if` .* Python/, /\?/],
  ['const x = a ⟦and b', /`and` .* Python/, /&&/],
  ['⟦for i in range(3):\n  x', /Python/, /for \(let/],
  ['⟦# a comment\nconst x = 1', /`#`/, /\/\//],
  ['⟦int x = 5', /C or Java/, /const/],
  ['⟦fn f(x) { x }', /another language/, /function/],
  ['const s = ⟦“abc”', /`“` means nothing/, /`"`/],
  ['const f = ⟦（x） => x', /`（` means nothing/, /`\(`/],
  ['const x = a ⟦× b', /`×` means nothing/, /`\*`/],
  ['const x = x⟦²', /`²` means nothing/, /\*\* 2/],
  ['⟦<<<<<<< HEAD\nconst x = 1', /merge/, /one of the two/],
]

describe('a fault is explained where it is', () => {
  test.each(MISTAKES)('%s', (marked, says, advice) => {
    const start = marked.indexOf('⟦')
    const text = marked.replace('⟦', '')
    const [error] = parseTypeScript(text).errors
    expect(error?.message).toMatch(says)
    expect(error?.advice).toMatch(advice)
    const { line, column } = placeAt('', text, error?.start ?? -1, '')
    expect({ line, column }).toEqual(pick(placeAt('', text, start, '')))
  })

  test.each(MISTAKES)('and in Chinese: %s', (marked) => {
    const [error] = parseTypeScript(marked.replace('⟦', '')).errors
    const says = error?.says ?? { id: '', values: {} }
    for (const message of [says, { ...says, id: `${says.id}.do` }]) {
      const [english, chinese] = [render(message, 'en'), render(message, 'zh-CN')]
      expect(chinese).toMatch(/[\u4e00-\u9fff]/)
      expect(english + chinese).not.toMatch(/undefined|NaN|\[object/)
    }
  })
})

function pick({ line, column }: { line: number; column: number }) {
  return { line, column }
}

test('every sentence is reached, in words of its own', () => {
  const ids = Object.keys(catalogues.en).filter((id) => /^syntax\.[^.]+$/.test(id))
  const reached = new Set(MISTAKES.map(([text]) => idOf(text.replace('⟦', ''))))
  for (const text of REACHED_OTHERWISE) reached.add(idOf(text))
  expect(ids.filter((id) => !reached.has(id))).toEqual([])
})

function idOf(text: string): string {
  return parseTypeScript(text).errors[0]?.says.id ?? ''
}

/** Rarer faults; each has a sentence that no program above meets. */
const REACHED_OTHERWISE = [
  `${'['.repeat(1e5)}`,
  'const r = /abc\n',
  'function f x { }',
  'class A extends B ;',
  'a ?? b || c',
  'break',
  'else { }',
  'try { }',
  'export default const x = 1',
  'throw\nx',
  'const x = ()',
  'export const',
  'const x = "a" "b"',
  '...',
  '```ts',
  '<html>',
  'f = (...x, y) => 1',
  'super()',
  'x = 010',
  'delete x',
]

describe('whatever is done to a program', () => {
  const SEED = Number(process.env.MLP_CHECK_FUZZ_SEED ?? 7)
  const RUNS = Number(process.env.MLP_CHECK_FUZZ_RUNS ?? 300)
  const program = readFileSync(join(packageRoot(), 'solutions/ex08-mlp/solution.ts'), 'utf8')

  test('there is one explanation, at a place inside of it', { timeout: 600_000 }, () => {
    console.log(`seed ${SEED}, ${RUNS} programs`)
    const change = fc.tuple(fc.nat(program.length), fc.nat(12), fc.constantFrom('', ...PIECES))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const text = changes.reduce(
          (one, [at, length, piece]) => one.slice(0, at) + piece + one.slice(at + length),
          program,
        )
        for (const { message, advice, start } of parseTypeScript(text).errors) {
          expect(message + advice).not.toMatch(/undefined|NaN|``(?!`)/)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(start).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: RUNS, seed: SEED },
    )
  })
})

const PIECES = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '`',
  '${',
  '/',
  '*/',
  ',',
  ';',
  '=',
  '=>',
  '?',
  ':',
  'if',
  'x',
  '1',
  '\n',
  '#',
  '@',
  '\\',
  '<',
  '（',
]
