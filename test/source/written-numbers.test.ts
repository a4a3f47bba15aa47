import { expect, test } from 'vitest'
import { prepareModules } from '../../src/source/module-graph.ts'
import { writtenNumbers } from '../../src/source/written-numbers.ts'

function numbersOf(text: string): readonly number[] {
  const graph = prepareModules({ file: 'a.ts', text, siblings: {} })
  if ('cause' in graph) throw new Error(graph.message)
  return writtenNumbers(graph)
}

test.each([
  ['literals, each once', 'const a = 0.3 + x, b = [0.3, 1e-3, 0x10, 1_000]', [0.3, 1e-3, 16, 1000]],
  ['numbers in texts', 'const a = x.toFixed(2) === "1.25" || x + "px"', [2, 1.25]],
  ['their signs', 'const a = -2 * x', [-2, 2]],
  ['what constant parts come to', 'const a = (1 / 4) * x', [0.25, 1, 4]],
  [
    'constants and functions of Math',
    'const a = Math.sqrt(Math.PI)',
    [Math.sqrt(Math.PI), Math.PI],
  ],
  ['nothing that changes', 'const a = Math.random() + Math.max(x, y) + Date.now()', []],
  ['nothing that does not exist', 'const a = 1 / 0', [1, 0]],
])('%s', (_, text, numbers) => {
  expect(numbersOf(text)).toEqual(numbers)
})

test('a table of answers ends somewhere', () => {
  const rows = Array.from({ length: 3000 }, (_, k) => `${k + 0.5},`).join('\n')
  expect(numbersOf(`const a = [\n${rows}\n]`)).toHaveLength(400)
})
