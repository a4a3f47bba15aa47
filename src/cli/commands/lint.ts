import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { describeProblem } from '../../errors.ts'
import { createServices } from '../../grading/create-services.ts'
import type { LintBench } from '../../lint/bench.ts'
import { type LintResult, lintPack } from '../../lint/lint-pack.ts'
import {
  PER_REASON,
  reasonsOf,
  type SourceMutantCount,
  tooManyReasons,
} from '../../lint/source-mutation.ts'
import { referencesHere } from '../../node/references.ts'
import { openSandbox } from '../../node/sandbox.ts'
import { builtInPack, exerciseNamed, folderPack } from '../../pack/pack.ts'
import { packFolder } from '../../pack/pack-folder.ts'
import { packageRoot } from '../../package-root.ts'
import { withSlashes } from '../../paths/shown.ts'
import { BUILT_IN } from '../../trust/boundary.ts'
import type { CommandModule, Surroundings } from '../command.ts'
import { ExitCode, type Say } from '../exit-code.ts'
import { gradingOptionsOf, referenceOptionsOf } from '../grading-options.ts'
import { sayHere } from '../workspaces.ts'

/** Tests a pack's content like code. Exit code 4 where it falls short. */
export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const say = sayHere(options, surroundings)
  const { given, names } = asked(words, options.exercises, surroundings)
  const folder =
    given === undefined ? join(packageRoot(), 'exercises') : packFolder(surroundings.cwd, given)
  const pack = await folderPack(folder, folder)
  const exercises = pack.folder
  const shown = given === undefined || exercises === folder ? given : join(given, 'exercises')
  const sandbox = openSandbox()
  const bench: LintBench = {
    exercises,
    solutions: join(dirname(exercises), 'solutions'),
    shownAs: {
      exercises: withSlashes(shown ?? basename(exercises)),
      solutions: shownSolutions(shown),
    },
    sandbox,
    services: createServices(referencesHere(referenceOptionsOf(options, surroundings))),
    options: gradingOptionsOf(options),
  }
  try {
    const results: LintResult[] = []
    for await (const result of lintPack(bench, pack, names)) {
      results.push(result)
      print(result, surroundings, say)
    }
    // What is few of a course may be many of one exercise.
    const isWhole = names.length === 0
    const tooMany = isWhole ? tooManyReasons(results.map((one) => one.sources)) : undefined
    if (tooMany !== undefined) surroundings.stdout.write(`✗ ${say(tooMany)}\n`)
    surroundings.stdout.write(`${summaryOf(results, isWhole).map(say).join('\n')}\n`)
    const falls = tooMany !== undefined || results.some(({ problems }) => problems.length > 0)
    return falls ? ExitCode.exercise : ExitCode.passed
  } finally {
    await sandbox.close()
  }
}

interface AskedPack {
  /** The folder as it was written; undefined for the built-in exercises. */
  readonly given: string | undefined
  readonly names: readonly string[]
}

/** A folder, exercises by their names, or both: `exercises`, `ex6`, `--exercises exercises ex6`. */
function asked(words: readonly string[], option: unknown, { cwd }: Surroundings): AskedPack {
  if (typeof option === 'string')
    return { given: option === BUILT_IN ? undefined : option, names: words }
  const [first, ...rest] = words
  const isFolder = first !== undefined && existsSync(resolve(cwd, first))
  const isName = !isFolder && first !== undefined && exerciseNamed(builtInPack(), first)
  return first === undefined || isName
    ? { given: undefined, names: words }
    : { given: first, names: rest }
}

function shownSolutions(given: string | undefined): string {
  return given === undefined ? 'solutions' : withSlashes(join(dirname(given), 'solutions'))
}

function print({ exercise, problems }: LintResult, { stdout }: Surroundings, say: Say): void {
  stdout.write(`${problems.length === 0 ? '✓' : '✗'} ${exercise}\n`)
  for (const problem of problems) stdout.write(`  ${describeProblem(problem, say)}\n`)
}

function summaryOf(results: readonly LintResult[], isWhole: boolean): readonly string[] {
  const sum = (of: (result: LintResult) => number) =>
    results.reduce((n, result) => n + of(result), 0)
  const survivors = sum(({ mutants }) => mutants.survivors.length)
  const killed = sum(({ mutants }) => mutants.killed)
  const equivalent = sum(({ mutants }) => mutants.equivalent)
  return [
    `${counted(results.length, 'exercise')}, ${counted(
      sum(({ problems }) => problems.length),
      'problem',
    )}`,
    `right solutions with full points: ${sum((result) => result.rightSolutions)}`,
    `mistakes recognised by their notes: ${sum((result) => result.recognisedMistakes)}`,
    `mutants of formulas: ${killed} killed, ${survivors} survived, ${equivalent} the same function after all`,
    sourcesOf(results, isWhole),
  ]
}

function sourcesOf(results: readonly LintResult[], isWhole: boolean): string {
  const sum = (of: keyof SourceMutantCount) =>
    results.reduce((n, { sources }) => n + sources[of], 0)
  const killed = `${sum('byCorners') + sum('byDrawn')} killed (${sum('byCorners')} on corners alone)`
  const { all, explained, most } = reasonsOf(results.map(({ sources }) => sources))
  const limit = isWhole ? ` (${most} at most, one in ${PER_REASON})` : ''
  const left = `${sum('survivors')} survived, ${sum('proved')} proved to be the same, ${explained} by a reason${limit}`
  return `mutants of sources: ${all} in all, ${killed}, ${left}`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
