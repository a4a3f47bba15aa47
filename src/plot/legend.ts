import { displayWidth } from '../messages/display-width.ts'
import { wrapped } from '../messages/line-breaks.ts'
import { type ColorDepth, type Ink, inked } from './ink.ts'
import type { Plot, SeriesRole } from './plot.ts'

/** How a curve is drawn in dots, where colours alone would not tell it from another. */
const SAMPLES: Readonly<Record<SeriesRole, string>> = {
  student: '━━',
  reference: '⠒⠂⠒',
  error: '━━',
  tolerance: '⠂⠐⠂',
}

export const KINK_SIGN = '┊'
export const COUNTEREXAMPLE_SIGN = '✕'

interface Entry {
  readonly sign: string
  readonly ink: Ink
  readonly name: string
}

/** What the curves and signs mean, wrapped to the width; nothing of it is cut off. */
export function legendText(plot: Plot, width: number, colors: ColorDepth): readonly string[] {
  const lines: { text: string; taken: number }[] = []
  for (const { sign, ink, name } of legendEntries(plot)) {
    const indent = displayWidth(sign) + 1
    const [first = '', ...more] = wrapped(name, width - indent)
    const text = `${inked(sign, ink, colors)} ${first}`
    const taken = indent + displayWidth(first)
    const line = lines.at(-1)
    if (line !== undefined && more.length === 0 && line.taken + 3 + taken <= width) {
      line.text += `   ${text}`
      line.taken += 3 + taken
    } else lines.push({ text, taken })
    for (const rest of more) lines.push({ text: ' '.repeat(indent) + rest, taken: width })
  }
  return lines.map(({ text }) => text)
}

/** Each curve and each kind of mark once, in the order of the panels. */
export function legendEntries(plot: Plot): readonly Entry[] {
  const found = new Map<string, Entry>()
  for (const panel of plot.panels) {
    for (const { role, name } of panel.series) {
      found.set(`${role} ${name}`, { sign: SAMPLES[role], ink: role, name })
    }
  }
  const marks = plot.panels.flatMap((panel) => panel.marks)
  if (marks.some((mark) => mark.kind === 'kink')) {
    found.set('kink', { sign: KINK_SIGN, ink: 'kink', name: plot.words.kink })
  }
  for (const mark of marks.filter((mark) => mark.kind === 'counterexample').slice(0, 1)) {
    const name = plot.words.counterexampleAt(mark.label)
    found.set('counterexample', { sign: COUNTEREXAMPLE_SIGN, ink: 'counterexample', name })
  }
  return [...found.values()]
}
