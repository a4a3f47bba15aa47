import { Chalk, type ChalkInstance } from 'chalk'
import { displayWidth, padded } from '../../messages/display-width.ts'
import { wrapped } from '../../messages/line-breaks.ts'
import { speaker } from '../../messages/render.ts'
import type { Progress, ProgressRow } from '../../workspace/progress.ts'
import { colorLevel } from '../color.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { chosenPackToRead } from '../packs.ts'
import { currentProgress, nextSteps } from '../progress-now.ts'
import { answerPlace, localeIn, requiredWorkspace } from '../workspaces.ts'

export const run: CommandModule['run'] = async ({ options }, surroundings) => {
  requiredWorkspace(surroundings)
  const place = answerPlace(surroundings)
  const pack = await chosenPackToRead(options, surroundings)
  const progress = await currentProgress(place, pack)
  if (options.json) {
    surroundings.stdout.write(`${JSON.stringify(progress.rows, null, 2)}\n`, 'data')
    return ExitCode.passed
  }
  const paint = new Chalk({ level: colorLevel(options.color, surroundings, surroundings.stdout) })
  const speak = speaker(localeIn(options, surroundings))
  surroundings.stdout.write(
    `${progressText(progress, { paint, speak, width: Math.min(80, surroundings.stdout.columns) })}\n`,
  )
  const next = progress.next && (await nextSteps(progress.next, place, speak))
  surroundings.stdout.write(`${next ?? paint.green(speak('progress.done'))}\n`)
  return ExitCode.passed
}

type Speak = ReturnType<typeof speaker>

const SIGNS: Readonly<Record<ProgressRow['status'], string>> = {
  passed: '✓',
  failed: '✗',
  changed: '~',
  untouched: '·',
}

function progressText(
  progress: Progress,
  { paint, speak, width }: { paint: ChalkInstance; speak: Speak; width: number },
): string {
  const { rows, passed } = progress
  const paints = {
    passed: paint.green,
    failed: paint.red,
    changed: paint.yellow,
    untouched: paint.dim,
  }
  const ids = Math.max(...rows.map(({ id }) => id.length))
  const titles = Math.max(...rows.map(({ title }) => displayWidth(title)))
  const isNarrow = width - (4 + ids + 2) < 20
  const lead = isNarrow ? 4 : 4 + ids + 2
  const lines = rows.flatMap((row) => {
    const sign = paints[row.status](SIGNS[row.status])
    const head = isNarrow
      ? `  ${sign} ${paint.bold(row.id)}\n    `
      : `  ${sign} ${paint.bold(row.id.padEnd(ids))}  `
    const status = row.status === 'untouched' ? '' : statusText(row, speak)
    const isWide = lead + titles + 2 + displayWidth(status) <= width
    const told = isWide
      ? [`${padded(row.title, titles)}  ${paint.dim(status)}`.trimEnd()]
      : [row.title, status].flatMap((text) => wrapped(text, width - lead)).filter(Boolean)
    return told.map((text, index) => (index === 0 ? head : ' '.repeat(lead)) + text)
  })
  const begun = rows.some(({ status }) => status !== 'untouched')
  const welcome = begun ? '' : `${wrapped(speak('about.what'), width).join('\n')}\n\n`
  const heading = paint.bold(speak('progress.heading', { passed, total: rows.length }))
  return `${welcome}${heading}\n\n${lines.join('\n')}\n`
}

function statusText({ status, attempts }: ProgressRow, speak: Speak): string {
  if (status === 'failed') return speak('progress.failed', { attempts })
  if (status === 'changed') return speak(attempts > 0 ? 'progress.changed' : 'progress.begun')
  return speak(`progress.${status}`)
}
