import { padded } from '../messages/display-width.ts'
import type { speaker } from '../messages/render.ts'
import type { Pack, PackEntry } from '../pack/pack.ts'
import {
  type AnswerPlace,
  answerFile,
  existingAnswer,
  fileFacts,
  statementFile,
} from '../workspace/files.ts'
import { type Progress, progressOf } from '../workspace/progress.ts'
import { readState } from '../workspace/state.ts'

export async function currentProgress(place: AnswerPlace, pack: Pack): Promise<Progress> {
  return progressOf(pack.entries, readState(place.root), await fileFacts(place, pack))
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
