import { describe, expect, it } from 'vitest'
import { printFormula } from '../../src/formula/print.ts'
import { proveEqual } from '../../src/prover/prove-equal.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { parseTypeScript } from '../../src/source/parse-typescript.ts'
import { symbolicFormula } from '../../src/symbolic/execute.ts'
import { STYLES } from './styles.ts'

function run(files: Record<string, string>, args: readonly string[], name = 'f') {
  const parsed = Object.entries(files).map(([path, text]) => {
    const { program, errors } = parseTypeScript(text)
    expect(errors).toEqual([])
    return [path, { program, text }] as const
  })
  return symbolicFormula(new Map(parsed), '', name, args)
}

describe('a style that is followed', () => {
  it.each(STYLES)('$title', ({ text, args, formula }) => {
    const result = run({ '': text }, args)
    if (result.kind !== 'formula') throw new Error(`${result.why} (line ${result.line})`)
    const decision = proveEqual(result.expr, parseFormula(formula))
    expect(decision.verdict, printFormula(result.expr)).toBe('equal')
  })
})

it('follows imports of files beside the submission', () => {
  const result = run(
    {
      '': 'import { s, type T } from "./lib/sigmoid"\nimport * as n from "./numbers.ts"\nexport const f = (x: T) => n.two * s(x)',
      'lib/sigmoid.ts':
        'export type T = number\nexport function s(x: T) { return 1 / (1 + Math.exp(-x)) }',
      'numbers.ts': 'export const two = 2',
    },
    ['x'],
  )
  expect(result.kind === 'formula' && printFormula(result.expr)).toBe('2 * (1 / (1 + exp(-x)))')
})

describe('what is not followed is said with its line', () => {
  it.each([
    ['while (x > 1) x /= 2\n return x', /loop that depends on the input/, 2],
    ['try { return x } catch { return 0 }', /try/, 2],
    ['if (x < 0) throw new RangeError("negative")\n return x', /thrown/, 2],
    ['return Math.round(x)', /rounding/, 2],
    ['return x | 0', /whole-number operator/, 2],
    ['return x ^ 2', /exclusive or/, 2],
    ['return x % 2', /whole-number operator/, 2],
    ['calls += 1\n return x', /outlives the call/, 2],
    ['cache[0] = x\n return x', /outlives the call/, 2],
    ['return x * Math.random()', /Math.random/, 2],
    ['return x + Date.now()', /Date/, 2],
    ['return String(x).length', /String/, 2],
    ['return g(x)', /recursion/, undefined],
    ['return x > 0', /no number/, undefined],
    ['return +x.toFixed(2)', /toFixed/, 2],
    ['return new Foo().x', /new expression/, 2],
    ['return globalThis.y * x', /globalThis/, 2],
    ['Math.exp = Math.log as any\n return Math.exp(x)', /write to `Math`/, 2],
  ])('%s', (body, why, line) => {
    const text = `export function f(x: number) {\n ${body}\n}\nlet calls = 0\nconst cache: number[] = []\nfunction g(y: number): number { return y > 0 ? g(y - 1) : y }\nclass Foo { x = 1 }`
    const result = run({ '': text }, ['x'])
    if (result.kind === 'formula') throw new Error(printFormula(result.expr))
    expect(result.why).toMatch(why)
    if (line !== undefined) expect(result.line).toBe(line)
  })
})
