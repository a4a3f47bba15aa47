import { Chalk, type ChalkInstance } from 'chalk'
import { padded } from '../../messages/display-width.ts'
import { speaker } from '../../messages/render.ts'
import type { Pack, PackEntry } from '../../pack/pack.ts'
import {
  type AnswerPlace,
  answerFile,
  existingAnswer,
  fileFacts,
  statementFile,
} from '../../workspace/files.ts'
import { type Progress, type ProgressRow, progressOf } from '../../workspace/progress.ts'
import { readState } from '../../workspace/state.ts'
import { colorLevel } from '../color.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPackToRead } from '../packs.ts'
import { answerPlace, localeIn, requiredWorkspace } from '../workspaces.ts'

export const run: CommandModule['run'] = async ({ options }, surroundings) => {
  requiredWorkspace(surroundings)
  const place = answerPlace(surroundings)
  const pack = await chosenPackToRead(options, surroundings)
  const progress = await currentProgress(place, pack)
  if (options.json) {
    surroundings.stdout.write(`${JSON.stringify(progress.rows, null, 2)}\n`)
    return ExitCode.passed
  }
  const paint = new Chalk({ level: colorLevel(options.color, surroundings, surroundings.stdout) })
  const speak = speaker(localeIn(options, surroundings))
  surroundings.stdout.write(`${progressText(progress, paint, speak)}\n`)
  const next = progress.next && (await nextSteps(progress.next, place, speak))
  surroundings.stdout.write(`${next ?? paint.green(speak('progress.done'))}\n`)
  return ExitCode.passed
}

export async function currentProgress(place: AnswerPlace, pack: Pack): Promise<Progress> {
  return progressOf(pack.entries, readState(place.root), await fileFacts(place, pack))
}

type Speak = ReturnType<typeof speaker>

const SIGNS: Readonly<Record<ProgressRow['status'], string>> = {
  passed: '✓',
  failed: '✗',
  changed: '~',
  untouched: '·',
}

function progressText(progress: Progress, paint: ChalkInstance, speak: Speak): string {
  const { rows, passed } = progress
  const paints = {
    passed: paint.green,
    failed: paint.red,
    changed: paint.yellow,
    untouched: paint.dim,
  }
  const ids = Math.max(...rows.map(({ id }) => id.length))
  const titles = Math.max(...rows.map(({ title }) => title.length))
  const lines = rows.map((row) => {
    const sign = paints[row.status](SIGNS[row.status])
    const head = `  ${sign} ${paint.bold(row.id.padEnd(ids))}  ${padded(row.title, titles)}`
    return row.status === 'untouched'
      ? head.trimEnd()
      : `${head}  ${paint.dim(statusText(row, speak))}`
  })
  const heading = paint.bold(speak('progress.heading', { passed, total: rows.length }))
  return `${heading}\n\n${lines.join('\n')}\n`
}

function statusText({ status, attempts }: ProgressRow, speak: Speak): string {
  if (status === 'failed') return speak('progress.failed', { attempts })
  if (status === 'changed') return speak(attempts > 0 ? 'progress.changed' : 'progress.begun')
  return speak(`progress.${status}`)
}

/** What to do about the next exercise, as commands to copy. */
async function nextSteps(entry: PackEntry, place: AnswerPlace, speak: Speak): Promise<string> {
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
