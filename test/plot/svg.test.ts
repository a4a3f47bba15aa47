import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { comparisonPlot } from '../../src/plot/comparison.ts'
import { renderHtml } from '../../src/plot/html.ts'
import { mix } from '../../src/plot/share.ts'
import { renderSvg } from '../../src/plot/svg.ts'
import { anyPlot, plotOf } from './plots.ts'

const NAMELESS = { title: 'f', description: 'f', variable: 'x' }
const size = { width: 720, height: 460, theme: 'auto' } as const

/** A schema that any document satisfies: only well-formedness is asked. */
const ANYTHING = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg">
<xs:element name="svg"><xs:complexType mixed="true"><xs:sequence>
<xs:any minOccurs="0" maxOccurs="unbounded" processContents="skip"/>
</xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>`

/** Every pair of coordinates of every path. */
function coordinates(svg: string): readonly (readonly [number, number])[] {
  const paths = [...svg.matchAll(/ d="([^"]*)"/g)].map((match) => match[1] ?? '')
  return paths.flatMap((path) =>
    [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
      (pair) => [Number(pair[1]), Number(pair[2])] as const,
    ),
  )
}

describe('a plot as SVG', () => {
  it('is well-formed, whatever the values and titles', async () => {
    const plots = fc.sample(anyPlot, { numRuns: 100, seed: 7 })
    const xml = plots.map((plot, index) => ({
      fileName: `${index}.svg`,
      contents: renderSvg(plot, size),
    }))
    const { valid, rawOutput } = await validateXML({ xml, extension: 'schema', schema: ANYTHING })
    expect(valid, rawOutput).toBe(true)
  })

  it('never leaves the sheet, whatever the values', () => {
    fc.assert(
      fc.property(anyPlot, (plot) => {
        const svg = renderSvg(plot, size)
        expect(svg).not.toMatch(/NaN|Infinity/)
        for (const [x, y] of coordinates(svg)) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(size.width)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(size.height)
        }
      }),
      { seed: 20, numRuns: 500 },
    )
  })

  it.each([
    ['the smallest doubles', [0, 0.001], [-5e-324, 0, 5e-324, -5e-324]],
    ['one smallest double', [0, 1], [5e-324, 5e-324]],
    ['the smallest domain', [0, 5e-324], [1, 1]],
    ['the largest doubles', [-1, 1], [-Number.MAX_VALUE, Number.MAX_VALUE, 0]],
    ['one largest double', [-1, 1], [Number.MAX_VALUE, Number.MAX_VALUE]],
    ['the largest domain', [-Number.MAX_VALUE, Number.MAX_VALUE], [0, 1, 2]],
    ['two neighbours', [1, 1 + Number.EPSILON], [1, 1]],
  ] as const)('draws %s', (_, domain, values) => {
    const x = values.map((_, index) => mix(domain[0], domain[1], index / (values.length - 1)))
    const functions = [{ title: 'f', x, student: values, reference: values, kinks: [] }]
    const plot = comparisonPlot({ ...NAMELESS, domain, functions })
    const svg = renderSvg(plot, size)
    expect(svg).not.toMatch(/NaN|Infinity/)
    const curves = svg.match(/class="curve student" d="[^"]*L[^"]*"/g) ?? []
    const spots = coordinates(curves.join(' ')).map(([across]) => across)
    expect(Math.min(...spots)).toBe(64)
    expect(Math.max(...spots)).toBe(size.width - 20)
  })

  it('says that there is nothing to see where an end is no number', () => {
    for (const domain of [
      [-Infinity, Infinity],
      [0, NaN],
      [1, 1],
    ] as const) {
      const functions = [{ title: 'f', x: [0, 1], student: [0, 1], reference: [0, 1], kinks: [] }]
      const svg = renderSvg(comparisonPlot({ ...NAMELESS, domain, functions }), size)
      expect(svg).toContain('no finite values here')
    }
  })

  it('names and describes itself', () => {
    const svg = renderSvg(plotOf(Math.sin, Math.cos), { ...size, id: 'p7' })
    expect(svg).toContain('role="img" aria-labelledby="p7-title p7-desc"')
    expect(svg).toContain('<title id="p7-title">ex · f</title>')
    expect(svg).toContain('<desc id="p7-desc">f beside its reference.</desc>')
  })

  it('does not join the two sides of a jump', () => {
    const step = (x: number) => (x > 0 ? 1 : 0)
    const svg = renderSvg(plotOf(step, step, [0]), size)
    const student = svg.match(/class="curve student" d="([^"]*)"/g) ?? []
    expect(student.at(-1)?.split('M').length).toBe(3)
  })

  it('follows the reader’s colour scheme only where it is asked to', () => {
    const plot = plotOf(Math.sin, Math.cos)
    expect(renderSvg(plot, size)).toContain('prefers-color-scheme:dark')
    expect(renderSvg(plot, { ...size, theme: 'light' })).not.toContain('prefers-color-scheme')
  })

  it('makes a page that loads nothing and runs nothing', () => {
    const page = renderHtml(plotOf(Math.sin, Math.cos, [0]), size)
    expect(page).not.toMatch(/<script|<link|src=|href=|url\(/i)
    expect(page).toContain('kink')
  })
})
