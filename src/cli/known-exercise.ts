import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import {
  exerciseNamed,
  findExercise,
  isNamed,
  nearExercises,
  type Pack,
  type PackEntry,
} from '../pack/pack.ts'
import { nearNames } from '../text/near-names.ts'
import { shellWord } from '../text/shell-word.ts'
import { looksLikeFile } from './asked-exercise.ts'
import type { Invocation } from './command.ts'

/** Where a word was typed: what it may have been meant for besides an exercise. */
interface Here {
  readonly commands: Invocation['commands']
  readonly cwd: string
  /** The words behind it. */
  readonly after: readonly string[]
}

/**
 * The exercise that a word names.
 * @throws UsageError that offers what the word looks like: a file, a command, an exercise, or the
 *   name that another tool has for judging
 */
export function knownExercise(word: string, pack: Pack, here: Here): PackEntry {
  const found = exerciseNamed(pack, word)
  if (found) return found
  const elsewhere = lyingHere(word, here) ?? likeACommand(word, here)
  if (elsewhere) throw elsewhere
  if (nearExercises(pack, word).length === 0 && !isFaulty(word, pack)) {
    throw unlikeAnything(word, pack, here)
  }
  return findExercise(pack, word)
}

function isFaulty(word: string, { faulty }: Pack): boolean {
  return faulty.some((entry) => isNamed({ ...entry, aliases: [] }, word))
}

function lyingHere(word: string, { cwd }: Here): UsageError | undefined {
  const here = statSync(resolve(cwd, word), { throwIfNoEntry: false })
  if (here === undefined) return undefined
  const path = shellWord(`./${word}`)
  return new UsageError(
    `no exercise "${word}"`,
    here.isDirectory()
      ? `it is a folder; a file in it is named by its path: mlp-check ex1 ${path}/ex1.ts`
      : `a file is named by its path: mlp-check ex1 ${path}`,
  )
}

function likeACommand(word: string, { commands, after }: Here): UsageError | undefined {
  const [near] = nearNames(word, Object.keys(commands))
  if (near === undefined) return undefined
  const whole = [near, ...after.map(shellWord)].join(' ')
  return new UsageError(noSuch(word), `did you mean mlp-check ${whole}?`)
}

/** `run ex1` and `test ex1` are how other tools call it. */
function unlikeAnything(word: string, pack: Pack, { after }: Here): UsageError {
  const areAnswers = after.every((other) => looksLikeFile(other) || exerciseNamed(pack, other))
  const advice =
    after.length > 0 && areAnswers
      ? `to judge your answer: mlp-check ${after.map(shellWord).join(' ')}`
      : 'mlp-check list shows the exercises, mlp-check --help the commands'
  return new UsageError(noSuch(word), advice)
}

function noSuch(word: string): string {
  return `no exercise and no command "${word}"`
}
