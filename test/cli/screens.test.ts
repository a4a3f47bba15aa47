import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/messages/display-width.ts'
import { PROGRAM_LINES, SCREENS, screensBelow } from './screens.ts'

const root = mkdtempSync(join(tmpdir(), 'mlp-check-screens-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const { screen, prepare } = screensBelow(root)
beforeAll(prepare)

/**
 * What may be wider than the screen: a command to copy, a line of a program that is shown whole, and
 * a word by itself, such as a path.
 */
function isUnbroken(line: string): boolean {
  return /^ {2,}(mlp-check|eval|cd) (?!.* {2})|^\s*\S+$/.test(line) || PROGRAM_LINES.has(line)
}

describe.each([40, 60, 80, 120])('a screen of %i columns', (columns) => {
  describe.each(['en', 'zh-CN'])('in %s', (lang) => {
    it.each(SCREENS)('is wide enough for: %s %j %j %j %j %j', async (folder, ...argv) => {
      const text = await screen([folder, ...argv], columns, lang)
      expect(text).not.toBe('')
      const wide = text.split('\n').filter((line) => displayWidth(line) > columns)
      expect(wide.filter((line) => !isUnbroken(line))).toEqual([])
    })
  })
})
