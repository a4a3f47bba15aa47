import { expect, test } from 'vitest'
import { prepareModules } from '../../src/source/module-graph.ts'
import { typedFiles } from '../../src/source/typed-files.ts'

function filesOf(text: string, siblings: { [path: string]: string }): readonly string[] {
  const source = { file: 'ex1.ts', text, siblings }
  const graph = prepareModules(source)
  if ('cause' in graph) throw new Error(graph.message)
  return typedFiles(source, graph)
}

test('a submission needs the files that its code names, for values and for types', () => {
  const text = `import { a } from './a'
import type { b } from './b'
export type { c } from './c'
type D = import('./d').D
let e: typeof import('./e.js')
export const tanh = (x: number) => a + x
`
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const siblings = Object.fromEntries(names.map((name) => [`${name}.ts`, 'export {}']))
  const all = {
    ...siblings,
    'a.ts': "import type { f } from './f'\nexport const a = 1",
    'f.ts': "export type G = import('./g').G",
    'b.ts': 'export type b = (',
  }
  expect(filesOf(text, all)).toEqual(['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts', 'f.ts', 'g.ts'])
})

test('what a comment or a string says names nothing', () => {
  const text = `// import './h'
/// <reference path="./h.ts" />
const s = './h'
export const tanh = (x: number) => x
`
  expect(filesOf(text, { 'h.ts': 'export {}' })).toEqual([])
})

test('what lies outside is named in vain', () => {
  const text = `import type { a } from '../a'
import type { b } from '/b'
import type { c } from 'c'
export const tanh = (x: number) => x
`
  expect(filesOf(text, { 'a.ts': '', 'b.ts': '', 'c.ts': '' })).toEqual([])
})
