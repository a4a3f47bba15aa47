import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { discover } from '../../src/batch/discover.ts'
import { isArchive, isOtherArchive, meantName, scriptStem } from '../../src/batch/file-kinds.ts'
import { builtInPack } from '../../src/pack/pack.ts'
import { folderWith } from './folders.ts'
import { makeZip } from './make-zip.ts'

/** What systems, mail and editors leave behind a name without changing what it means. */
const TAILS = ['', ' ', '.', ' .', '. ', '...', '\u00a0', '\u3000', '\u200b', '\u200e', '\ufeff ']
const SCRIPTS = ['ex1.ts', 'EX1.TS', 'ex1.mts', 'ex1.tsx', 'ex1.js', 'ex1.ts.txt', 'Ex1.TS.TXT']

describe('the name that is meant', () => {
  it('ends in what can be seen, and is never nothing', () => {
    for (const tail of TAILS) expect(meantName(`jane/ex1.ts${tail}`)).toBe('jane/ex1.ts')
    for (const name of ['.', ' ', 'jane/.', 'jane/ ']) expect(meantName(name)).toBe(name)
  })

  it('says what a file is, whatever stands behind it', () => {
    for (const tail of TAILS) {
      for (const name of SCRIPTS) expect(scriptStem(name + tail)?.toLowerCase()).toBe('ex1')
      for (const name of [
        'ex1.txt',
        'ex1.pdf',
        'ex1',
        'ts',
        '.ts',
        'ex1_ts',
        'ex1.ts~',
        'ex1.ts.bak',
      ])
        expect(scriptStem(name + tail)).toBeUndefined()
      for (const name of ['hw.zip', 'HW.ZIP', 'hw.tar.gz', 'hw.tgz'])
        expect([isArchive(name + tail), isOtherArchive(name + tail)]).toEqual([true, false])
      for (const name of ['hw.rar', 'hw.7z', 'hw.tar.xz', 'hw.gz'])
        expect([isArchive(name + tail), isOtherArchive(name + tail)]).toEqual([false, true])
    }
  })
})

/** A file of Jane's as each way of handing in has it. */
const WAYS: Readonly<Record<string, (file: string) => string>> = {
  moodle: (file) => `Jane Doe_4242_assignsubmission_file/${file}`,
  canvas: (file) => `doejane_4242_991_${file}`,
  blackboard: (file) => `HW1_jdoe_attempt_2026-09-20-10-00-00_${file}`,
  folders: (file) => `jane/${file}`,
  flat: (file) => `jane_${file}`,
}

const room = mkdtempSync(join(tmpdir(), 'mlp-check-room-'))

async function found(files: { readonly [path: string]: string | Buffer }, wanted = ['ex1']) {
  const known = builtInPack().entries
  const cwd = folderWith(files)
  return discover({ inputs: ['.'], cwd, layout: undefined, known, wanted, room })
}

// No disk of Windows holds such a name.
describe.skipIf(process.platform === 'win32').each(Object.entries(WAYS))('%s', (layout, way) => {
  it.each(SCRIPTS)('judges %s, whatever stands behind its name', async (name) => {
    for (const tail of TAILS) {
      const { inputs, handed, ignored } = await found({ [way(name + tail)]: '' }, ['ex1', 'ex2'])
      expect([inputs[0]?.layout, ignored]).toEqual([layout, []])
      expect(handed.map((one) => [one.exercise, one.name.endsWith(name)])).toEqual([['ex1', true]])
      expect(handed[0]?.student.key).not.toMatch(/ts|txt/i)
    }
  })

  it('opens an archive, whatever stands behind its name and those in it', async () => {
    for (const tail of TAILS) {
      const packed = makeZip([{ name: `work/ex1.ts${tail}`, data: '' }])
      const { handed, ignored } = await found({ [way(`hw.zip${tail}`)]: packed })
      expect(ignored).toEqual([])
      expect(handed.map(({ exercise, name }) => [exercise, name])).toEqual([['ex1', 'work/ex1.ts']])
    }
  })
})

it('takes the file that is called as it should be before its copy as a text', async () => {
  const { handed, ignored } = await found({ 'jane/ex1.ts': 'a', 'jane/ex1.ts.txt': 'b' })
  expect(handed.map(({ file }) => file.shown)).toEqual(['jane/ex1.ts'])
  expect(ignored[0]?.reason).toContain('a duplicate')
})

it('says what to do about what is not opened', async () => {
  const inner = makeZip([{ name: 'ex1.ts', data: '' }])
  const { ignored } = await found({
    'jane/hw.zip': makeZip([{ name: 'ex1.zip', data: inner }]),
    'john/ex1.docx': '',
    'john/ex1.ts': '',
  })
  expect(ignored.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
    'jane/hw.zip/ex1.zip: an archive inside an archive, which is not opened: unpack it first',
    'john/ex1.docx: not a TypeScript file by its name, which has to end in .ts',
  ])
})
