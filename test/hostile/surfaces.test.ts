import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reporterNames } from '../../src/reporters/index.ts'
import { folderWith } from '../batch/folders.ts'
import { runCli } from '../cli/run-cli.ts'
import { executedCommands, OTHER_MARKS } from '../github-runner.ts'
import { SURFACES } from './surfaces/attacks.ts'

/**
 * Programs that speak to whoever reads their report: people at a terminal, the runner of a job, a
 * platform, a spreadsheet. Each is judged by the whole command, and its record is shown by every
 * reporter, alone and beside another, in a GitHub job and elsewhere.
 */

const environments: Readonly<Record<string, Record<string, string>>> = {
  'a shell': {},
  'a GitHub job': { GITHUB_ACTIONS: 'true', CI: 'true' },
}

const classroom = {
  CLASSROOM: 'c',
  ASSIGNMENT: 'a',
  USERNAME: 'u',
  SUBMISSION_TAG: 'submit/2026-09-20T10-00-00Z',
  COMMIT_URL: 'https://example.org/c',
  RELEASE_URL: 'https://example.org/r',
  REVIEW_URL: 'https://example.org/v',
}

/** Alone on stdout, and the two that may share it, in either order. */
const COMBINATIONS = [
  ...reporterNames.map((name) => [name]),
  ['terminal', 'github'],
  ['github', 'terminal'],
]

const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there.
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/

const OUTCOME = /^(✓ passed|✗ not yet|! not judged)/gm

describe('a program that speaks to a reader of its report', () => {
  test.each(SURFACES.map(({ name, source }) => [name, source] as const))(
    '%s',
    async (_, source) => {
      const cwd = folderWith({ 'ex1.ts': source })
      const judged = await runCli(['ex1', '--reporter', 'json'], { cwd })
      expect([1, 3]).toContain(judged.code)
      const { submissions, totals } = JSON.parse(judged.stdout)
      expect([submissions[0].status, totals.passed]).toEqual(['failed', 0])
      writeFileSync(join(cwd, 'saved.json'), judged.stdout)
      for (const names of COMBINATIONS) {
        for (const [place, env] of Object.entries(environments)) {
          const words = names.flatMap((name) => ['--reporter', name])
          const ran = await runCli(['report', 'saved.json', ...words], {
            cwd,
            env: { ...env, ...classroom },
          })
          const where = `${names.join(' and ')} in ${place}`
          expect(ran, where).toMatchObject({ code: 0, stderr: '' })
          const text = ran.stdout.replaceAll('\r\n', '\n')
          expect(text.match(UNSEEN)?.[0], where).toBeUndefined()
          expect(text, where).not.toMatch(OTHER_MARKS)
          if (names.includes('terminal')) expect(text.match(OUTCOME), where).toEqual(['✗ not yet'])
          if (place !== 'a GitHub job') continue
          const executed = executedCommands(text).filter(({ name }) => name !== 'stop-commands')
          const ours = names.includes('github') ? /^(error|warning|notice)$/ : /^$/
          for (const { name, properties } of executed) {
            expect(name, where).toMatch(ours)
            expect(properties, where).toMatch(/(^|,)title=/)
          }
          if (names.includes('github')) expect(executed.length, where).toBeGreaterThan(0)
        }
      }
    },
  )

  test('is one of sixty at least, of different names', () => {
    expect(new Set(SURFACES.map(({ name }) => name)).size).toBe(SURFACES.length)
    expect(SURFACES.length).toBeGreaterThanOrEqual(60)
  })
})
