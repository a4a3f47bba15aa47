import { basename, extname, relative, resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { candidateFiles } from '../node/candidate-files.ts'
import { exerciseNamed, findExercise, type Pack, type PackEntry } from '../pack/pack.ts'
import { withSlashes } from '../paths/shown.ts'
import { shellWord } from '../text/shell-word.ts'
import { readState } from '../workspace/state.ts'
import type { Surroundings } from './command.ts'
import { currentRow, nextExercise } from './progress-now.ts'
import { answerPlace } from './workspaces.ts'

/**
 * The exercise that a command is about: by its name, by the path of its answer, or else the one at
 * hand: the last that was judged or asked about, while it has not passed, and then the next.
 * @throws UsageError where nothing says which
 */
export async function askedExercise(
  word: string | undefined,
  pack: Pack,
  surroundings: Surroundings,
): Promise<PackEntry> {
  if (word === undefined) return exerciseAtHand(pack, surroundings)
  return looksLikeFile(word) ? exerciseOfFile(word, pack, surroundings) : findExercise(pack, word)
}

async function exerciseAtHand(pack: Pack, surroundings: Surroundings): Promise<PackEntry> {
  const found = await openExercise(pack, surroundings)
  if (found) return found
  throw new UsageError('which exercise?', 'name one, such as ex1; mlp-check list shows them all')
}

async function openExercise(
  pack: Pack,
  surroundings: Surroundings,
): Promise<PackEntry | undefined> {
  if (surroundings.workspace === undefined) return undefined
  const place = answerPlace(surroundings)
  const last = lastExercise(pack, surroundings)
  const isOpen = last && (await currentRow(place, pack, last)).status !== 'passed'
  return isOpen ? last : ((await nextExercise(place, pack)) ?? last)
}

/** The exercise that was judged or asked about last, passed or not. */
export function lastExercise(pack: Pack, surroundings: Surroundings): PackEntry | undefined {
  const { last } = surroundings.workspace ? readState(answerPlace(surroundings).root) : {}
  return last === undefined ? undefined : exerciseNamed(pack, last)
}

/** `src/ex01-tanh.ts`, as it is looked for, or any file that is called like an exercise. */
export function exerciseOfFile(
  file: string,
  pack: Pack,
  surroundings: Pick<Surroundings, 'cwd' | 'trust' | 'workspace'>,
): PackEntry {
  const { root, pattern } = answerPlace(surroundings as Surroundings)
  const path = withSlashes(relative(root, resolve(surroundings.cwd, file)))
  const looked = pack.entries.find((entry) => candidateFiles(entry, pattern).includes(path))
  const found = looked ?? exerciseNamed(pack, basename(file, extname(file)))
  if (found) return found
  throw new UsageError(
    `the name of ${file} does not say which exercise it answers`,
    `name the exercise too: mlp-check ex1 ${shellWord(file)}`,
  )
}

export function looksLikeFile(word: string): boolean {
  return /[./\\]/.test(word)
}
