import { describe, expect, it } from 'vitest'
import { layouts } from '../../src/batch/layouts/index.ts'
import type { Identifier, Reading } from '../../src/batch/people/identifier.ts'
import { parseRoster } from '../../src/batch/people/roster.ts'
import { whoseLookup } from '../../src/batch/people/whose.ts'

const roster = (text: string, encoding: BufferEncoding = 'utf8') =>
  parseRoster(Buffer.from(text, encoding), 'class.csv')

const said = (...members: readonly Identifier[][]): Reading[] => [{ kind: 'people', members }]
const folder = (value: string): Reading[] => [
  { kind: 'people', members: [[{ kind: 'folder', value }]] },
  { kind: 'group', group: value },
]
const placeInMoodle = await layouts.moodle.open({
  pathOf: (path) => path,
  files: [],
  repositories: [],
  skipped: [],
})
const moodlePlace = (file: string) => placeInMoodle(file).student?.readings
const namesIn = (text: string, readings: readonly Reading[]) => {
  const found = whoseLookup(roster(text).people)(readings)
  return found.kind === 'known' ? found.people.map(({ name }) => name) : found.kind
}

const CANVAS =
  'Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"Doe, Jane",4242,s1,jdoe,A\n'

describe('a class list', () => {
  it.each([
    ['Canvas', 'canvas', CANVAS],
    [
      'Moodle',
      'moodle',
      'Identifier,Full name,Email address,Status\nParticipant 4242,Jane Doe,jdoe@x.org,\n',
    ],
    [
      'Moodle in German',
      'moodle',
      'ID-Nummer des Eintrags,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung\nTeilnehmer/in4242,Jane Doe,jdoe@x.org,,,"10,00"\n',
    ],
    [
      'Moodle in a language that is not known',
      'moodle',
      'Tunniste,Koko nimi,Sähköposti,Tila,Arvosana,Maksimi\nOsallistuja 4242,Jane Doe,jdoe@x.org,,,10\nOsallistuja 7,Al Roe,aroe@x.org,,,10\n',
    ],
    [
      'Moodle where the full name is called as first names are elsewhere',
      'moodle',
      'Identifier,Nome,Email\nParticipant 4242,Jane Doe,jdoe@x.org\n',
    ],
    ['Gradescope', 'gradescope', 'First Name,Last Name,SID,Email\nJane,Doe,4242,jdoe@x.org\n'],
    [
      'Blackboard',
      'blackboard',
      'Last Name\tFirst Name\tUsername\tStudent ID\tLast Access\tAvailability\tHW1 [Total Pts: 10 Score] |1\nDoe\tJane\tjdoe\t4242\t\tYes\t\n',
    ],
    ['a table with semicolons', 'spreadsheet', 'username;name;id\njdoe;Jane Doe;4242\n'],
    ['a Mac of old', 'spreadsheet', 'username;name;id\rjdoe;Jane Doe;4242\r'],
    ['Windows', 'spreadsheet', '\ufeffusername,name,id\r\njdoe,"Jane\r\nDoe",4242\r\n'],
    [
      'a classroom on GitHub',
      'spreadsheet',
      'identifier,github_username,github_id,name\nJane Doe,jdoe4242,17,\n',
    ],
    [
      'a classroom on GitHub, cut',
      'spreadsheet',
      'identifier,github_username\nJane Doe,jdoe4242\n',
    ],
  ])('of %s is read', (_, platform, text) => {
    const { people, ...list } = roster(text)
    expect(list.platform).toBe(platform)
    expect(people[0]?.name).toContain('Jane')
    expect(people[0]?.identifiers.map(({ value }) => value).join(' ')).toContain('4242')
    expect(namesIn(text, folder('Doe Jane'))).toHaveLength(1)
    expect(namesIn(text, folder('somebody'))).toBe('unknown')
  })

  it('is split by one delimiter, whatever its names hold', () => {
    const { people } = roster('Name;Email\r\nChen, Wei;w.chen@x.org\r\nWei, Jordan;j.wei@x.org\r\n')
    expect(people.map(({ name }) => name)).toEqual(['Chen, Wei', 'Wei, Jordan'])
  })

  it('knows somebody again who stands in it twice, where nothing contradicts it', () => {
    const rowsOf = (...lines: string[]) =>
      roster(`Name,Login,Email,Section\n${lines.join('\n')}\n`).people.map(({ rows, sections }) => [
        rows.length,
        sections.join(),
      ])
    const ann = 'Ann Lee,ann,a@x,1'
    expect(rowsOf(ann, '"Lee, Ann",ANN,,2', 'ann lee,,A@X,3')).toEqual([[3, '1,2,3']])
    // Another address, another name or nothing but the name is no proof.
    for (const other of ['Ann Lee,ann,b@x,2', 'Bob Ray,ann,a@x,2', 'Ann Lee,,,2']) {
      expect(rowsOf(ann, other)).toEqual([
        [1, '1'],
        [1, '2'],
      ])
    }
    // Nor is what two people before it share.
    expect(rowsOf(ann, 'Ann Lee,ann2,b@x,2', 'Ann Lee,ann,b@x,3')).toHaveLength(3)
  })

  it.each(['utf8', 'utf16le', 'latin1'] as const)('is read in %s', (encoding) => {
    const mark = encoding === 'utf16le' ? '\ufeff' : ''
    const { people } = roster(`${mark}Name,Email\nZoë Müller,z@x.org\n`, encoding)
    expect(people[0]?.name).toBe('Zoë Müller')
  })

  it('refuses rows with more cells than headings, and quotations without an end', () => {
    expect(() => roster('name,id\nDoe, Jane,1\n')).toThrow('class.csv, line 2: 3 cells under 2')
    expect(() => roster('name,id\n"Doe, Jane,1\n')).toThrow('opened and never closed')
    expect(() => roster('a,b\n1,2\n')).toThrow('no column that names a student')
    expect(() => roster('')).toThrow('class.csv is empty')
  })

  it('takes rows that say the same for one person, and others for two', () => {
    const text = 'Name,ID,Email\nAnn Lee,1,a@x\nAnn Lee,1,a@x\nBob Ray,2,b@x\nBob Ray,3,c@x\n'
    expect(roster(text).people).toHaveLength(3)
    expect(namesIn(text, folder('Ann Lee'))).toEqual(['Ann Lee'])
    expect(namesIn(text, folder('Bob Ray'))).toBe('doubtful')
    expect(namesIn(text, folder('3'))).toEqual(['Bob Ray'])
  })
})

describe('a match', () => {
  const canvasUser = (value: string, name?: string): Identifier[] => [
    { kind: 'canvas-user', value },
    ...(name === undefined ? [] : [{ kind: 'name' as const, value: name }]),
  ]

  it('is made within its kind: a login is no user number', () => {
    const text =
      'Student,ID,SIS User ID,SIS Login ID,Section\n"Lee, Ann",5001,88,alee,S1\n"Ray, Bob",77,5001,bray,S1\n'
    expect(namesIn(text, said(canvasUser('5001', 'leeann')))).toEqual(['Lee, Ann'])
    expect(namesIn(text, said(canvasUser('88')))).toBe('unknown')
  })

  it('is doubtful where another field says otherwise, by number or by name', () => {
    expect(namesIn(CANVAS, said(canvasUser('4242', 'doejane')))).toEqual(['Doe, Jane'])
    expect(namesIn(CANVAS, said(canvasUser('4242', 'roeal')))).toBe('doubtful')
    expect(namesIn(CANVAS, said(canvasUser('9', 'doejane')))).toBe('doubtful')
  })

  it.each([
    ['Anne Marie Smith-Jones', 'Annemarie Smith Jones', 'doubtful'],
    ['Annemarie Smith', 'Anne-Marie_Smith', 'doubtful'],
    ['Jan van der Berg', 'Jan Vanderberg', 'doubtful'],
    ['Anne Marie Smith-Jones', 'Smith Jones, Anne Marie', ['Anne Marie Smith-Jones']],
    ['Anne Marie Smith-Jones', 'annemariesmithjones', ['Anne Marie Smith-Jones']],
    ["Pat O'Brien", 'pat-o-brien', ["Pat O'Brien"]],
    ["Pat O'Brien", 'Pat OBrien', ["Pat O'Brien"]],
    ['王小明', '王 小明', ['王小明']],
    ['Jane Doe', '\u202aJane\u200b Doe\u202c', ['Jane Doe']],
  ])(
    'takes other words of the same letters for no certain name: %s, %s',
    (listed, given, whose) => {
      const text = `Name,ID,Login\n"${listed}",1,x\n`
      const named = { kind: 'name' as const, value: given }
      expect(namesIn(text, folder(given))).toEqual(whose)
      expect(namesIn(text, said([named]))).toEqual(whose)
      // An id says so.
      expect(namesIn(text, said([{ kind: 'login', value: 'x' }, named]))).toEqual([listed])
    },
  )

  it.each([
    ['Zoë Müller', 'mllerzo'],
    ['Zoë Müller', 'mullerzoe'],
    ['Zoe\u0308 Mu\u0308ller', 'Zoë Müller'],
    ['Müller, Zoë', 'Zoë Müller'],
    ['María José García López', 'García López, María José'],
    ['Jane Q. Doe', 'Jane Doe'],
    ['محمد علي', 'محمد علي'],
  ])('takes %s and %s for one name', (listed, given) => {
    const text = `Student,ID,SIS Login ID,Section\n"${listed}",1,x,A\n`
    expect(namesIn(text, said(canvasUser('1', given)))).toEqual([listed])
  })

  it.each([
    ['Identifier,Status,Grade,Maximum Grade,Grade can be changed', 'Participant ', 'Participant'],
    ['ID,Status,Bewertung,Bestwertung,Bewertung änderbar', 'Teilnehmer/in ', 'Teilnehmerin'],
    ['Tunniste,Tila,Arvosana,Maksimi,Muutettavissa', 'Osallistuja', 'Osallistuja'],
  ])('takes no status for a name where marking is blind: %s', (headings, word, folder) => {
    const rows = [12, 13, 14, 15].map((id) => `${word}${id},Handed in,,10.00,Yes\n`)
    const text = `${headings}\n${rows.join('')}`
    expect(roster(text).people.map(({ name }) => name)[0]).toBe(`${word}12`)
    const files = [
      `${folder}_13_assignsubmission_file/ex1.ts`,
      'Team Blue_12_assignsubmission_file/ex1.ts',
    ]
    const places = files.map((file) => moodlePlace(file))
    expect(namesIn(text, places[0] ?? [])).toEqual([`${word}13`])
    // The number of a team is no participant's.
    expect(namesIn(text, places[1] ?? [])).toBe('doubtful')
  })

  const TEAMS =
    'Identifier,Full name,Email address,Status,Group\nParticipant 12,Ann Lee,a@x,,Team Blue\nParticipant 13,Bob Ray,b@x,,Team Blue\nParticipant 30,Cy Day,c@x,,Team Rocket\n'

  it('reads a folder of Moodle as a participant or as a team, whichever holds', () => {
    const read = (id: string, name: string): Reading[] => [
      ...said([
        { kind: 'participant', value: id },
        { kind: 'name', value: name },
      ]),
      { kind: 'group', group: name },
    ]
    expect(namesIn(TEAMS, read('12', 'Team Rocket'))).toEqual(['Cy Day'])
    expect(namesIn(TEAMS, read('13', 'Team Blue'))).toEqual(['Ann Lee', 'Bob Ray'])
    expect(namesIn(TEAMS, read('12', 'Ann Lee'))).toEqual(['Ann Lee'])
    expect(namesIn(TEAMS, read('12', 'Team Green'))).toBe('doubtful')
  })

  it('is no guess where a folder is called by the login of one and the name of another', () => {
    const text = 'Name,Username\nAnna Leeds,annlee\nAnn Lee,alee2\n李娜 Anna,lina\n'
    expect(namesIn(text, folder('annlee'))).toBe('doubtful')
    expect(namesIn(text, folder('alee2'))).toEqual(['Ann Lee'])
    // A part of a name is nobody's name.
    expect(namesIn(text, folder('Anna'))).toBe('unknown')
  })

  it('keeps apart what only a sign between two numbers tells apart', () => {
    const text = 'Name,Team\nAnn Lee,Team 1-2\nBob Ray,Team 12\nCy 1 2,\n'
    const team = (group: string, stripped?: true): Reading[] => [
      { kind: 'group', group, ...(stripped && { stripped }) },
    ]
    expect(namesIn(text, team('team-1-2'))).toEqual(['Ann Lee'])
    expect(namesIn(text, team('Team 12'))).toEqual(['Bob Ray'])
    expect(namesIn(text, team('team12', true))).toBe('doubtful')
    expect(namesIn(text, folder('cy-1-2'))).toEqual(['Cy 1 2'])
    expect(namesIn(text, folder('cy 12'))).toBe('unknown')
  })

  it('keeps apart groups that differ by signs alone, and takes no name of a group to pieces', () => {
    const text =
      'Name,Team\nAda Day,Team C\nBo Ray,Team C++\nCy Lee,Team C#\nDi Fox,Salt\nEd Roe,Salt and Pepper\n'
    const team = (group: string, stripped?: true): Reading[] => [
      { kind: 'group', group, ...(stripped && { stripped }) },
    ]
    expect(namesIn(text, team('team  c++'))).toEqual(['Bo Ray'])
    expect(namesIn(text, team('Team C'))).toEqual(['Ada Day'])
    expect(namesIn(text, team('Team-C'))).toBe('doubtful')
    expect(namesIn(text, team('teamc', true))).toBe('doubtful')
    expect(namesIn(text, team('Salt'))).toEqual(['Di Fox'])
    expect(namesIn(text, team('salt-and-pepper'))).toEqual(['Ed Roe'])
  })

  it('gives the work of several to each of them, and lets who is not listed take nobody in', () => {
    const of = (...emails: string[]) =>
      said(...emails.map((value) => [{ kind: 'email' as const, value }]))
    expect(namesIn(TEAMS, of('a@x', 'C@X'))).toEqual(['Ann Lee', 'Cy Day'])
    expect(namesIn(TEAMS, of('a@x', 'gone@x'))).toEqual(['Ann Lee'])
  })
})
