import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fault } from '../../src/session.ts'
import { placeAt } from '../../src/source/code-frame.ts'
import { prepareModules } from '../../src/source/module-graph.ts'

const ENDS = ['\n', '\r\n', '\r', '\u2028'] as const

function faultIn(text: string, siblings: Record<string, string> = {}): Fault {
  const prepared = prepareModules({ file: 'answers/ex1.ts', text, siblings })
  if ('cause' in prepared) return prepared
  throw new Error('it parses')
}

describe('a place in a file', () => {
  it('is one line and column with its text, whatever ends the lines', () => {
    const line = fc.stringMatching(/^[ a-zü数𝒳]{0,8}$/u)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.nat(), fc.nat(), (lines, row, column) => {
        const index = row % lines.length
        const text = lines[index] ?? ''
        const at = column % (text.length + 1)
        for (const end of ENDS) {
          const before = lines.slice(0, index).map((one) => one + end)
          const offset = before.join('').length + at
          const place = placeAt('ex1.ts', lines.join(end), offset, 'here')
          expect(place).toMatchObject({ line: index + 1, column: at + 1, text })
        }
      }),
      { seed: 1 },
    )
  })

  it.each(ENDS)('of a syntax error is the same with %j', (end) => {
    const text = ['export const a = 1', '', '  export const b = = 2', ''].join(end)
    expect(faultIn(text).place).toMatchObject({
      file: 'answers/ex1.ts',
      line: 3,
      column: 20,
      text: '  export const b = = 2',
    })
  })

  it.each(ENDS)('of a forbidden import is the same with %j', (end) => {
    const text = ["import a from './a'", "import fs from 'node:fs'"].join(end)
    expect(faultIn(text, { 'a.ts': 'export default 1' }).place).toMatchObject({
      line: 2,
      column: 16,
    })
  })

  it('in a sibling names the sibling as the command sees it', () => {
    const siblings = { 'lib/a.ts': 'export const a = = 1' }
    expect(faultIn("import './lib/a'", siblings).place?.file).toBe('answers/lib/a.ts')
  })
})
