import { type Canvas, cellText, createCanvas, type Dot, drawPath } from './braille.ts'
import { clipped } from './clip.ts'
import { type Frame, marksInside } from './frame.ts'
import { type ColorDepth, type Ink, inked } from './ink.ts'
import { COUNTEREXAMPLE_SIGN, KINK_SIGN } from './legend.ts'
import type { Panel, Point, SeriesRole } from './plot.ts'
import { share } from './share.ts'

interface Size {
  readonly columns: number
  readonly rows: number
  readonly colors: ColorDepth
}

/** From the back to the front. */
const ORDER: readonly SeriesRole[] = ['tolerance', 'reference', 'error', 'student']
const DASH: Readonly<Record<SeriesRole, number>> = {
  tolerance: 1,
  reference: 2,
  error: 0,
  student: 0,
}

/** The inside of a panel, one text for each row, each exactly `columns` wide. */
export function drawPanel(panel: Panel, frame: Frame, size: Size): readonly string[] {
  const canvas = createCanvas(size.columns, size.rows)
  const toDot = dotPlacer(frame, size)
  for (const role of ORDER) {
    for (const series of panel.series.filter((candidate) => candidate.role === role)) {
      for (const line of clipped(series.points, frame)) {
        drawPath(canvas, line.map(toDot), ORDER.indexOf(role) + 1, DASH[role])
      }
    }
  }
  const signs = signsOf(panel, frame, toDot)
  return Array.from({ length: size.rows }, (_, row) => rowText(canvas, row, signs, size.colors))
}

function dotPlacer(frame: Frame, { columns, rows }: Size): (point: Point) => Dot {
  const [width, height] = [2 * columns - 1, 4 * rows - 1]
  return ({ x, y }) => ({
    x: Math.round(share(x, frame.left, frame.right) * width),
    y: Math.round(share(y, frame.high, frame.low) * height),
  })
}

interface Sign {
  readonly text: string
  readonly ink: Ink
  readonly column: number
  /** Absent for a sign that fills its column wherever nothing is drawn. */
  readonly row?: number
}

function signsOf(panel: Panel, frame: Frame, toDot: (point: Point) => Dot): readonly Sign[] {
  return marksInside(panel, frame).map((mark): Sign => {
    const dot = toDot({ x: mark.x, y: mark.kind === 'kink' ? frame.low : mark.y })
    const column = dot.x >> 1
    if (mark.kind === 'kink') return { text: KINK_SIGN, ink: 'kink', column }
    return { text: COUNTEREXAMPLE_SIGN, ink: 'counterexample', column, row: dot.y >> 2 }
  })
}

function rowText(canvas: Canvas, row: number, signs: readonly Sign[], colors: ColorDepth): string {
  let text = ''
  for (let column = 0; column < canvas.columns; column++) {
    const here = signs.filter((sign) => sign.column === column)
    const pinned = here.find((sign) => sign.row === row)
    const filling = here.find((sign) => sign.row === undefined)
    const cell = cellText(canvas, column, row)
    if (pinned !== undefined) text += inked(pinned.text, pinned.ink, colors)
    else if (cell !== ' ') text += inked(cell, penInk(canvas, column, row), colors)
    else text += filling === undefined ? ' ' : inked(filling.text, filling.ink, colors)
  }
  return text
}

function penInk(canvas: Canvas, column: number, row: number): Ink {
  const pen = canvas.pens[row * canvas.columns + column] ?? 0
  return ORDER[pen - 1] ?? 'axis'
}
