import { expect, it } from 'vitest'
import { unportable } from '../../src/paths/portable-name.ts'

it.each([
  ...['con', 'CON', 'nul.ts', 'Aux.tar.gz', 'com1', 'LPT9.txt', 'com¹', 'conout$'],
  ...['a:b.ts', 'ex1.ts:stream', 'a?.ts', 'a*', '"a"', 'a|b', '<a>', 'a\\b', 'tab\t'],
  ...['ends.', 'ends ', '...'],
])('no file on Windows is called %j', (name) => {
  expect(unportable(name)).toMatch(/^Windows /)
})

it.each([
  'console.ts',
  'com10',
  'con-1',
  'null.ts',
  '.hidden',
  'ex1.ts',
  'Übung 1 (2).ts',
  '练习.ts',
])('a file everywhere may be called %j', (name) => {
  expect(unportable(name)).toBeUndefined()
})
