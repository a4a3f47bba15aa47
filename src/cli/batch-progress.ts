import type { speaker } from '../messages/render.ts'
import type { Surroundings } from './command.ts'

type Speak = ReturnType<typeof speaker>

export interface BatchProgress {
  /** `known`: its verdict was, from an earlier run or from equal work. */
  readonly step: (result: { readonly known: boolean }) => void
  readonly stop: () => void
}

const LINE_EVERY_MS = 5000

/** A bar on a terminal; elsewhere a plain line every few seconds. Always on stderr. */
export async function batchProgress(
  total: number,
  { stderr }: Pick<Surroundings, 'stderr'>,
  speak: Speak,
): Promise<BatchProgress> {
  const { default: progress } = await import('cli-progress')
  const { begun, going, barsize } = formatsFor(stderr, speak)
  const started = performance.now()
  let judged = 0
  const bar = new progress.SingleBar(
    {
      stream: streamOf(stderr),
      barsize,
      format: (options, params) => {
        // Of no verdict nothing follows: neither how fast it goes nor when it ends.
        const format = judged === 0 ? begun : going
        const pace = paceOf(judged, params.total - params.value, performance.now() - started)
        return progress.Format.Formatter({ ...options, format }, { ...params, ...pace }, pace)
      },
      noTTYOutput: true,
      notTTYSchedule: LINE_EVERY_MS,
      fps: 5,
      hideCursor: true,
      gracefulExit: false,
    },
    progress.Presets.shades_classic,
  )
  let done = 0
  bar.start(total, 0)
  return {
    step: ({ known }) => {
      if (!known) judged++
      bar.update(++done)
    },
    stop: () => bar.stop(),
  }
}

/** What the bar fills in by itself. */
const FIGURES = {
  bar: '{bar}',
  percentage: '{percentage}%',
  done: '{value}',
  of: '{total}',
  rate: '{rate}',
  left: '{eta_formatted}',
}

/** As of the moment at which it is shown: one verdict may take as long as a hundred others. */
function paceOf(judged: number, left: number, ms: number) {
  const perSecond = judged / Math.max(ms / 1000, 1e-3)
  return { rate: perSecond.toFixed(1), eta: Math.round(left / perSecond) }
}

function formatsFor({ isTTY, columns }: Surroundings['stderr'], speak: Speak) {
  const short = speak('batch.progress-short', FIGURES)
  if (!isTTY) {
    const begun = speak('batch.progress-begun', FIGURES)
    return { begun, going: speak('batch.progress-line', FIGURES), barsize: 0 }
  }
  if (columns < 100) return { begun: short, going: short, barsize: Math.min(40, columns - 26) }
  return { begun: short, going: speak('batch.progress', FIGURES), barsize: 40 }
}

/** The few things of a stream that the bar asks for. */
function streamOf({ write, isTTY, columns }: Surroundings['stderr']): NodeJS.WritableStream {
  const stream = {
    isTTY,
    columns,
    write: (text: string) => {
      write(text)
      return true
    },
  }
  return stream as unknown as NodeJS.WritableStream
}
