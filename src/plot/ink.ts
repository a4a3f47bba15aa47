import type { SeriesRole } from './plot.ts'

/** How many colours the terminal shows: none, 16, 256 or 24 bits. */
export type ColorDepth = 0 | 16 | 256 | '16m'

export type Ink = SeriesRole | 'kink' | 'counterexample' | 'axis'

/**
 * Okabe and Ito's palette ("Color Universal Design", 2008), of which these stay apart for all
 * common kinds of colour blindness and are readable on white and on black alike.
 */
export const INK_COLORS: Readonly<Record<Ink, string>> = {
  reference: '#0072b2',
  student: '#d55e00',
  error: '#d55e00',
  tolerance: '#7f7f7f',
  kink: '#7f7f7f',
  counterexample: '#cc3377',
  axis: '#7f7f7f',
}

/** SGR parameters: the nearest of 16 and of 256 colours. */
const SIXTEEN: Readonly<Record<Ink, string>> = {
  reference: '34',
  student: '31',
  error: '31',
  tolerance: '90',
  kink: '90',
  counterexample: '35',
  axis: '90',
}

const TWO_HUNDRED_FIFTY_SIX: Readonly<Record<Ink, string>> = {
  reference: '38;5;32',
  student: '38;5;166',
  error: '38;5;166',
  tolerance: '38;5;244',
  kink: '38;5;244',
  counterexample: '38;5;169',
  axis: '38;5;244',
}

/** The text in its colour, or as it is where there are none. */
export function inked(text: string, ink: Ink, depth: ColorDepth): string {
  if (depth === 0 || text.trim() === '') return text
  return `\u001b[${colorCode(ink, depth)}m${text}\u001b[39m`
}

function colorCode(ink: Ink, depth: Exclude<ColorDepth, 0>): string {
  if (depth === 16) return SIXTEEN[ink]
  if (depth === 256) return TWO_HUNDRED_FIFTY_SIX[ink]
  const [red, green, blue] = [1, 3, 5].map((at) =>
    Number.parseInt(INK_COLORS[ink].slice(at, at + 2), 16),
  )
  return `38;2;${red};${green};${blue}`
}
