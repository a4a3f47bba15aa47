import { padded } from '../messages/display-width.ts'
import type { speaker } from '../messages/render.ts'
import type { Pack, PackEntry } from '../pack/pack.ts'
import {
  type AnswerPlace,
  answerFile,
  existingAnswer,
  factsOf,
  fileFacts,
  statementFile,
} from '../workspace/files.ts'
import {
  nextOpen,
  type Progress,
  type ProgressRow,
  progressOf,
  progressRow,
} from '../workspace/progress.ts'
import { readState } from '../workspace/state.ts'

/** With the first exercise that has not passed, of the same look at the files. */
export async function currentProgress(
  place: AnswerPlace,
  pack: Pack,
): Promise<Progress & { readonly next: PackEntry | undefined }> {
  const { entries } = pack
  const [state, files] = [readState(place.root), await fileFacts(place, pack)]
  const next = await nextOpen(entries, state, async ({ id }) => files.get(id))
  return { ...progressOf(entries, state, files), next }
}

/** Where a student stands with one exercise. */
export async function currentRow(
  place: AnswerPlace,
  pack: Pack,
  entry: PackEntry,
): Promise<ProgressRow> {
  return progressRow(entry, readState(place.root), await factsOf(place, pack, entry))
}

/** The first exercise that has not passed. */
export async function nextExercise(place: AnswerPlace, pack: Pack): Promise<PackEntry | undefined> {
  return nextOpen(pack.entries, readState(place.root), (entry) => factsOf(place, pack, entry))
}

/** What to do about the next exercise, as commands to copy. */
export async function nextSteps(
  entry: PackEntry,
  place: AnswerPlace,
  speak: ReturnType<typeof speaker>,
): Promise<string> {
  const { id, title } = entry
  const file = (await existingAnswer(place, entry)) ?? answerFile(entry, place.pattern)
  const rows = [
    [speak('progress.read'), statementFile(entry)],
    [speak('progress.write'), file],
    [speak('progress.check'), `mlp-check ${id}`],
    [speak('progress.hint'), `mlp-check hint ${id}`],
  ] as const
  const lines = rows.map(([label, text]) => `  ${padded(label, 8)}  ${text}`)
  return [speak('progress.next', { id, title }), ...lines].join('\n')
}
