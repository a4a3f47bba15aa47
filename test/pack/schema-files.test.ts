import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { schemaFiles } from '../../src/pack/schema-files.ts'
import { packageRoot } from '../../src/package-root.ts'

it.each(Object.entries(schemaFiles()))('schema/%s is up to date', (name, text) => {
  const file = readFileSync(join(packageRoot(), 'schema', name), 'utf8')
  expect(file, '`npm run schemas` writes it').toBe(text)
})
