import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { hasProgram, needing } from '../machine.ts'
import { oddSheets } from './odd-sheets.ts'
import { type Piece, runOf } from './out/run-of.ts'

/** Numbers that are the same in every run. */
function drawn(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Two draws: the ways to write a sheet are many more than the platforms. */
const sheets = [7, 127_429].flatMap((seed) => oddSheets(drawn(seed)))

function filled({ bytes, column, person: [kind, value] }: (typeof sheets)[number]) {
  const by = {
    key: value,
    name: value,
    id: value,
    email: null,
    readings: [{ kind: 'people' as const, members: [[{ kind, value }]] }],
  }
  const pieces: Piece[] = [{ by, earned: 425 }]
  return runOf(pieces, { sheet: bytes, columns: [`ex1=${column}`] }).sheet
}

/** What Python's csv module reads of files, before and after. */
const READER = `
import base64, csv, io, json, sys
def read(one, key):
    data = base64.b64decode(one[key])
    name = one['encoding'].replace('-bare', '')
    text = data.decode({'utf-8': 'utf-8', 'utf-8-sig': 'utf-8-sig', 'cp1252': 'cp1252'}.get(name, name))
    return list(csv.reader(io.StringIO(text.lstrip('\\ufeff'), newline=''), delimiter=one['delimiter']))
print(json.dumps([[read(one, 'before'), read(one, 'after')] for one in json.load(sys.stdin)]))
`

describe(`odd sheets, ${sheets.length} of them`, () => {
  it('are more than forty', () => expect(sheets.length).toBeGreaterThan(40))

  it.each(sheets.map((sheet) => [sheet.title, sheet] as const))(
    'come back with one cell filled and every other byte as it was: %s',
    (_, sheet) => {
      const made = filled(sheet)
      expect(made?.filled).toBe(1)
      const shown = sheet.encoding.startsWith('utf-16') ? 'utf16le' : 'latin1'
      expect(made?.bytes.toString(shown)).toBe(sheet.wanted.toString(shown))
    },
  )

  needing('python3', hasProgram('python3')).it(
    'are read by another reader as they were meant',
    () => {
      const asked = sheets.map((sheet) => ({
        encoding: sheet.encoding,
        delimiter: sheet.delimiter,
        before: sheet.bytes.toString('base64'),
        after: filled(sheet)?.bytes.toString('base64') ?? '',
      }))
      const { stdout, stderr } = spawnSync('python3', ['-c', READER], {
        input: JSON.stringify(asked),
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      })
      expect(stderr).toBe('')
      const tables = JSON.parse(stdout) as [string[][], string[][]][]
      for (const [at, [before, after]] of tables.entries()) {
        const { cell, points, title } = sheets[at] as (typeof sheets)[number]
        const wanted = before.map((row) => [...row])
        ;(wanted[cell[0]] as string[])[cell[1]] = points
        expect(after, title).toEqual(wanted)
      }
    },
  )
})
