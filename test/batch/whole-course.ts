import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'
import { folderWith } from './folders.ts'
import { DISGUISES, ORIGINAL } from './likeness/disguises.ts'

const solutions = join(packageRoot(), 'solutions', 'ex01-tanh')
const right = readFileSync(join(solutions, 'solution.ts'), 'utf8')
const wrong = readFileSync(join(solutions, 'mistakes', 'sign.ts'), 'utf8')

const PEOPLE = [
  ['Lee, Ann', 'alee', wrong],
  ['Ray, Bob', 'bray', right],
  ['Day, Cy', 'cday', ORIGINAL],
  ['Fox, Di', 'dfox', DISGUISES['other names'] as string],
  ['Orr, Eva', 'eorr', 'export const tanh = ('],
  ['Poe, Flo', 'fpoe', `// mine\n${right}`],
  ['Roy, Gus', 'groy', undefined],
  ['Sax, Hal', 'hsax', right],
] as const

/**
 * A class with all that grades are made of: a sheet, rules, decisions by hand, a hand-in in doubt
 * that is settled and one that is open, lateness, a re-upload, and two answers that are alike.
 */
export function wholeCourse(): string {
  const files: Record<string, string> = {
    'canvas.csv': [
      '\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,HW1 (123),Sum (9),Final Score',
      '    Points Possible,,,,,20,10,(read only)',
      ...PEOPLE.map(([name, login], at) => `"${name}",${5001 + at},,${login},S${at % 2},,7,`),
    ].join('\r\n'),
    'course.yaml': [
      'due: 2026-09-20T12:00:00Z',
      'late: { percentPerDay: 10 }',
      'latenessBy: mlp-check',
      'counts: average',
      'sections: { S1: { attempts: 2 } }',
      'people: { fpoe: { due: 2026-10-20T12:00:00Z } }',
    ].join('\n'),
    'by-hand.csv':
      'person,exercise,points,comment,excused\nalee,ex1,9.5,spoken to,\ngroy,ex1,,ill,yes\n',
    'settled.csv': 'file,person\nhw/another_5008_908_ex1.ts,hsax\n',
    'hw/somebody_5099_990_ex1.ts': `// whose?\n${right}`,
    'hw/raybob_5002_912_ex1-1.ts': `// again\n${wrong}`,
    'hw/poeflo_LATE_5006_916_notes.txt': 'notes',
  }
  for (const [at, [name, login, text]] of PEOPLE.entries()) {
    const own = login === 'hsax' ? 'another' : name.toLowerCase().replace(/[^a-z]/g, '')
    const late = login === 'fpoe' || login === 'bray' ? '_LATE' : ''
    if (text !== undefined) files[`hw/${own}${late}_${5001 + at}_${901 + at}_ex1.ts`] = text
  }
  return folderWith(files)
}

/** What is told of a class that is not in what was handed in, for `batch` and for `merge`. */
export const BOOKS = [
  ...['--sheet', 'canvas.csv', '--column', 'ex1=HW1 (123)', '--column', 'total=Sum'],
  ...['--course', 'course.yaml', '--overrides', 'by-hand.csv', '--match', 'settled.csv'],
]

/** Every file that a run left, with what is told of time taken out. */
export function everythingIn(out: string): Record<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.\w+$/.test(name) && name !== 'journal.jsonl')
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      readFileSync(join(out, name), 'utf8')
        .replace(/"durationMs": ?\d+/g, '"durationMs":0')
        .replace(/"startedAt": ?"[^"]*"/g, '"startedAt":""'),
    ]),
  )
}
