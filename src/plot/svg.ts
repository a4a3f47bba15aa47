import { line } from 'd3-shape'
import { displayWidth } from '../messages/display-width.ts'
import { wrapped } from '../messages/line-breaks.ts'
import { escapeXml } from '../text/escape-xml.ts'
import { tickLabel, ticks } from './axis.ts'
import { clipped } from './clip.ts'
import { countOutside, type Frame, frameOf, marksInside } from './frame.ts'
import type { Ink } from './ink.ts'
import { legendEntries } from './legend.ts'
import type { Mark, Panel, Plot, Point, SeriesRole } from './plot.ts'
import { mix, share } from './share.ts'
import { styleSheet, type Theme } from './svg-style.ts'
import { element } from './xml.ts'

export interface SvgOptions {
  readonly width: number
  readonly height: number
  readonly theme: Theme
  /** Starts the ids of the title and the description; several plots in one page need their own. */
  readonly id?: string
}

/** The places of one panel on the sheet, in pixels. */
interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const MARGIN = { left: 64, right: 20, panelTop: 30, panelBottom: 36, legend: 22 }

/** The plot as a standalone SVG document that names itself to screen readers. */
export function renderSvg(plot: Plot, options: SvgOptions): string {
  const { width, height, id = 'mlp-plot' } = options
  const legend = legendLines(plot, width)
  const head = headHeight(plot, width)
  const boxes = panelBoxes(plot, options, head)
  const content = [
    element('title', { id: `${id}-title` }, escapeXml(plot.title)),
    element('desc', { id: `${id}-desc` }, escapeXml(plot.description)),
    ...(options.theme === 'outside' ? [] : [element('style', {}, styleSheet(options.theme))]),
    element('rect', { class: 'paper', width, height }),
    element('text', { class: 'heading', x: 12, y: 22 }, escapeXml(plot.title)),
    ...legend.flatMap((entries, row) => legendRow(entries, 30 + row * MARGIN.legend)),
    ...plot.panels.map((panel, index) => drawPanel(panel, plot, boxes[index] as Box)),
  ]
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'mlp-plot',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
  }
  return `${element('svg', attributes, content.join('\n'))}\n`
}

/** Where a value of the variable lies across a sheet of so many pixels. */
export function acrossIn({ domain }: Pick<Plot, 'domain'>, width: number): Scale {
  return scale(domain, [MARGIN.left, width - MARGIN.right])
}

function panelBoxes(plot: Plot, { width, height }: SvgOptions, head: number): readonly Box[] {
  const total = plot.panels.reduce((sum, panel) => sum + panel.weight, 0) || 1
  let top = head
  return plot.panels.map((panel) => {
    const share = Math.max(80, ((height - head) * panel.weight) / total)
    const inside = { left: MARGIN.left, right: width - MARGIN.right }
    const box = { ...inside, top: pixels(top + MARGIN.panelTop) }
    top += share
    return { ...box, bottom: pixels(Math.max(box.top + 14, top - MARGIN.panelBottom)) }
  })
}

function drawPanel(panel: Panel, plot: Plot, box: Box): string {
  const frame = frameOf(panel, plot.domain)
  const title = element(
    'text',
    { class: 'subheading', x: box.left, y: box.top - 9 },
    escapeXml(panel.title),
  )
  if (frame === undefined) {
    const place = { class: 'label', x: box.left, y: box.top + 14 }
    return element('g', {}, title + element('text', place, escapeXml(plot.words.nothing)))
  }
  const x = scale([frame.left, frame.right], [box.left, box.right])
  const y = scale([frame.low, frame.high], [box.bottom, box.top])
  const place = (point: Point) => [pixels(x(point.x)), pixels(y(point.y))] as const
  const marks = marksInside(panel, frame)
  const parts = [
    title,
    ...axes(frame, box, { x, y }, plot.variable),
    ...marks.filter(isKink).map((mark) => kinkLine(mark, box, x)),
    ...ORDER.flatMap((role) => curvesOf(panel, role, frame, place)),
    ...marks.filter(isCounterexample).map((mark) => counterexampleSign(mark, place)),
    outsideNote(countOutside(panel, frame), plot, box),
  ]
  return element('g', {}, parts.join('\n'))
}

/** From the back to the front. */
const ORDER: readonly SeriesRole[] = ['tolerance', 'reference', 'error', 'student']

type Placed = (point: Point) => readonly [x: number, y: number]
type Scale = (value: number) => number

/** Values beyond the ends are put on them. */
function scale([low, high]: readonly [number, number], [from, to]: readonly [number, number]) {
  return (value: number) => mix(from, to, Math.max(0, Math.min(1, share(value, low, high))))
}

function curvesOf(panel: Panel, role: SeriesRole, frame: Frame, place: Placed): readonly string[] {
  const path = line<Point>(
    (point) => place(point)[0],
    (point) => place(point)[1],
  ).digits(2)
  return panel.series
    .filter((series) => series.role === role)
    .flatMap((series) => {
      const pieces = clipped(series.points, frame)
      const lines = pieces.filter(({ length }) => length > 1)
      const d = lines.map((piece) => path([...piece])).join('')
      const lone = pieces.filter(({ length }) => length === 1).flat()
      return [
        ...(d === '' ? [] : [element('path', { class: `curve ${role}`, d })]),
        ...lone.map((point) => loneDot(role, place(point))),
      ]
    })
}

/** A point without neighbours: a line of no length would not be seen. */
function loneDot(role: SeriesRole, [cx, cy]: readonly [number, number]): string {
  return element('circle', { class: `curve ${role}`, cx, cy, r: 1.5 })
}

function axes(
  frame: Frame,
  box: Box,
  { x, y }: { readonly x: Scale; readonly y: Scale },
  variable: string,
): readonly string[] {
  const { left, right, top, bottom } = box
  const across = ticks(frame.left, frame.right, Math.max(2, (right - left) / 80)).flatMap(
    (value) => {
      const at = pixels(x(value))
      return [
        element('line', { class: 'grid', x1: at, x2: at, y1: top, y2: bottom }),
        element('text', { class: 'label middle', x: at, y: bottom + 15 }, tickLabel(value)),
      ]
    },
  )
  const upwards = ticks(frame.low, frame.high, Math.max(3, (bottom - top) / 36)).flatMap(
    (value) => {
      const at = pixels(y(value))
      return [
        element('line', { class: 'grid', x1: left, x2: right, y1: at, y2: at }),
        element('text', { class: 'label end', x: left - 7, y: at + 4 }, tickLabel(value)),
      ]
    },
  )
  const border = { class: 'border', x: left, y: top, width: right - left, height: bottom - top }
  const name = element(
    'text',
    { class: 'label end', x: right, y: bottom + 30 },
    escapeXml(variable),
  )
  return [...across, ...upwards, element('rect', border), name]
}

function kinkLine(mark: Mark, box: Box, x: Scale): string {
  const at = pixels(x(mark.x))
  return element('line', { class: 'kink', x1: at, x2: at, y1: box.top, y2: box.bottom })
}

function counterexampleSign(mark: Mark & { y: number }, place: Placed): string {
  const [x, y] = place(mark)
  const cross = `M${x - 6},${y - 6}L${x + 6},${y + 6}M${x - 6},${y + 6}L${x + 6},${y - 6}`
  return element(
    'path',
    { class: 'counterexample', d: cross },
    element('title', {}, escapeXml(mark.label)),
  )
}

function outsideNote(count: number, plot: Plot, box: Box): string {
  if (count === 0) return ''
  const place = { class: 'label', x: box.left, y: box.bottom + 30 }
  return element('text', place, escapeXml(plot.words.outside(count)))
}

interface LegendEntry {
  readonly x: number
  readonly name: string
  /** Nothing is drawn before the second line of a name. */
  readonly ink: Ink | undefined
}

/** About what a column of a terminal takes in the font of a label. */
const COLUMN = 7.5
const SAMPLE = 32

/** The legend in as many lines as the width asks for; a name that is wider than one takes several. */
function legendLines(plot: Plot, width: number): readonly (readonly LegendEntry[])[] {
  const lines: LegendEntry[][] = []
  const room = Math.floor((width - 24 - SAMPLE) / COLUMN)
  let x = Infinity
  for (const entry of legendEntries(plot)) {
    const [name = '', ...more] = wrapped(entry.name, room)
    const taken = SAMPLE + 18 + displayWidth(name) * COLUMN
    if (x + taken > width - 12 || more.length > 0) {
      lines.push([])
      x = 12
    }
    lines.at(-1)?.push({ ink: entry.ink, name, x })
    for (const rest of more) lines.push([{ ink: undefined, name: rest, x }])
    x = more.length > 0 ? Infinity : x + taken
  }
  return lines
}

/** How much of the sheet stands above the panels. */
export function headHeight(plot: Plot, width: number): number {
  return 30 + legendLines(plot, width).length * MARGIN.legend
}

function legendRow(entries: readonly LegendEntry[], top: number): readonly string[] {
  return entries.flatMap(({ x, ink, name }) => [
    ...(ink === undefined ? [] : [legendSample(x, top + 11, ink)]),
    element('text', { class: 'label', x: x + SAMPLE, y: top + 15 }, escapeXml(name)),
  ])
}

function legendSample(x: number, y: number, ink: Ink): string {
  if (ink === 'counterexample') {
    const d = `M${x + 7},${y - 5}L${x + 17},${y + 5}M${x + 7},${y + 5}L${x + 17},${y - 5}`
    return element('path', { class: 'counterexample', d })
  }
  if (ink === 'kink') {
    return element('line', { class: 'kink', x1: x + 12, x2: x + 12, y1: y - 8, y2: y + 8 })
  }
  return element('path', { class: `curve ${ink}`, d: `M${x},${y}H${x + 24}` })
}

function isKink(mark: Mark): boolean {
  return mark.kind === 'kink'
}

function isCounterexample(mark: Mark): mark is Mark & { kind: 'counterexample' } {
  return mark.kind === 'counterexample'
}

function pixels(value: number): number {
  return Math.round(value * 100) / 100
}
