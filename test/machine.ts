import { existsSync } from 'node:fs'

/**
 * What a machine may lack, and a test cannot do without: where it is missing, its tests are
 * skipped, but not where MLP_CHECK_ALL_TESTS is set, as `.ci/run` does: there it is a failure.
 */
export function wanted<T>(what: string, found: T | undefined): T | undefined {
  if (found === undefined && process.env.MLP_CHECK_ALL_TESTS) {
    throw new Error(`${what} is missing, and MLP_CHECK_ALL_TESTS allows no skipped test`)
  }
  return found
}

/** The browser that pages are looked at in. */
export const findChromium = () =>
  wanted(
    'Chromium',
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync),
  )
