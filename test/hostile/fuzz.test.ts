import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import { packageRoot } from '../../src/package-root.ts'
import { PATIENCE } from '../patience.ts'
import { honestBytes, judge } from './judge.ts'

/** `npm run fuzz` sets the number of runs and takes another seed each time; the seed is printed. */
const RUNS = Number(process.env.MLP_CHECK_FUZZ_RUNS ?? 60)
const SEED = Number(process.env.MLP_CHECK_FUZZ_SEED ?? 7)
/** All runs are made, however busy the machine is. */
const timeout = PATIENCE.testMs + RUNS * 1000

const OUTCOMES = [
  'did-not-finish',
  'out-of-memory',
  'crashed',
  'does-not-parse',
  'forbidden',
  'missing',
  'faulty',
  'wrong',
  'unstable',
  'right',
]

const sandbox = openSandbox({ watchLooks: 4 })
afterAll(() => sandbox.close())

test('any change to a real submission gets a verdict', { timeout }, async () => {
  const sources = realSubmissions()
  const change = fc.tuple(
    fc.nat(),
    fc.nat(40),
    fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 5 })),
  )
  const mutated = fc
    .tuple(fc.constantFrom(...sources), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([text, changes]) => changes.reduce(splice, text))
  await everyCaseGetsAVerdict(mutated)
})

test('any text from a grammar of TypeScript gets a verdict', { timeout }, async () => {
  await everyCaseGetsAVerdict(program())
})

async function everyCaseGetsAVerdict(cases: fc.Arbitrary<string>): Promise<void> {
  console.log(`seed ${SEED}, ${RUNS} runs`)
  const honest = await honestBytes(sandbox)
  await fc.assert(
    fc.asyncProperty(cases, async (text) => {
      const { outcome, message } = await judge(sandbox, text)
      expect(OUTCOMES).toContain(outcome)
      expect(message).not.toMatch(/\bat .*\.(ts|cjs|js):\d+/)
      expect(await honestBytes(sandbox)).toBe(honest)
    }),
    { numRuns: RUNS, seed: SEED },
  )
}

function splice(text: string, [at, length, piece]: readonly [number, number, string]): string {
  const start = at % (text.length + 1)
  return text.slice(0, start) + piece + text.slice(start + length)
}

const PIECES = [
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  ';',
  '\n',
  '`',
  '"',
  '=>',
  'export ',
  'import ',
  'await ',
  'for(;;)',
  'x',
  'tanh(',
  '/',
  '*',
  '/*',
  '\\',
  '0',
  'new ',
  'class ',
  'enum A{',
  ': any',
  ' as ',
  '...',
  '?.',
  '#',
  '@',
  'yield ',
  'throw ',
  '**',
  '=',
  ',',
  'Math',
  '\u2028',
  '\0',
]

function realSubmissions(): string[] {
  const folder = join(packageRoot(), 'solutions')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** Programs that mostly parse: what they do is anybody's guess. */
function program(): fc.Arbitrary<string> {
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        'x',
        '0',
        '1e308',
        '-0',
        'NaN',
        '"a"',
        'null',
        'undefined',
        '[]',
        '({})',
        'Math',
        'tanh',
        'this',
        '1n',
        '/a+/',
        'globalThis',
      ),
      fc
        .tuple(
          tie('expression'),
          fc.constantFrom(
            '+',
            '*',
            '**',
            '-',
            '/',
            '%',
            '<',
            '===',
            '&&',
            '??',
            ',',
            'in',
            'instanceof',
            '>>>',
          ),
          tie('expression'),
        )
        .map(([a, op, b]) => `(${a}) ${op} (${b})`),
      tie('expression').map((a) => `(${a} as any)?.[0]`),
      tie('expression').map((a) => `(() => ${a.startsWith('{') ? `(${a})` : a})()`),
      fc
        .tuple(tie('expression'), tie('expression'), tie('expression'))
        .map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
      fc
        .tuple(
          fc.constantFrom(
            'Math.tanh',
            'Math.max',
            'tanh',
            'String',
            'Array',
            'Reflect.ownKeys',
            'Object.freeze',
            'JSON.stringify',
            'new Proxy',
            'new Array',
            'Symbol',
          ),
          tie('expression'),
        )
        .map(([f, a]) => `(${f} as any)(${a}, {})`),
    ),
  }))
  const statement = fc.oneof(
    expression.map((e) => `;(${e})`),
    expression.map((e) => `if (${e}) return 1 as any`),
    expression.map((e) => `for (let i = 0; i < 3; i++) x = (${e}) as any`),
    expression.map((e) => `try { (${e}) } catch { } finally { x = x }`),
    expression.map((e) => `throw (${e})`),
    expression.map((e) => `x += (${e}) as any`),
  )
  return fc
    .tuple(fc.array(statement, { maxLength: 5 }), expression)
    .map(
      ([statements, result]) =>
        `export function tanh(x: number): any {\n${statements.join('\n')}\nreturn (${result})\n}\n`,
    )
}
