import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { changesText } from '../../batch/compare/changes-text.ts'
import { compareRuns } from '../../batch/compare/compare-runs.ts'
import { parseRunRecord, type RunRecord } from '../../batch/out/run-record.ts'
import { UsageError } from '../../errors.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { writeText } from '../fit-to-screen.ts'
import { localeIn } from '../workspaces.ts'

/** Says whose grade is another than in an earlier run, and why. */
export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const { cwd, stdout } = surroundings
  const [before, after, ...others] = words
  if (before === undefined || after === undefined || others.length > 0) {
    throw new UsageError('which two runs?', 'try: mlp-check compare old new')
  }
  const changes = compareRuns(recordIn(before, cwd), recordIn(after, cwd))
  if (options.json === true) stdout.write(`${JSON.stringify(changes, null, 2)}\n`, 'data')
  else writeText(stdout, changesText(changes, localeIn(options, surroundings)))
  return ExitCode.passed
}

function recordIn(word: string, cwd: string): RunRecord {
  const path = resolve(cwd, word)
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory()
  const file = isFolder ? join(path, 'run.json') : path
  const advice = 'name the --out folders of two runs'
  try {
    return parseRunRecord(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`${word} holds no run: ${(error as Error).message}`, advice)
  }
}
