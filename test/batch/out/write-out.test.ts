import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FinishedRun } from '../../../src/batch/out/finished-run.ts'
import { writeOut } from '../../../src/batch/out/write-out.ts'
import { folderWith } from '../folders.ts'
import { type Piece, runOf } from './run-of.ts'

const SHEET = 'Name,ID,HW1\nJane Doe,1,\nAl Roe,2,\n'
const header = {
  tool: { name: 'mlp-check', version: '1' },
  node: '20',
  backend: { name: 'tfjs', version: '1', why: 'a test' },
  seed: 7,
  pointScale: 100,
}
const report = JSON.stringify({ exercise: 'ex1', checks: [], score: 425, maxScore: 1000 })

async function written(folder: string, pieces: readonly Piece[]) {
  const run = {
    ...runOf(pieces, { sheet: SHEET, columns: ['ex1=HW1'] }),
    header,
    read: () => report,
  }
  const pool = {
    writeFeedback: async ({ files }: { files: readonly { file: string }[] }) => {
      for (const { file } of files) writeFileSync(file, '')
    },
  }
  await writeOut(run as unknown as FinishedRun, { folder, feedback: 'html', locale: 'en' }, pool)
}

describe('what a run leaves', () => {
  it('has no sheet where it was interrupted, not even that of an earlier run', async () => {
    const out = folderWith({})
    await written(out, [{ by: 'Jane Doe' }, { by: 'Al Roe' }])
    expect(existsSync(join(out, 'sheet.csv'))).toBe(true)
    await written(out, [{ by: 'Jane Doe' }, { by: 'Al Roe', earned: null }])
    expect(existsSync(join(out, 'sheet.csv'))).toBe(false)
  })

  it('has no sheet of an earlier run beside new tables, whatever it was called', async () => {
    const out = folderWith({})
    await written(out, [{ by: 'Jane Doe' }, { by: 'Al Roe' }])
    const record = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
    expect(record.sheet).toBe('sheet.csv')
    writeFileSync(join(out, 'gradebook.csv'), 'an older sheet')
    writeFileSync(
      join(out, 'run.json'),
      JSON.stringify({ ...record, sheet: '../../gradebook.csv' }),
    )
    await written(out, [{ by: 'Jane Doe' }, { by: 'Al Roe' }])
    expect(existsSync(join(out, 'gradebook.csv'))).toBe(false)
    expect(existsSync(join(out, 'sheet.csv'))).toBe(true)
  })

  it('has no feedback of who is gone', async () => {
    const out = folderWith({})
    await written(out, [{ by: 'Jane Doe' }, { by: 'Al Roe' }])
    expect(readdirSync(join(out, 'students'))).toHaveLength(4)
    await written(out, [{ by: 'Al Roe' }])
    expect(readdirSync(join(out, 'students')).sort()).toEqual(['2.html', '2.json'])
  })

  it.runIf(process.platform !== 'win32')('is for its owner alone', async () => {
    const out = folderWith({})
    await written(out, [{ by: 'Jane Doe' }])
    const files = readdirSync(out).map((name) => join(out, name))
    const open = files.filter((file) => (statSync(file).mode & 0o077) !== 0)
    expect(open).toEqual([])
  })
})
