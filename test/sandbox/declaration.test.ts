import { expect, it } from 'vitest'
import { declarationPlace } from '../../src/sandbox/declaration.ts'
import { prepareModules } from '../../src/source/module-graph.ts'

/** The line of a definition, and what the caret below it begins to mark. */
function marked(text: string, siblings: Record<string, string> = {}): string | undefined {
  const graph = prepareModules({ file: 'answer.ts', text, siblings })
  if ('cause' in graph) throw new Error(graph.message)
  const place = declarationPlace(graph, 'tanh')
  return place && `${place.file}:${place.line} ${place.text.slice(place.column - 1)}`
}

it.each([
  ['export function tanh(x) { return x }', 'answer.ts:1 tanh(x) { return x }'],
  ['export async function tanh(x) { return x }', 'answer.ts:1 tanh(x) { return x }'],
  ['export const tanh = (x) => x', 'answer.ts:1 tanh = (x) => x'],
  ['export let a = 1,\n  tanh = (x) => x', 'answer.ts:2 tanh = (x) => x'],
  ['export default { tanh: (x) => x }', 'answer.ts:1 tanh: (x) => x }'],
  ['export class A { static tanh(x) { return x } }', 'answer.ts:1 tanh(x) { return x } }'],
  ['export class A { static tanh = (x) => x }', 'answer.ts:1 tanh = (x) => x }'],
])('marks the name of a function where it is defined: %s', (text, expected) => {
  expect(marked(text)).toBe(expected)
})

it('marks where a function gets the name that it is exported by, if no definition has it', () => {
  expect(marked('const t = (x) => x\nexport { t as tanh }')).toBe('answer.ts:2 tanh }')
})

it.each([
  ['another name', 'const t = (x) => x\nexport { t as tanh }', 'tanh }'],
  ['a string', "const t = (x) => x\nexport { t as 'tanh' }", "'tanh' }"],
  [
    'a default',
    "import './lib.ts'\nexport { default as tanh } from './lib.ts'",
    "tanh } from './lib.ts'",
  ],
  ['an alias', 'const t = (x) => x\nexport const tanh = t', 'tanh = t'],
  ['a pattern', 'const o = { a: (x) => x }\nexport const { a: tanh } = o', 'tanh } = o'],
  ['a list', 'const o = [(x) => x]\nexport const [tanh = 1] = o', 'tanh = 1] = o'],
  ['a part of exports', 'let t\nexports.tanh = (x) => x', 'tanh = (x) => x'],
  [
    'what is inside of others',
    'const t = (x) => { const tanh = 1; return x }\nexport { t as tanh }',
    'tanh }',
  ],
  [
    'an unrelated one',
    'export const t = (x) => { const tanh = 1; return tanh }\nexport function tanh(x) { return x }',
    'tanh(x) { return x }',
  ],
])('marks the name of every kind of export: %s', (_what, text, expected) => {
  const siblings = { 'lib.ts': 'function tanh() {}\nexport default (x) => x' }
  expect(marked(text, siblings)).toBe(
    expected === undefined ? undefined : `answer.ts:2 ${expected}`,
  )
})

it('marks the definition and not the list that only names it again', () => {
  expect(marked('const tanh = (x) => x\nexport { tanh }')).toBe('answer.ts:1 tanh = (x) => x')
  expect(marked('const tanh = (x) => x\nexport default { tanh }')).toBe(
    'answer.ts:1 tanh = (x) => x',
  )
})

it('marks a function and not what else has its name', () => {
  const table = 'export const costs = {\n  tanh: { functions: 1 },\n}'
  expect(marked(`export function tanh(x) { return x }\n${table}`)).toBe(
    'answer.ts:1 tanh(x) { return x }',
  )
})

it('finds a definition in another file of the submission', () => {
  const siblings = { 'mine.ts': 'export function tanh(x) { return x }' }
  expect(marked("export { tanh } from './mine.ts'", siblings)).toBe(
    'mine.ts:1 tanh(x) { return x }',
  )
})
