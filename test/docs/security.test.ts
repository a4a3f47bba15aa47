import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'

const page = readFileSync(join(packageRoot(), 'docs/security.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => /^\| (?!who )[^|]+\|[^|]+\|[^|]+\|[^|]+\|$/.test(line))
const threats = rows.filter((row) => /`test\//.test(row))

const paths = (cell = '') =>
  [...cell.matchAll(/`((?:src|test|docs|scripts)\/[\w./-]+)`/g)].map(([, path = '']) => path)

describe('docs/security.md', () => {
  it('says of each threat who, through what, stopped where and tested by what', () => {
    expect(threats.length).toBeGreaterThanOrEqual(14)
    for (const row of threats) {
      const [, who, what, where, tests] = row.split('|').map((cell) => cell.trim())
      expect(who?.length, row).toBeGreaterThan(0)
      expect(what?.length, row).toBeGreaterThan(0)
      expect(paths(where).length, row).toBeGreaterThan(0)
      expect(paths(tests).filter((path) => path.startsWith('test/')).length, row).toBeGreaterThan(0)
    }
  })

  it.each(paths(page))('%s is there', (path) => {
    expect(existsSync(join(packageRoot(), path))).toBe(true)
  })
})
