/** A grid of braille characters: every cell is two dots wide and four dots high. */
export interface Canvas {
  readonly columns: number
  readonly rows: number
  readonly dots: Uint8Array
  /** Which pen drew last in each cell; 0 for none. */
  readonly pens: Uint8Array
}

export function createCanvas(columns: number, rows: number): Canvas {
  const cells = columns * rows
  return { columns, rows, dots: new Uint8Array(cells), pens: new Uint8Array(cells) }
}

/** The bit of each dot in a braille character (Unicode chapter 21.1), by row and column. */
const DOT_BITS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const

/** Sets one dot; dots outside the canvas are ignored. `x` counts from the left, `y` from the top. */
function setDot(canvas: Canvas, x: number, y: number, pen: number): void {
  const column = x >> 1
  const row = y >> 2
  if (x < 0 || y < 0 || column >= canvas.columns || row >= canvas.rows) return
  const cell = row * canvas.columns + column
  const bit = DOT_BITS[y & 3]?.[x & 1] ?? 0
  canvas.dots[cell] = (canvas.dots[cell] ?? 0) | bit
  canvas.pens[cell] = pen
}

export interface Dot {
  readonly x: number
  readonly y: number
}

/** An unbroken line through the dots. With `dash` 2, two dots are drawn and two left out in turn. */
export function drawPath(canvas: Canvas, path: readonly Dot[], pen: number, dash = 0): void {
  let drawn = 0
  for (const [index, to] of path.entries()) {
    const from = path[index - 1] ?? to
    const steps = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y))
    for (let step = index === 0 ? 0 : 1; step <= steps; step++, drawn++) {
      const share = steps === 0 ? 0 : step / steps
      if (dash > 0 && drawn % (2 * dash) >= dash) continue
      const x = Math.round(from.x + (to.x - from.x) * share)
      const y = Math.round(from.y + (to.y - from.y) * share)
      setDot(canvas, x, y, pen)
    }
  }
}

/** The character of a cell: a blank where no dot is set. */
export function cellText(canvas: Canvas, column: number, row: number): string {
  const dots = canvas.dots[row * canvas.columns + column] ?? 0
  return dots === 0 ? ' ' : String.fromCodePoint(0x2800 + dots)
}
