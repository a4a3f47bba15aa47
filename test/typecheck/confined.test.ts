import { expect, test } from 'vitest'
import { isConfined } from '../../src/typecheck/confined.ts'

test.each([
  'export const f = (x: number) => x',
  "import { a } from './a'\nexport const f = a",
  "import type { A } from './lib/a.ts'\nexport * from './b'\nimport * as c from './c'\nimport './d'",
  '// imported from the book\nexport const f = 1',
])('a program of its own files is confined: %s', (text) => {
  expect(isConfined([text])).toBe(true)
})

test.each([
  "import { a } from '/etc/a'",
  "import { a } from '../a'",
  "import { a } from './x/../../a'",
  "import { a } from '.\\u002f../a'",
  "import '/etc/a'",
  "import { a } from/**/'/etc/a'",
  "export * from '/etc/a'",
  "const n = null as any as typeof import('/etc/a')",
  "const n = null as any as typeof import(/**/'../a')",
  'const n = import(`/etc/a`)',
  "import a = require('/etc/a')",
  '/// <reference path="/etc/a.ts" />',
  "declare module '/etc/a' {}",
  "import type { A } from 'zod'",
])('a program that names another file is not: %s', (text) => {
  expect(isConfined([text])).toBe(false)
})
