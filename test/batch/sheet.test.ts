import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTable, tableBytes } from '../../src/batch/table/table.ts'
import { render } from '../../src/messages/render.ts'
import { type Piece, runOf } from './out/run-of.ts'

const CANVAS =
  'Student,ID,SIS User ID,SIS Login ID,Section,HW1 (123),HW2 (124),Current Score\r\n' +
  '    Points Possible,,,,,10.00,5,(read only)\r\n' +
  '"Lee, Ann",5001,88,alee,S1,,"1,5",\r\n' +
  '"Ray, Bob",77,5001,bray,S1, 3.0 ,,\r\n' +
  '"Day, Cy",78,,cday,S1,,,\r\n'

const canvasUser = (id: string, name: string) => ({
  key: id,
  name,
  id,
  email: null,
  readings: [
    {
      kind: 'people' as const,
      members: [
        [
          { kind: 'canvas-user' as const, value: id },
          { kind: 'name' as const, value: name },
        ],
      ],
    },
  ],
})
const ann = { by: canvasUser('5001', 'leeann'), earned: 1000 } satisfies Piece
const bob = { by: canvasUser('77', 'raybob'), earned: 425 } satisfies Piece
const filled = (sheet: string | Buffer, pieces: readonly Piece[], ...columns: string[]) =>
  runOf(pieces, { sheet, columns }).sheet?.bytes.toString('utf8')

describe("Canvas's gradebook", () => {
  it('comes back with the cells of one column filled, and every other byte as it was', () => {
    const wanted = CANVAS.replace('S1,,"1,5"', 'S1,10,"1,5"').replace('S1, 3.0 ,', 'S1,4.25,')
    expect(filled(CANVAS, [ann, bob], 'ex1=HW1 (123)')).toBe(wanted)
    expect(filled(CANVAS, [ann, bob], 'tanh=HW1')).toBe(wanted)
  })

  it('is given points in its own units, which is said', () => {
    const { sheet } = runOf([ann, bob], { sheet: CANVAS, columns: ['ex1=HW2 (124)'] })
    const text = sheet?.bytes.toString()
    expect(text).toContain('S1,,"5",')
    expect(text).toContain('S1, 3.0 ,2.125,')
    expect(sheet?.remarks.map((one) => render(one))).toEqual([
      "HW2 (124): the 10 points of ex1 are scaled to the sheet's 5",
    ])
  })

  it('keeps the cell of whoever is in doubt, missing or set aside, and says EX for the excused', () => {
    const doubtful = { by: canvasUser('5001', 'somebody'), earned: 1000 }
    expect(filled(CANVAS, [doubtful], 'ex1=HW1 (123)')).toBe(CANVAS)
    const excused = runOf([], {
      sheet: CANVAS,
      columns: ['ex1=HW1 (123)'],
      overrides: 'person,exercise,excused\ncday,ex1,yes\n',
    })
    expect(excused.sheet?.bytes.toString()).toBe(CANVAS.replace('cday,S1,,', 'cday,S1,EX,'))
  })

  it('gives the grade of one person of another list to no two of its rows', () => {
    const sheet = 'Name,SID,Email,HW1\nAnn Lee,1,,old\nAnn Lee,2,,old\nBob Ray,3,,old\n'
    const { sheet: made } = runOf([{ by: 'Ann Lee' }, { by: 'Bob Ray' }], {
      roster: 'Name\nAnn Lee\nBob Ray\n',
      sheet,
      columns: ['ex1=HW1'],
    })
    expect(made?.bytes.toString()).toBe(sheet.replace('3,,old', '3,,4.25'))
    expect(made?.remarks.map((one) => render(one))).toContain(
      'Ann Lee, Ann Lee: left as it was: several rows of the sheet may be one person of the roster',
    )
  })

  it('finds the people of another list by ids alone, and says whose grade no row takes', () => {
    const texts = (sheet: string) => ({
      roster: 'Name,Email\nAnn Lee,a@x\nBob Ray,b@x\nCy Day,c@x\n',
      sheet,
      columns: ['ex1=HW1'],
    })
    const run = (sheet: string) => runOf([{ by: 'Ann Lee' }, { by: 'Bob Ray' }], texts(sheet)).sheet
    const ids = run('Email,HW1\nA@X,\nz@x,\n')
    expect(ids?.bytes.toString()).toBe('Email,HW1\nA@X,4.25\nz@x,\n')
    expect(ids?.remarks.map((one) => render(one))).toEqual([
      'z@x: in the sheet, but not on the roster',
      'Bob Ray: on the roster and graded, but in no row of the sheet',
    ])
    expect(ids?.doubtful).toBe(false)
    const torn = run('Name,Email,HW1\nSomebody Else,a@x,\nBob Ray,b@x,\n')
    expect(torn?.doubtful).toBe(true)
    expect(torn?.remarks.map((one) => render(one)).join()).toContain(
      'Somebody Else: left as it was: what the sheet says',
    )
  })

  it.each([
    ['per cent', '85%,70.5 %', '42.5%'],
    ['points, of which one is per cent', '85%,7', '4.25'],
    ['nothing yet', ',', '4.25'],
  ])('is filled in the unit of its column: %s', (_, before, after) => {
    const [one, other] = before.split(',')
    const sheet = `Name,Login,HW1\nAnn,ann,${one}\nBob,bob,${other}\n`
    const text = filled(sheet, [{ by: 'ann', earned: 425 }], 'ex1=HW1')
    expect(text).toBe(`Name,Login,HW1\nAnn,ann,${after}\nBob,bob,${other}\n`)
  })

  it('keeps the unit that a platform tells, whatever stands in its cells', () => {
    const sheet = CANVAS.replace('S1,,"1,5"', 'S1,85%,').replace('S1, 3.0 ,', 'S1,70%,')
    expect(filled(sheet, [ann], 'ex1=HW1')).toContain('S1,10,')
  })

  it.each(['sep=;\r\n', '\ufeffsep=;\n', '"sep=;"\n'])(
    'keeps the line that is for Excel: %j',
    (line) => {
      const sheet = `${line}Name;Login;HW1\nLee, Ann, A;ann;\n`
      const text = filled(sheet, [{ by: 'ann', earned: 1000 }], 'ex1=HW1')
      expect(text).toBe(sheet.replace('ann;', 'ann;10'))
      expect(() => filled(`${sheet}x;y;z;w\n`, [], 'ex1=HW1')).toThrow('sheet.csv, line 4')
    },
  )

  it('has the comma in numbers where its other numbers, or its signs between cells, say so', () => {
    const row = (delimiter: string, seen: string) =>
      filled(
        `Name,Login,Seen,HW1\nAnn,ann,,\nBob,bob,${seen},\n`
          .replaceAll(',', delimiter)
          .replace('_', ','),
        [{ by: 'ann', earned: 425 }],
        'ex1=HW1',
      )?.split('\n')[1]
    expect(row(';', '')).toBe('Ann;ann;;4,25')
    expect(row(';', '1_5')).toBe('Ann;ann;;4,25')
    expect(row(';', '1.5')).toBe('Ann;ann;;4.25')
    expect(row(',', '1.5')).toBe('Ann,ann,,4.25')
    expect(row('\t', '1_5')).toBe('Ann\tann\t\t4,25')
  })

  it('is refused where a column is graded in letters, or by the words of a scale', () => {
    const letters = 'Name,Login,HW1\nAnn,ann,A-\nBob,bob,c\n'
    expect(() => filled(letters, [], 'ex1=HW1')).toThrow('HW1 in sheet.csv is graded by letters')
    const scale =
      'Identifier,Full name,Email address,Status,Grade,Scale,Grade can be changed\n' +
      'Participant 1,Ann Lee,a@x,,,"Not yet,Competent",Yes\n'
    expect(() => filled(scale, [])).toThrow('Grade in sheet.csv is graded by a scale')
    expect(() => filled(scale, [], 'ex1=Grade')).toThrow('graded by a scale')
  })

  it('is refused where nothing in it takes grades', () => {
    const sheet = 'Student,ID,SIS Login ID,Section\n"Lee, Ann",5001,alee,S1\n'
    expect(() => runOf([ann], { sheet })).toThrow('sheet.csv has no column for grades')
  })

  it.each([
    [[], 'which column of sheet.csv'],
    [['ex1'], '--column takes exercise="heading"'],
    [['ex1=HW3'], 'sheet.csv has no column HW3'],
    [['ex9=HW1'], 'there is no exercise ex9'],
    [['ex1=ID'], 'ID in sheet.csv takes no grades'],
    [['ex1=Current Score'], 'takes no grades'],
    [['ex1=HW1 (123)', 'total=HW1 (123)'], 'to ex1 and to total'],
  ])('refuses columns that nobody can mean (%j)', (columns, says) => {
    expect(() => runOf([ann], { sheet: CANVAS, columns })).toThrow(says)
  })
})

describe("Moodle's grading worksheet", () => {
  const GERMAN =
    '\ufeffID-Nummer des Eintrags,"Vollständiger Name",E-Mail-Adresse,Status,Bewertung,Bestwertung,"Bewertung kann geändert werden","Zuletzt geändert (Bewertung)","Feedback als Kommentar"\n' +
    'Teilnehmer/in501,"Ann Lee",a@x,,,"100,00",Ja,-,\n' +
    'Teilnehmer/in502,"Bob Ray",b@x,,,"100,00",Nein,-,\n'
  const participant = (value: string, name: string): Piece => ({
    by: {
      ...canvasUser(value, name),
      readings: [
        {
          kind: 'people',
          members: [
            [
              { kind: 'participant', value },
              { kind: 'name', value: name },
            ],
          ],
        },
      ],
    },
    earned: 425,
  })

  it('is filled by its structure, in its own decimals, and never where grades are locked', () => {
    const { sheet } = runOf([participant('501', 'Ann Lee'), participant('502', 'Bob Ray')], {
      sheet: GERMAN,
    })
    expect(sheet?.bytes.toString()).toBe(GERMAN.replace('a@x,,,', 'a@x,,"42,5",'))
    expect(sheet?.remarks.map((one) => render(one))).toContainEqual(
      expect.stringContaining('Bob Ray: left as it was'),
    )
  })
})

describe('a table', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', ' ', ',', ';', '\t', '"', 'é', '文', '\n', '\r\n', '1', '.'),
    maxLength: 6,
  })
  const shape = fc.integer({ min: 2, max: 4 }).chain((width) =>
    fc.record({
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
      end: fc.constantFrom('\n', '\r\n'),
      encoding: fc.constantFrom('utf8' as const, 'utf16le' as const),
    }),
  )
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

  it('is read as another reader reads it, and comes back byte for byte', () => {
    fc.assert(
      fc.property(shape, ({ rows, end, encoding }) => {
        const head = (rows[0] as string[]).map((_, at) => `h${at}`)
        const text = [head, ...rows.map((row) => row.map(quoted))]
          .map((row) => `${row.join(',')}${end}`)
          .join('')
        const bytes = Buffer.from(`\ufeff${text}`, encoding)
        const table = parseTable(bytes, 'x.csv')
        const oracle = parse(text, { record_delimiter: end }) as string[][]
        expect(table.rows.map(({ cells }) => cells.map((one) => one.text))).toEqual(oracle)
        expect(tableBytes(table, new Map()).equals(bytes)).toBe(true)
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  it.each([',', ';', '\t', '|'])('changes the filled cells alone, between %j', (delimiter) => {
    const text = [
      ['a', 'b', 'c'],
      ['1', '"x"', ''],
    ]
      .map((row) => row.join(delimiter))
      .join('\r\n')
    const table = parseTable(Buffer.from(text), 'x.csv')
    const row = table.rows[1]
    if (row === undefined) throw new Error('the table has two rows')
    const change = new Map([
      [
        row,
        new Map([
          [1, 'y'],
          [2, `7${delimiter}5`],
        ]),
      ],
    ])
    expect(tableBytes(table, change).toString()).toBe(
      text.replace(`"x"${delimiter}`, `"y"${delimiter}"7${delimiter}5"`),
    )
  })

  it('keeps the bytes of an old code page, and shows its letters', () => {
    const bytes = Buffer.from('Name;Note\nZo\xeb \x80;1\n', 'latin1')
    const table = parseTable(bytes, 'x.csv')
    expect(table.rows[1]?.cells[0]?.text).toBe('Zoë €')
    expect(tableBytes(table, new Map()).equals(bytes)).toBe(true)
  })
})
