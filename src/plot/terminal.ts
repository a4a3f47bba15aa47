import { displayWidth, fitted, padded } from '../messages/display-width.ts'
import { tickLabel, ticks } from './axis.ts'
import { countOutside, type Frame, frameOf } from './frame.ts'
import { type ColorDepth, inked } from './ink.ts'
import { legendText } from './legend.ts'
import { drawPanel } from './panel-canvas.ts'
import type { Panel, Plot } from './plot.ts'
import { share } from './share.ts'

export interface TerminalSize {
  /** Columns; no line is longer. At least 24. */
  readonly width: number
  /** Lines in all, wherever there is room for three lines of dots in each panel. */
  readonly height: number
  readonly colors: ColorDepth
}

/** The plot in braille dots, as lines without a newline at the end. */
export function renderTerminal(plot: Plot, size: TerminalSize): string {
  const width = Math.max(24, size.width)
  const framed = plot.panels.map((panel) => ({ panel, frame: frameOf(panel, plot.domain) }))
  const gutter = Math.min(Math.max(4, ...framed.map(labelWidth)), 12)
  const rows = panelRows(plot, size.height)
  const style = { gutter, columns: width - gutter - 2, colors: size.colors, words: plot.words }
  const lines = framed.flatMap(({ panel, frame }, index) => {
    const last = index === framed.length - 1
    const layout = { ...style, rows: rows[index] ?? 3, labelled: last ? plot.variable : undefined }
    return [
      fitted(`${' '.repeat(gutter)} ${panel.title}`, width),
      ...(frame === undefined
        ? [fitted(`${' '.repeat(gutter)} (${plot.words.nothing})`, width)]
        : panelLines(panel, frame, layout)),
    ]
  })
  return [fitted(plot.title, width), ...legendText(plot, width, size.colors), ...lines].join('\n')
}

interface PanelLayout {
  /** Columns left of the axis, for the labels. */
  readonly gutter: number
  readonly columns: number
  readonly rows: number
  readonly colors: ColorDepth
  readonly words: Plot['words']
  /** The variable's name where the panel carries the labels of the horizontal axis. */
  readonly labelled: string | undefined
}

function panelLines(panel: Panel, frame: Frame, layout: PanelLayout): readonly string[] {
  const labels = verticalLabels(frame, layout)
  const body = drawPanel(panel, frame, layout).map((cells, row) => {
    const label = labels.get(row)
    const text = padded(fitted(label ?? '', layout.gutter), layout.gutter, 'start')
    return inked(`${text} ${label === undefined ? '│' : '┤'}`, 'axis', layout.colors) + cells
  })
  const outside = countOutside(panel, frame)
  return [
    ...body.map((line) => line.trimEnd()),
    ...horizontalAxis(frame, layout),
    ...(outside > 0
      ? [fitted(`${' '.repeat(layout.gutter)} ${layout.words.outside(outside)}`, layout.columns)]
      : []),
  ]
}

/** Which rows carry which labels: neighbours would be hard to tell apart, so every second at most. */
function verticalLabels(frame: Frame, { rows }: PanelLayout): ReadonlyMap<number, string> {
  const labels = new Map<number, string>()
  for (const value of ticks(frame.low, frame.high, Math.max(3, Math.floor(rows / 3)))) {
    const row = Math.round(share(value, frame.high, frame.low) * (rows - 1))
    if (!labels.has(row) && !labels.has(row - 1) && !labels.has(row + 1)) {
      labels.set(row, tickLabel(value))
    }
  }
  return labels
}

function horizontalAxis(frame: Frame, layout: PanelLayout): readonly string[] {
  const { columns, gutter, labelled, colors } = layout
  const line = Array.from({ length: columns }, () => '─')
  const labels = Array.from({ length: columns + gutter + 2 }, () => ' ')
  let free = 0
  for (const value of ticks(frame.left, frame.right, Math.max(3, Math.floor(columns / 12)))) {
    const column = Math.round(share(value, frame.left, frame.right) * (columns - 1))
    line[column] = '┬'
    const label = tickLabel(value)
    const at = gutter + 2 + column - Math.floor(label.length / 2)
    if (at < free || at + label.length > labels.length) continue
    for (const [index, character] of [...label].entries()) labels[at + index] = character
    free = at + label.length + 1
  }
  const axis = inked(`${' '.repeat(gutter)} └${line.join('')}`, 'axis', colors)
  if (labelled === undefined) return [axis]
  return [axis, inked(withName(labels.join(''), labelled, gutter).trimEnd(), 'axis', colors)]
}

/** The variable's name, in the corner where the two rows of labels meet. */
function withName(labels: string, variable: string, gutter: number): string {
  const name = fitted(variable, gutter)
  const blank = labels.slice(0, displayWidth(name) + 1).trim() === ''
  return blank ? name + labels.slice(displayWidth(name)) : labels
}

function labelWidth({ frame }: { readonly frame: Frame | undefined }): number {
  if (frame === undefined) return 0
  return Math.max(0, ...ticks(frame.low, frame.high, 4).map((value) => tickLabel(value).length))
}

/** The lines of dots of each panel, in proportion to their weights. */
function panelRows(plot: Plot, height: number): readonly number[] {
  const overhead = 3 + plot.panels.length * 3
  const total = plot.panels.reduce((sum, panel) => sum + panel.weight, 0) || 1
  const free = height - overhead
  return plot.panels.map((panel) => Math.max(3, Math.floor((free * panel.weight) / total)))
}
