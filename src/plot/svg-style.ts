import { INK_COLORS } from './ink.ts'

/** `auto` follows the reader's own setting; `outside` leaves the style to the page around. */
export type Theme = 'auto' | 'light' | 'dark' | 'outside'

interface Palette {
  readonly paper: string
  readonly ink: string
  readonly grid: string
  readonly quiet: string
  readonly reference: string
  readonly student: string
  readonly counterexample: string
}

const LIGHT: Palette = {
  paper: '#ffffff',
  ink: '#1f2328',
  grid: '#e4e7eb',
  quiet: '#5c6670',
  reference: INK_COLORS.reference,
  student: INK_COLORS.student,
  counterexample: INK_COLORS.counterexample,
}

/** The same hues of Okabe and Ito's palette, lighter. */
const DARK: Palette = {
  paper: '#0d1117',
  ink: '#e6edf3',
  grid: '#262c36',
  quiet: '#9aa4af',
  reference: '#56b4e9',
  student: '#e69f00',
  counterexample: '#ff7ab8',
}

export function styleSheet(theme: Exclude<Theme, 'outside'>): string {
  const rules = SHAPES + colors(theme === 'dark' ? DARK : LIGHT)
  return theme === 'auto' ? `${rules}@media (prefers-color-scheme:dark){${colors(DARK)}}` : rules
}

/** Everything but colour: the reference is a broad band, the student's curve a thin line on it. */
const SHAPES = [
  '.mlp-plot text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif}',
  '.mlp-plot .heading{font-size:15px;font-weight:600}',
  '.mlp-plot .subheading{font-size:13px;font-weight:600}',
  '.mlp-plot .label{font-size:11.5px}',
  '.mlp-plot .middle{text-anchor:middle}',
  '.mlp-plot .end{text-anchor:end}',
  '.mlp-plot .border{fill:none}',
  '.mlp-plot .curve{fill:none;stroke-width:2;stroke-linejoin:round}',
  '.mlp-plot .reference{stroke-width:7;stroke-opacity:.45}',
  '.mlp-plot .tolerance{stroke-width:1;stroke-dasharray:2 4}',
  '.mlp-plot .kink{stroke-width:1.25;stroke-dasharray:1 4;stroke-linecap:round}',
  '.mlp-plot .counterexample{fill:none;stroke-width:2.5;stroke-linecap:round}',
].join('')

function colors(palette: Palette): string {
  return [
    `.mlp-plot .paper{fill:${palette.paper}}`,
    `.mlp-plot text{fill:${palette.ink}}`,
    `.mlp-plot .label{fill:${palette.quiet}}`,
    `.mlp-plot .grid{stroke:${palette.grid}}`,
    `.mlp-plot .border,.mlp-plot .tolerance,.mlp-plot .kink{stroke:${palette.quiet}}`,
    `.mlp-plot .reference{stroke:${palette.reference}}`,
    `.mlp-plot .student,.mlp-plot .error{stroke:${palette.student}}`,
    `.mlp-plot .counterexample{stroke:${palette.counterexample}}`,
  ].join('')
}
