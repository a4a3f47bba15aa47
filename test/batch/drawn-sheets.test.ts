import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { hasProgram, needing } from '../machine.ts'
import { type DrawnSheet, decodedAs, drawSheet } from './drawn-sheets.ts'
import { runOf } from './out/run-of.ts'

/** `MLP_CHECK_SHEETS=5000` draws as many. */
const COUNT = Number(process.env.MLP_CHECK_SHEETS ?? 150)
const SEED = Number(process.env.MLP_CHECK_SEED ?? 7)
const sheets = Array.from({ length: COUNT }, (_, at) => drawSheet(SEED + at * 7919))

function filled({ bytes, points }: DrawnSheet): Buffer {
  const pieces = [...points].map(([login, earned]) => ({ by: login, earned }))
  const { sheet } = runOf(pieces, { sheet: bytes, columns: ['ex1=Points'] })
  return sheet?.bytes ?? Buffer.alloc(0)
}

/** The first row that is not as it must be. */
function fault(sheet: DrawnSheet, bytes: Buffer): string | undefined {
  const text = decodedAs(bytes, sheet.encoding)
  let at = 0
  for (const [row, [plain, quoted]] of sheet.rows.entries()) {
    const found = [plain, quoted].find((one) => text.startsWith(one, at))
    if (found === undefined) {
      return `row ${row}: ${JSON.stringify(text.slice(at, at + plain.length + 20))}, not ${JSON.stringify(plain)}`
    }
    at += found.length
  }
  return at === text.length ? undefined : `more than there was: ${JSON.stringify(text.slice(at))}`
}

/** Python's csv module, which shares no line with ours. */
const READER = `
import base64, csv, io, json, sys
csv.field_size_limit(1 << 30)
for line in sys.stdin:
    one = json.loads(line)
    name = {'utf-16-le-bare': 'utf-16-le', 'cp1252': 'latin-1'}.get(one['encoding'], one['encoding'])
    text = base64.b64decode(one['bytes']).decode(name).lstrip('\\ufeff')
    rows = csv.reader(io.StringIO(text, newline=''), delimiter=one['delimiter'])
    print(json.dumps([row for row in rows if row != []]))
`

describe(`${COUNT} drawn sheets, seed ${SEED}`, () => {
  it('come back with their cells filled and every other byte as it was', () => {
    for (const sheet of sheets) expect(fault(sheet, filled(sheet)), sheet.title).toBe(undefined)
  })

  it('also of twenty thousand people', () => {
    const sheet = drawSheet(SEED, 20_000)
    expect(fault(sheet, filled(sheet)), sheet.title).toBe(undefined)
  })

  needing('python3', hasProgram('python3')).it(
    'are read by another reader as they were made',
    () => {
      const lines = sheets.map((sheet) =>
        JSON.stringify({ ...sheet, bytes: filled(sheet).toString('base64'), rows: [], cells: [] }),
      )
      const { stdout, stderr } = spawnSync('python3', ['-c', READER], {
        input: lines.join('\n'),
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
      expect(stderr).toBe('')
      for (const [at, line] of stdout.trim().split('\n').entries()) {
        const { cells, title } = sheets[at] as DrawnSheet
        const made = cells.filter((row) => row.length > 1 || row[0] !== '')
        expect(JSON.parse(line), title).toEqual(made)
      }
    },
  )
})
