import { readdirSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { emptyFolder } from '../workspace/workspaces.ts'
import { runCli } from './run-cli.ts'

/** What beginners hand in: `ex1.degrees.ts` is an answer to ex1, and its name says what went wrong. */
const folder = join(packageRoot(), 'test/fixtures/beginners')
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))

/** The three lines below the exercise and the file, where the paragraph is as long. */
function opening(report: string): string {
  const [, , ...rest] = report.split('\n')
  return rest
    .slice(0, Math.min(3, rest.indexOf('')))
    .join(' ')
    .trim()
}

/** A sentence that tells what came out, and not why. */
const NUMBERS_ONLY = /should be .*, but yours is|应为.*你的/

describe('the first three lines name the cause, in both languages', () => {
  const rows: string[] = []
  it.each(files)('%s', async (name) => {
    const cwd = await emptyFolder()
    await copyFile(join(folder, name), join(cwd, name))
    const exercise = name.split('.')[0] as string
    const ask = (...more: string[]) => runCli([exercise, name, ...more], { cwd, columns: 100 })
    const [english, chinese] = [await ask(), await ask('--lang', 'zh-CN')]
    const [en, zh] = [opening(english.stdout), opening(chinese.stdout)]
    rows.push(`${name}\n  ${en}\n  ${zh}\n`)
    expect(english.code).not.toBe(0)
    for (const text of [en, zh]) {
      expect(text).not.toBe('')
      expect(text).not.toMatch(NUMBERS_ONLY)
    }
    expect(zh).toMatch(/\p{Script=Han}/u)
  })

  it('which one can read in one table', async () => {
    await expect(rows.join('')).toMatchFileSnapshot('golden/beginners.txt')
  })
})
