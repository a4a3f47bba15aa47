import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { npmPrefix, packageFolders } from '../src/package-root.ts'

const at = (...parts: string[]) => join(sep, ...parts)

test('what is installed with a package lies in it, or where it is itself installed', () => {
  expect(packageFolders(at('course', 'mlp-check'))).toEqual([
    at('course', 'mlp-check', 'node_modules'),
  ])
  const installed = at('home', 'node_modules', 'a', 'node_modules', 'mlp-check')
  expect(packageFolders(installed)).toEqual([
    at('home', 'node_modules', 'a', 'node_modules', 'mlp-check', 'node_modules'),
    at('home', 'node_modules', 'a', 'node_modules'),
    at('home', 'node_modules'),
  ])
})

test('what npm is told to install beside a package is found there', () => {
  const roots = [
    at('course', 'mlp-check'),
    at('home', 'node_modules', 'mlp-check'),
    at('home', 'node_modules', 'a', 'node_modules', 'mlp-check'),
    at('usr', 'lib', 'node_modules', '@of', 'mlp-check'),
  ]
  for (const root of roots) {
    expect(packageFolders(root)).toContain(join(npmPrefix(root), 'node_modules'))
  }
})
