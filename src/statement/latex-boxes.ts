import { displayWidth, padded } from '../messages/display-width.ts'

/** What a formula is made of, from left to right. */
export type Part =
  | string
  /** A function's name, apart from its neighbours. */
  | { readonly name: string }
  | { readonly over: string; readonly under: string }
  | { readonly rows: readonly (readonly Part[][])[]; readonly open: string; readonly close: string }

/** All of it in one line. */
export function partsLine(parts: readonly Part[]): string {
  const line = parts.reduce((line: string, part, index) => {
    const next = parts.slice(index + 1).find((one) => one !== ' ')
    return line + apart(line, textOf(part, next), part)
  }, '')
  return spaced(line)
}

/** A fraction in front of a factor is one thing of two. */
function textOf(part: Part, next: Part | undefined): string {
  if (typeof part === 'string') return part
  if ('name' in part) return part.name
  if ('over' in part) {
    const text = `${part.over}/${part.under}`
    return next !== undefined && /^[\p{L}\p{N}(√]/u.test(textOf(next, undefined))
      ? `(${text})`
      : text
  }
  const rows = part.rows.map((row) => row.map(partsLine).join(' ').trim())
  return `${part.open}${part.open && ' '}${rows.join('; ')}${part.close && ' '}${part.close}`
}

const RUN_TOGETHER = /[\p{L}\p{N})\]]$/u

/** A name or a fraction with the spaces that keep it apart from what stands before and behind it. */
function apart(before: string, text: string, part: Part): string {
  if (typeof part === 'string') {
    const joins = before.endsWith(BESIDE) && /^[\p{L}\p{N}√∑∫]/u.test(text)
    return joins ? ` ${text}` : text
  }
  if ('rows' in part) return text
  return `${RUN_TOGETHER.test(before) ? ' ' : ''}${text}${/\)$/.test(text) ? '' : BESIDE}`
}

/** Marks the end of what needs a space before the next letter; it is gone in the end. */
const BESIDE = '\u2063'

/** One space around signs of relation, none behind those that stand before their letter. */
function spaced(line: string): string {
  return line
    .replaceAll(BESIDE, '')
    .replace(/([∂∇√]) +/g, '$1')
    .replace(/ *(:=|[=≤≥≠≈≡∼∝∈∉⊂⊆→←↦⇒⇔]) */g, ' $1 ')
    .replace(/ +/g, ' ')
    .trim()
}

interface Box {
  readonly lines: readonly string[]
  /** The line that stands on the line of the formula. */
  readonly base: number
}

export function boxWidth(parts: readonly Part[]): number {
  return Math.max(0, ...boxLines(parts).map(displayWidth))
}

/** With a line for each row of cases and matrices. */
export function boxLines(parts: readonly Part[]): readonly string[] {
  const boxes: Box[] = []
  let flat: Part[] = []
  const flush = () => {
    if (flat.length > 0) boxes.push({ lines: [partsLine(flat)], base: 0 })
    flat = []
  }
  for (const part of parts) {
    if (typeof part === 'string' || !('rows' in part)) flat.push(part)
    else {
      flush()
      boxes.push(rowsBox(part))
    }
  }
  flush()
  return beside(boxes).map((line) => line.trimEnd())
}

function rowsBox({ rows, open, close }: Extract<Part, { rows: unknown }>): Box {
  const cells = rows.map((row) => row.map(partsLine))
  const count = Math.max(...cells.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))),
  )
  // Without a fence the columns are aligned at a relation, which brings its own space.
  const gap = open === '' && close === '' ? ' ' : '  '
  const lines = cells.map((row, index) => {
    const text = widths.map((width, column) => padded(row[column] ?? '', width)).join(gap)
    return `${fence(open, index, cells.length)}${text}${fence(close, index, cells.length)}`
  })
  return { lines, base: Math.floor((lines.length - 1) / 2) }
}

/** Parts of a bracket over several lines: its top, its middle, its bottom, and what joins them. */
const TALL: { readonly [sign: string]: string } = {
  '{': '⎧⎨⎩⎪',
  '(': '⎛⎜⎝⎜',
  ')': '⎞⎟⎠⎟',
  '[': '⎡⎢⎣⎢',
  ']': '⎤⎥⎦⎥',
}

function fence(sign: string, line: number, height: number): string {
  if (sign === '') return ''
  const [top = sign, middle = sign, bottom = sign, joint = sign] = TALL[sign] ?? ''
  const isMiddle = height > 2 && line === Math.floor((height - 1) / 2)
  const piece =
    height === 1
      ? sign
      : line === 0
        ? top
        : line === height - 1
          ? bottom
          : isMiddle
            ? middle
            : joint
  return /[)\]]/.test(sign) || sign === '|' ? ` ${piece}` : `${piece} `
}

/** Boxes from left to right, their base lines on one line. */
function beside(boxes: readonly Box[]): readonly string[] {
  const above = Math.max(0, ...boxes.map(({ base }) => base))
  const below = Math.max(0, ...boxes.map(({ lines, base }) => lines.length - base - 1))
  return Array.from({ length: above + 1 + below }, (_, line) =>
    boxes
      .map(({ lines, base }) => {
        const width = Math.max(...lines.map(displayWidth))
        return padded(lines[line - above + base] ?? '', width)
      })
      .join(' '),
  )
}
