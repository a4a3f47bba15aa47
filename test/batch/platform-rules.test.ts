import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { discover } from '../../src/batch/discover.ts'
import { parseRoster } from '../../src/batch/people/roster.ts'
import { render } from '../../src/messages/render.ts'
import { builtInPack } from '../../src/pack/pack.ts'
import { folderWith } from './folders.ts'
import { gradesOf, type Piece, runOf } from './out/run-of.ts'

/**
 * What the platforms' own importers and exports do, each rule with the source that it was read in.
 */
const listed = (sheet: string) => parseRoster(Buffer.from(sheet), 'sheet.csv')
const filled = (sheet: string, pieces: readonly Piece[], column: string) => {
  const { sheet: made } = runOf(pieces, { sheet, columns: [`ex1=${column}`] })
  return { text: made?.bytes.toString() as string, remarks: made?.remarks }
}
const login = (value: string): Piece => ({
  by: {
    key: value,
    name: value,
    id: value,
    email: null,
    readings: [{ kind: 'people', members: [[{ kind: 'login', value }]] }],
  },
  earned: 425,
})

describe('Canvas imports', () => {
  const head = 'Student,ID,SIS User ID,SIS Login ID,Section'

  // instructure/canvas-lms, lib/gradebook_importer.rb: row_has_student_headers?
  it('lists with first and last names apart', () => {
    const list = listed(
      'LastName,FirstName,ID,SIS User ID,SIS Login ID,Section,HW1 (1)\n' +
        '    Points Possible,,,,,,5\nLee,Ann,5001,1,alee,S1,\n',
    )
    expect([list.platform, list.people.map(({ name }) => name)]).toEqual(['canvas', ['Ann Lee']])
    const { text } = filled(
      'LastName,FirstName,ID,SIS Login ID,Section,HW1 (1)\n    Points Possible,,,,,5\nLee,Ann,1,alee,S1,\n',
      [login('alee')],
      'HW1',
    )
    expect(text).toContain('alee,S1,2.125\n')
  })

  // check_for_non_student_row: "Points Possible" anywhere in the first cell; lines of policies
  it('nobody of the lines about columns', () => {
    const { people } = listed(
      `${head},HW1 (1)\n,,,,,Manual Posting\n  Points Possible (all),,,,,5\n"Lee, Ann",5001,1,alee,S1,\n`,
    )
    expect(people.map(({ name }) => name)).toEqual(['Lee, Ann'])
  })

  // process_student: by the SIS ids where the ID is empty
  it('somebody without an ID by the SIS ids', () => {
    const { people } = listed(`${head},HW1 (1)\n"Lee, Ann",,1,alee,S1,\n`)
    expect(people).toHaveLength(1)
  })

  // NON_ASSIGNMENT_COLUMN_HEADERS, matched anywhere in a heading
  it.each([
    'Current Score',
    'Unposted Final Grade',
    'Labs Current Points',
    'Override Status',
    'Override Score (Fall)',
  ])('no column whose heading holds the name of a computed one (%s)', (heading) => {
    const sheet = `${head},${heading},HW1 (1)\n"Lee, Ann",5001,1,alee,S1,,\n`
    expect(() => filled(sheet, [login('alee')], heading)).toThrow('takes no grades')
  })

  // readonly_assignment?: "read only", whatever white space stands between
  it('no column that is read only', () => {
    const sheet = `${head},HW1 (1)\n    Points Possible,,,,,( read  only )\n"Lee, Ann",5001,1,alee,S1,\n`
    expect(() => filled(sheet, [login('alee')], 'HW1')).toThrow('takes no grades')
  })

  // CSV::Converters[:decimal_comma_to_period]: the last sign is the decimal one
  it('numbers with a decimal comma, which a sheet keeps', () => {
    const sheet = `${head},HW1 (1),HW2 (2)\n"Lee, Ann",5001,1,alee,S1,"9,50",\n`.replaceAll(
      ',',
      ';',
    )
    const own = sheet.replace('"Lee; Ann"', '"Lee, Ann"').replace('"9;50"', '9,50')
    expect(filled(own, [login('alee')], 'HW2').text).toContain(';9,50;4,25\n')
  })
})

describe('Moodle imports', () => {
  const sheet =
    'Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (grade)\n' +
    'Participant 501,Ann Lee,a@x,,,10.00,Yes,-\nParticipant 502,Bob Ray,b@x,,,10.00,Yes,-\n'

  // moodle/moodle, mod/assign/feedback/offline/importgradeslib.php: init() needs the three headings
  it('sheets whose headings are as they were', () => {
    const { text } = filled(sheet, [], 'Grade')
    expect(text.split('\n')[0]).toBe(sheet.split('\n')[0])
  })

  // locallib.php: a grade above the maximum is passed over
  it('no grade above the maximum, so that it is said', () => {
    const run = runOf([], {
      sheet,
      columns: ['ex1=Grade'],
      overrides: 'person,exercise,points\na@x,ex1,12\nb@x,ex1,10\n',
    })
    expect(run.sheet?.remarks.map((one) => render(one))).toEqual([
      'Ann Lee: more points than Moodle allows, which it passes over unsaid',
    ])
  })
})

describe('Gradescope exports', () => {
  const told = ['Max Points', 'Submission Time', 'Lateness (H:M:S)']

  it.each(told)('%s beside the points, which is no place for any', (beside) => {
    const headings = told.map((one) => `HW1 - ${one}`).join()
    const sheet = `First Name,Last Name,SID,Email,Sections,HW1,${headings},Total Lateness (H:M:S)\nAnn,Lee,1,a@x,S,,10.0,,,\n`
    expect(() => filled(sheet, [], `HW1 - ${beside}`)).toThrow('takes no grades')
    const ann = { by: 'Ann Lee', earned: 425 }
    expect(filled(sheet, [ann], 'HW1').text).toContain('S,4.25,10.0')
  })
})

describe('Blackboard imports', () => {
  // Blackboard's help, "Upload and download grades": in files with commas, every cell is quoted
  it('cells in quotation marks where the others of a row have them', () => {
    const sheet =
      '"Last Name","First Name","Username","Availability","HW1 [Total Pts: 10 Score] |456"\n' +
      '"Lee","Ann","alee","Yes",\n"Ray","Bob","bray","Yes",""\n'
    const { text } = filled(sheet, [login('alee'), login('bray')], 'HW1')
    expect(text.split('\n').slice(1, 3)).toEqual([
      '"Lee","Ann","alee","Yes","4.25"',
      '"Ray","Bob","bray","Yes","4.25"',
    ])
    expect(parse(text, { columns: true })).toMatchObject([{ Username: 'alee' }, {}])
  })
})

const known = builtInPack().entries

async function handedIn(files: Record<string, string>) {
  const cwd = folderWith(files)
  const inputs = ['.']
  const inventory = await discover({
    inputs,
    cwd,
    layout: undefined,
    known,
    wanted: ['ex1'],
    room: cwd,
  })
  return inventory.handed
}

describe('a Gradescope export', () => {
  const entry = (number: number, members: readonly string[], more: readonly string[] = []) =>
    [
      `submission_${number}:`,
      '  :submitters:',
      ...members.flatMap((name) => [`  - :name: ${name}`, `    :email: ${name}@uni.example`]),
      '  :created_at: 2026-09-20 10:00:00.000000000 Z',
      '  :score: 3.0',
      ...more,
    ].join('\n')
  // Read by others' scripts: each entry of :history: has :created_at and :score of an upload that
  // the export does not hold.
  const history = (...lines: readonly string[]) => ['  :history:', ...lines]
  const at = (day: number) => `  - :created_at: 2026-09-${day} 10:00:00.000000000 Z`
  const handed = async (more: readonly string[]) =>
    (
      await handedIn({
        'submission_metadata.yml': entry(1, ['ann'], more),
        'submission_1/ex1.ts': '',
      })
    )[0]

  it('tells how many uploads came before, but for those that it could not judge', async () => {
    expect((await handed([]))?.earlier).toBeUndefined()
    const two = history(at(18), '    :score: 1.0', at(19), '    :score: 2.0')
    expect((await handed(two))?.earlier).toBe(2)
    const broken = history(at(18), '    :autograder_error: true', at(19))
    expect((await handed(broken))?.earlier).toBe(1)
  })

  it('may hold an older upload that was made the active one', async () => {
    expect((await handed(history(at(18), at(22))))?.earlier).toBe(1)
  })

  it('counts those as attempts, and says what cannot be the best', async () => {
    const one = await handed(history(at(18), at(19)))
    const roster = 'Name,Email\nann,ann@uni.example\n'
    const piece = { ...one, by: one?.student, earned: 1000 } as Piece
    const grade = (course: unknown) => runOf([piece], { roster, course })
    expect(Object.values(gradesOf(grade({ attempts: 2 })))).toEqual(['set-aside 0'])
    expect(Object.values(gradesOf(grade({ attempts: 3 })))).toEqual(['passed 10'])
    const { ledger } = grade({ counts: 'best' })
    expect(ledger.lines[0]?.cells.get('ex1')?.why).toEqual([
      '2 earlier uploads are not in the download: what is here counts, whatever the rule (best)',
    ])
  })

  it('gives the hand-in of a group, with its time and attempts, to each member', async () => {
    const [group] = await handedIn({
      'submission_metadata.yml': entry(7, ['ann', 'bob'], history(at(19))),
      'submission_7/ex1.ts': '',
    })
    const roster = 'Name,Email\nann,ANN@uni.example\nbob,bob@uni.example\ncy,cy@uni.example\n'
    const course = {
      due: '2026-09-19T10:00:00Z',
      late: { percentPerDay: 10 },
      latenessBy: 'mlp-check',
    }
    const run = runOf([{ ...group, by: group?.student, earned: 1000 } as Piece], { roster, course })
    expect(Object.values(gradesOf(run))).toEqual(['passed 9', 'passed 9', 'missing 0'])
  })
})

describe("a classroom's list on GitHub", () => {
  // GitHub's REST API, schema classroom-assignment-grade: the columns of its list of grades
  const head =
    'assignment_name,github_username,roster_identifier,student_repository_name,submission_timestamp,points_awarded'
  const course = { due: '2026-09-20T12:00:00Z', late: { percentPerDay: 10 } }
  const grades = async (time: string) => {
    const handed = await handedIn({
      'hw-alee/ex1.ts': '',
      'hw-bray/ex1.ts': '',
      'hw-cday/a.txt': '',
    })
    const pieces = handed.map((one) => ({ ...one, by: one.student, earned: 1000 }) as Piece)
    const roster = `${head}\nhw,ALee,Ann Lee,hw-alee,${time},\nhw,bray,Bob Ray,hw-bray,,\n`
    return Object.values(
      gradesOf(runOf(pieces, { roster, course: { ...course, latenessBy: 'mlp-check' } })),
    )
  }

  it('says when the work came, which no commit can', async () => {
    expect(await grades('2026-09-20 12:00:00 UTC')).toEqual(['passed 10', 'passed 10'])
    expect(await grades('2026-09-22T11:00:00.123Z')).toEqual(['passed 8', 'passed 10'])
    expect(await grades('2026-09-20 14:00:01 +0200')).toEqual(['passed 9', 'passed 10'])
    expect(await grades('22 September')).toEqual(['passed 10', 'passed 10'])
  })
})

describe("Blackboard's times", () => {
  const course = { due: '2026-09-20T23:59:00+02:00', latenessBy: 'mlp-check' }
  const late = { percentPerDay: 10 }
  const grade = async (time: string, more: object) => {
    const [one] = await handedIn({ [`HW1_alee_attempt_${time}_ex1.ts`]: '' })
    const piece = { ...one, by: one?.student, earned: 1000 } as Piece
    const roster = 'Name,Username\nAnn Lee,alee\n'
    const run = runOf([piece], { roster, course: { ...course, late, ...more } })
    const cell = run.ledger.lines[0]?.cells.get('ex1')
    return { score: cell?.score, why: cell?.why.join() }
  }

  it('are instants where the course says whose clock they are', async () => {
    const clock = 'Europe/Berlin'
    expect(await grade('2026-09-20-23-59-00', { clock })).toMatchObject({ score: 1000 })
    expect(await grade('2026-09-20-23-59-01', { clock })).toMatchObject({ score: 900 })
    expect(await grade('2026-09-20-18-00-00', { clock: '-05:00' })).toMatchObject({ score: 900 })
  })

  it('take nothing where it does not, which is said', async () => {
    const { score, why } = await grade('2026-09-22-10-00-00', {})
    expect(score).toBe(1000)
    expect(why).toContain(
      "Handed in 2026-09-22T10:00:00 on a clock that the course's rules do not name",
    )
  })
})
