import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/messages/display-width.ts'
import { renderTerminal } from '../../src/plot/terminal.ts'
import { anyPlot, plotOf } from './plots.ts'

const widths = [24, 60, 80, 120]

describe('a plot in the terminal', () => {
  it('never has a line wider than the terminal, whatever the values', () => {
    fc.assert(
      fc.property(
        anyPlot,
        fc.constantFrom(...widths),
        fc.constantFrom(0, 256),
        (plot, width, colors) => {
          const text = renderTerminal(plot, { width, height: 24, colors: colors as 0 | 256 })
          for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
          expect(text.replaceAll(plot.title, '')).not.toMatch(/NaN|Infinity|undefined/)
        },
      ),
      { seed: 21, numRuns: 300 },
    )
  })

  it('keeps to its height where each panel has room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 24, max: 60 }), (height) => {
        const text = renderTerminal(plotOf(Math.sin, Math.cos), { width: 80, height, colors: 0 })
        expect(text.split('\n').length).toBeLessThanOrEqual(height)
      }),
      { seed: 7 },
    )
  })

  it('has no escape sequence without colours, and the same text with them', () => {
    const plot = plotOf(Math.sin, Math.cos, [0])
    const plain = renderTerminal(plot, { width: 80, height: 30, colors: 0 })
    expect(plain).not.toContain('\u001b')
    for (const colors of [16, 256, '16m'] as const) {
      const colored = renderTerminal(plot, { width: 80, height: 30, colors })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
      const stripped = colored.replace(/\u001b\[[0-9;]*m/g, '')
      expect(stripped.replace(/ +$/gm, '')).toBe(plain.replace(/ +$/gm, ''))
    }
  })

  it.each([
    ['a wrong answer', (x: number) => x, (x: number) => (x > 0 ? 1 : 0)],
    ['a right answer', Math.tanh, Math.tanh],
    ['a constant', () => 3, () => 3],
    ['a pole', (x: number) => 1 / x, Math.sin],
    ['nothing finite', () => Number.NaN, () => Number.NaN],
  ])('draws %s', (_, student, reference) => {
    const text = renderTerminal(plotOf(student, reference, [0]), {
      width: 60,
      height: 22,
      colors: 0,
    })
    expect(`\n${text}\n`).toMatchSnapshot()
  })
})
