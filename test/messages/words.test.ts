import { expect, it } from 'vitest'
import { call, datum } from '../../src/messages/words.ts'

it.each([
  ['relu', '"relu"'],
  ['tanh(x) + 1', '"tanh(x) + 1"'],
  ['', '""'],
  ['NaN', 'NaN'],
  ['-Infinity', '-Infinity'],
  ['-0', '-0'],
  [0.5, '0.5'],
  [['relu', 'NaN', 1], '["relu",NaN,1]'],
])('%j is data: %s', (value, text) => {
  expect(datum(value)).toBe(text)
})

it('puts texts into quotes wherever a call takes one', () => {
  const inputs = { name: 'tanh', low: '-Infinity', of: 'relu' }
  expect(call({ function: 'points', inputs })).toBe('points("tanh", low = -Infinity, of = "relu")')
})
