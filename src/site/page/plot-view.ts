import { type Comparison, type Sampled, valuePanel } from '../../plot/comparison.ts'
import type { Plot } from '../../plot/plot.ts'
import { acrossIn, headHeight, renderSvg } from '../../plot/svg.ts'
import { styleSheet } from '../../plot/svg-style.ts'
import { plotWords } from '../../reporters/plot-words.ts'
import { button, el } from './dom.ts'
import type { Speech } from './speech.ts'

/** Of the panel, with its axis. */
const PANEL = 208
const WIDEST = 520
/** Two pictures stand beside each other where both have this much. */
const NARROWEST = 270
const GAP = 12

/**
 * Every function over its reference, the derivative beside it, and a slider over the points at which
 * both were computed: the values below it are measured, not read off the picture.
 */
export function plotView(comparison: Comparison, speech: Speech, room: number): HTMLElement {
  const { functions, variable } = comparison
  const beside = functions.length > 1 && room > 2 * NARROWEST + GAP
  const width = Math.floor(Math.min(WIDEST, beside ? (room - GAP) / 2 : room))
  const pictures = functions.map((sampled, index) => picture(sampled, index, comparison))
  const xs = functions[0]?.x ?? []
  const values = el('tbody')
  const slider = el('input', { type: 'range', min: 0, max: Math.max(0, xs.length - 1), step: 1 })
  const show = (index: number) => {
    const x = xs[index] ?? Number.NaN
    slider.value = String(index)
    slider.setAttribute('aria-valuetext', `${variable} = ${x}`)
    at.textContent = `${variable} = ${x}`
    values.replaceChildren(...functions.map((sampled) => valueRow(sampled, x)))
    for (const { moveTo } of pictures) moveTo(x)
  }
  const at = el('output', { class: 'at' })
  slider.addEventListener('input', () => show(Number(slider.value)))
  const wrong = firstWrong(functions, xs)
  const label = el('label', {}, `${speech.speak('page.slide', { variable })} `, slider)
  const jump =
    wrong === undefined
      ? undefined
      : button(speech.speak('page.to-counterexample'), () => show(wrong))
  const view = el(
    'div',
    { class: 'plots' },
    el('div', { class: 'pictures', dir: 'ltr' }, ...pictures.map(({ element }) => element)),
    el('div', { class: 'slider' }, label, at, jump),
    valueTable(values, speech),
  )
  show(wrong ?? Math.floor(xs.length / 2))
  return view

  function picture(sampled: Sampled, index: number, { domain }: Comparison) {
    const { title } = sampled
    const words = plotWords(speech.speak)
    const panels = [{ ...valuePanel(sampled, words), title: '' }]
    const description = words.description(title)
    const plot: Plot = { title, description, variable, domain, panels, words }
    const head = headHeight(plot, width)
    const height = head + PANEL
    const options = { width, height, theme: 'outside', id: `plot-${index}` } as const
    const svg = parsed(renderSvg(plot, options))
    const line = document.createElementNS(SVG, 'line')
    line.setAttribute('class', 'cursor')
    line.setAttribute('y1', String(head + 10))
    line.setAttribute('y2', String(height - 34))
    svg.append(line)
    const across = acrossIn(plot, width)
    const moveTo = (x: number) => {
      line.setAttribute('x1', String(across(x)))
      line.setAttribute('x2', String(across(x)))
    }
    return { element: svg, moveTo }
  }
}

const SVG = 'http://www.w3.org/2000/svg'

function parsed(text: string): SVGElement {
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  return document.importNode(svg, true) as unknown as SVGElement
}

/** To be adopted once by the page, whose policy knows no style elements. */
export function plotSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styleSheet('auto'))
  return sheet
}

function firstWrong(functions: readonly Sampled[], xs: readonly number[]): number | undefined {
  const at = functions.flatMap(({ counterexample }) => counterexample?.x ?? [])
  const [first] = at
  if (first === undefined) return undefined
  const index = xs.indexOf(first)
  return index < 0 ? nearest(xs, first) : index
}

function nearest(xs: readonly number[], x: number): number {
  return xs.reduce(
    (best, candidate, index) =>
      Math.abs(candidate - x) < Math.abs((xs[best] ?? Number.NaN) - x) ? index : best,
    0,
  )
}

/** Functions bend in different places, and so have different points: the nearest one is shown. */
function valueRow({ title, x, student, reference }: Sampled, at: number): HTMLElement {
  const index = x.indexOf(at) < 0 ? nearest(x, at) : x.indexOf(at)
  const [yours, right] = [student[index] ?? Number.NaN, reference[index] ?? Number.NaN]
  const cells = [yours, right, yours - right].map((value) =>
    el('td', { class: 'number' }, String(value)),
  )
  return el('tr', {}, el('th', { scope: 'row' }, title), ...cells)
}

function valueTable(body: HTMLElement, { speak }: Speech): HTMLElement {
  const heads = [
    speak('page.function'),
    speak('plot.student'),
    speak('plot.reference'),
    speak('plot.error'),
  ].map((text, index) => el('th', { scope: 'col', class: index > 0 ? 'number' : undefined }, text))
  const table = el(
    'table',
    {},
    el('caption', { class: 'unseen' }, speak('page.values')),
    el('thead', {}, el('tr', {}, ...heads)),
    body,
  )
  return el(
    'div',
    { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': speak('page.values') },
    table,
  )
}
