import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, it } from 'vitest'

/**
 * Tests that cannot do without something: where the machine lacks it they are skipped, and their
 * titles say what was missing; but not where MLP_CHECK_ALL_TESTS is set, as `.ci/run` does: there
 * it is a failure.
 */
export function needing(what: string, found: unknown) {
  const here = wanted(what, found || undefined) !== undefined
  const titled = (title: string) => (here ? title : `${title} (skipped: needs ${what})`)
  return {
    it: (title: string, test: () => unknown, timeout?: number) =>
      it.skipIf(!here)(titled(title), test as () => void, timeout),
    describe: (title: string, tests: () => void) => describe.skipIf(!here)(titled(title), tests),
  }
}

function wanted<T>(what: string, found: T | undefined): T | undefined {
  if (found === undefined && process.env.MLP_CHECK_ALL_TESTS) {
    throw new Error(`${what} is missing, and MLP_CHECK_ALL_TESTS allows no skipped test`)
  }
  return found
}

const onPosix = process.platform !== 'win32'

/** Windows has a bash at times, but neither its paths nor its permissions. */
export const needingShell = () => needing('a POSIX shell', onPosix && hasProgram('bash'))
export const needingPipes = () => needing('named pipes of POSIX', onPosix && hasProgram('mkfifo'))
export const needingSignals = () => needing('signals that a program can catch', onPosix)
/** On Windows only some may make links. */
export const needingLinks = () => needing('the right to make links', canLink())

export function hasProgram(name: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = onPosix ? [name] : [`${name}.exe`, `${name}.cmd`]
  return folders.some((folder) => names.some((file) => existsSync(join(folder, file))))
}

function canLink(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-check-link-'))
  try {
    symlinkSync('nowhere', join(folder, 'link'))
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The browser that pages are looked at in. */
export const findChromium = () =>
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
