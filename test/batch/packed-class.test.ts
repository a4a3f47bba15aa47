import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { discover } from '../../src/batch/discover.ts'
import type { Inventory } from '../../src/batch/inventory.ts'
import { builtInPack } from '../../src/pack/pack.ts'
import { needingLinks } from '../machine.ts'
import { folderWith } from './folders.ts'
import { makeZip, type ZipEntry } from './make-zip.ts'

const known = builtInPack().entries
const room = mkdtempSync(join(tmpdir(), 'mlp-check-room-'))

const find = (cwd: string, input: string) =>
  discover({ inputs: [input], cwd, layout: undefined, known, wanted: ['ex1', 'ex2'], room })

/** Where each platform puts a file of the person with this number. */
const PLATFORMS: Readonly<Record<string, (person: number, file: string) => string>> = {
  moodle: (person, file) => `Name${person} Of_${person}_assignsubmission_file_/${file}`,
  canvas: (person, file) => `name${person}_${person}_99${person}_${file}`,
  blackboard: (person, file) => `HW1_login${person}_attempt_2026-09-20-10-00-00_${file}`,
  folders: (person, file) => `name${person}/${file}`,
  flat: (person, file) => `name${person}x_${file}`,
}

/** Enough answers that the layout is known; then one person for each entry. */
function classOf(way: (person: number, file: string) => string, entries: readonly ZipEntry[]) {
  const answers = [1, 2, 3, 4, 5].map((person) => ({ name: way(person, 'ex1.ts'), data: 'a' }))
  const others = entries.map((one, at) => ({ ...one, name: way(10 + at, `${one.name}`) }))
  return [...answers, ...others]
}

/** What came of each file: who is meant, for which exercises, and why it gives no grade. */
function told({ handed, ignored }: Inventory, input: string) {
  const inside = (file: string) => file.slice(input.length + 1)
  return {
    handed: handed.map(({ student, exercise, file, name }) => [
      student.readings,
      exercise,
      name,
      inside(file.shown),
      readFileSync(file.path, 'utf8'),
    ]),
    senders: Object.fromEntries(
      ignored.map(({ student, exercises, file, name }) => [
        inside(file),
        [student?.readings, exercises, name],
      ]),
    ),
  }
}

/** Of any disk that tells `ex1.ts` from `EX1.ts`. */
const HOLDABLE: readonly ZipEntry[] = [
  { name: 'ex1.ts', data: 'b' },
  { name: 'notes.pdf', data: '' },
  { name: 'ex2.pdf', data: '' },
  { name: '.ex1.ts', data: '' },
  { name: 'ex1.ts', data: '/etc/passwd', mode: 0o120777 },
  { name: 'ex1 \u200f\u0639.ts', data: 'c' },
  { name: `ex1 ${'x'.repeat(200)}.ts`, data: 'd' },
]

function unpackedBelow(folder: string, entries: readonly ZipEntry[]): string {
  for (const { name, data = '', mode } of entries) {
    const path = join(folder, 'class', `${name}`)
    mkdirSync(dirname(path), { recursive: true })
    if (mode === undefined) writeFileSync(path, data)
    else symlinkSync(`${data}`, path)
  }
  return folder
}

describe.each(Object.entries(PLATFORMS))('a class that was packed: %s', (layout, way) => {
  needingLinks().it('is the class that was not', async () => {
    const entries = classOf(way, HOLDABLE)
    const packed = await find(folderWith({ 'class.zip': makeZip(entries) }), 'class.zip')
    const loose = await find(unpackedBelow(folderWith({}), entries), 'class')
    expect(packed.inputs[0]?.layout).toBe(layout)
    expect(told(packed, 'class.zip')).toEqual(told(loose, 'class'))
  })

  it('has a sender for everything that does not come out of it', async () => {
    const refused: ZipEntry[] = [
      { name: 'ex1.ts', data: '', flags: 1 },
      { name: 'ex1.ts', data: '', method: 14 },
      { name: 'ex1.ts', data: '', mode: 0o120777 },
      { name: 'ex1.ts', data: 'x', claims: 4_000_000_000 },
      { name: 'ex1.ts', data: '1234', claims: 5 },
      { name: 'ex1 \u202e.ts', data: '' },
    ]
    // All alike, and yet nothing that an assignment came with.
    for (const entries of [refused, refused.map(() => refused[3] as ZipEntry)]) {
      const cwd = folderWith({ 'class.zip': makeZip(classOf(way, entries)) })
      const { handed, ignored } = await find(cwd, 'class.zip')
      expect(handed).toHaveLength(5)
      const senders = new Set(ignored.map(({ student }) => student?.key))
      expect([senders.size, senders.has(undefined)]).toEqual([entries.length, false])
      for (const { exercises } of ignored) expect(exercises).toEqual(['ex1'])
    }
  })

  it('is judged under names that no disk takes', async () => {
    const long = `ex1 ${'\u4e2d'.repeat(90)}.ts`
    const cwd = folderWith({ 'class.zip': makeZip(classOf(way, [{ name: long, data: 'long' }])) })
    const { handed, ignored } = await find(cwd, 'class.zip')
    expect(ignored).toEqual([])
    const one = handed.find(({ file }) => file.shown.endsWith(long))
    expect(readFileSync(one?.file.path as string, 'utf8')).toBe('long')
  })
})

it('keeps two answers apart that differ in their letters alone', async () => {
  const work = makeZip([
    { name: 'ex1.ts', data: 'a' },
    { name: 'EX1.ts', data: 'b' },
    { name: 'Zo\u00eb/ex2.ts', data: 'a' },
    { name: 'Zoe\u0308/ex2.ts', data: 'b' },
  ])
  const { handed, ignored } = await find(folderWith({ 'class/jane/work.zip': work }), 'class')
  expect(ignored).toEqual([])
  expect(handed.map(({ order, exercise }) => [exercise, order])).toEqual([
    ['ex1', null],
    ['ex1', null],
    ['ex2', null],
    ['ex2', null],
  ])
  expect(
    handed
      .map(({ file }) => readFileSync(file.path, 'utf8'))
      .sort()
      .join(''),
  ).toBe('aabb')
})

it('leaves to nobody what a system packed along, and what leads out', async () => {
  const names = ['__MACOSX/ex1.ts', 'jane/._ex1.ts', 'jane/.DS_Store', '../ex1.ts', '/ex1.ts']
  const entries = names.map((name) => ({ name, data: '', flags: 1 }))
  const zip = makeZip([...entries, { name: 'jane/ex1.ts' }, { name: 'john/ex1.ts' }])
  const { ignored } = await find(folderWith({ 'class.zip': zip }), 'class.zip')
  expect(ignored.map(({ student }) => student)).toEqual(names.map(() => undefined))
})
