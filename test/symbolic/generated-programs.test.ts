import { expect, it } from 'vitest'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import { printFormula } from '../../src/formula/print.ts'
import { parseTypeScript } from '../../src/source/parse-typescript.ts'
import { symbolicFormula } from '../../src/symbolic/execute.ts'
import { type Random, randomFrom } from '../prover/pair-generator.ts'

const SEED = Number(process.env.MLP_CHECK_SEED ?? 2026)
const COUNT = 1500
const POINTS = [-3.7, -1, -0.4, 0, 0.3, 1, 2.6, 11]

it(`computes what JavaScript computes, on ${COUNT} generated programs (seed ${SEED})`, () => {
  const random = randomFrom(SEED)
  let followed = 0
  for (let index = 0; index < COUNT; index++) {
    const body = program(random)
    const text = `export function f(x, alpha) {\n${body}\n}`
    const { program: parsed, errors } = parseTypeScript(text)
    expect(errors, text).toEqual([])
    const result = symbolicFormula(new Map([['', { program: parsed, text }]]), '', 'f', [
      'x',
      'alpha',
    ])
    if (result.kind !== 'formula') continue
    followed++
    const formula = compileFloat64(result.expr, ['x', 'alpha'])
    const run = new Function('x', 'alpha', body) as (x: number, alpha: number) => number
    for (const x of POINTS) {
      for (const alpha of [-0.5, 0.25, 2]) {
        const [expected, got] = [run(x, alpha), formula(x, alpha)]
        if (!Number.isFinite(expected)) continue
        const error = Math.abs(got - expected) / Math.max(1, Math.abs(expected))
        expect(error, `${text}\n${printFormula(result.expr)}\nat ${x}, ${alpha}`).toBeLessThan(1e-9)
      }
    }
  }
  expect(followed).toBeGreaterThan(COUNT / 2)
})

/** A function body with mutable variables, branches, loops, closures and helpers. */
function program(random: Random): string {
  const lines = ['let a = x, b = 1, c = [alpha, 2, x]']
  lines.push('const h = (u, v = 2) => { if (u > v) return u - v; return u * v }')
  lines.push('const o = { k: 3, m(t) { return t + this.k } }')
  const count = 1 + Math.floor(random() * 4)
  for (let index = 0; index < count; index++) lines.push(statement(random, 2))
  lines.push(`return ${number(random, 2)}`)
  return lines.join(';\n')
}

function statement(random: Random, depth: number): string {
  const target = pick(random, ['a', 'b', 'c[0]', 'c[2]'])
  const operator = pick(random, ['=', '+=', '-=', '*='])
  const simple = () => `${target} ${operator} ${number(random, depth)}`
  if (depth === 0) return simple()
  const inner = () => statement(random, depth - 1)
  return pick<() => string>(random, [
    simple,
    () => `if (${condition(random, depth - 1)}) { ${inner()} } else { ${inner()} }`,
    () => `if (${condition(random, depth - 1)}) return ${number(random, depth - 1)}`,
    () => `for (let i = 0; i < ${1 + Math.floor(random() * 3)}; i++) { ${inner()}; b += i }`,
    () => `for (const w of c) { a += w; if (${condition(random, 0)}) break }`,
    () => `switch (Math.sign(a)) { case 1: ${inner()}; break; case 0: b = 2; default: ${inner()} }`,
    () => `{ let a = b; ${inner()}; b = a }`,
    () => `[a, b] = [b, a]`,
    () => `c = c.map((v, i) => v * ${number(random, 0)} + i)`,
    () => `b = c.reduce((s, v) => s + v, 0) / ${1 + Math.floor(random() * 3)}`,
    () => `a = o.m(b)`,
    () => `c[1]++`,
    () => `b ||= ${number(random, 0)}`,
    () => `do { ${inner()} } while (false)`,
  ])()
}

function number(random: Random, depth: number): string {
  if (depth === 0) return pick(random, ['x', 'alpha', 'a', 'b', 'c[0]', '2', '0.5', 'c.length'])
  const inner = () => number(random, depth - 1)
  return pick<() => string>(random, [
    () => `(${inner()} ${pick(random, ['+', '-', '*'])} ${inner()})`,
    () => `${inner()} / (1 + (${inner()}) ** 2)`,
    () => `Math.${pick(random, ['tanh', 'abs', 'sign', 'atan', 'cbrt'])}(${inner()})`,
    () => `Math.${pick(random, ['max', 'min'])}(${inner()}, ${inner()})`,
    () => `(${condition(random, depth - 1)} ? ${inner()} : ${inner()})`,
    () => `h(${inner()})`,
    () => `h(${inner()}, ${inner()})`,
    () => `-(${inner()})`,
    () => `+(${condition(random, depth - 1)})`,
    () => `((${condition(random, depth - 1)} && ${inner()}) || ${inner()})`,
    () => `o.m(${inner()})`,
    () => `(b = ${inner()}, b + 1)`,
    () => `[${inner()}, ${inner()}].reduce((p, q) => p * q)`,
  ])()
}

function condition(random: Random, depth: number): string {
  const compare = () =>
    `${number(random, 0)} ${pick(random, ['<', '<=', '>', '>=', '===', '!=='])} ${number(random, 0)}`
  if (depth === 0) return compare()
  return pick<() => string>(random, [
    compare,
    () => `(${condition(random, depth - 1)} && ${condition(random, depth - 1)})`,
    () => `(${condition(random, depth - 1)} || ${condition(random, depth - 1)})`,
    () => `!(${condition(random, depth - 1)})`,
    () => number(random, 0),
  ])()
}

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T
}
