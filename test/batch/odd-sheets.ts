import { ENCODINGS, type Encoding, encoded } from './sheet-encodings.ts'

/** One sheet as a platform, an editor or a spreadsheet may leave it, made of cells as they are written. */
export interface OddSheet {
  readonly title: string
  readonly bytes: Buffer
  /** The same with the points of the first person filled in. */
  readonly wanted: Buffer
  /** For other readers. */
  readonly delimiter: string
  readonly encoding: string
  readonly column: string
  /** Who handed in, by the kind of name that the platform uses, and the points of ten. */
  readonly person: readonly [kind: 'canvas-user' | 'login' | 'email' | 'participant', value: string]
  /** Where the points stand, by rows and columns of a reader. */
  readonly cell: readonly [row: number, column: number]
  readonly points: string
}

interface Platform {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** Row and column of the cell to fill. */
  readonly cell: readonly [number, number]
  readonly column: string
  readonly person: OddSheet['person']
  /** What 4.25 points of ten are in the sheet. */
  readonly points: string
  /** Signs that an old code page lacks. */
  readonly wide?: boolean
}

const moodle = (
  name: string,
  participant: string,
  headings: readonly string[],
  [yes, maximum]: readonly [string, string],
): Platform => ({
  name: `Moodle, ${name}`,
  rows: [
    headings,
    [`${participant}501`, 'Ann Lee', 'ann@uni.example', '', '', maximum, yes, '-', '=1+1'],
    [`${participant}502`, 'Zoë Ray', 'zoe@uni.example', '', '', maximum, yes, '-', 'a\nb "c"'],
  ],
  cell: [1, 4],
  column: headings[4] as string,
  person: ['participant', '501'],
  points: maximum.includes(',') ? '42,5' : '42.5',
  wide: /[^\0-\xff]/.test(headings.join('')),
})

const PLATFORMS: readonly Platform[] = [
  {
    name: 'Canvas',
    rows: [
      [
        'Student',
        'ID',
        'SIS User ID',
        'SIS Login ID',
        'Section',
        'HW1 (12)',
        'HW1 (13)',
        'Final Score',
      ],
      ['', '', '', '', '', 'Manual Posting', '', ''],
      ['    Points Possible', '', '', '', '', '10.00', '10.00', '(read only)'],
      ['Lee, Ann', '5001', '0017', 'ALee', 'S1 and S2', ' ', '7', '70.0'],
      ['Müller, Zoë', '5002', '0018', 'zray', 'S1', 'EX', '', '=1+1'],
      ['Student, Test', '5003', '', '9f3c', 'S1', '', '', ''],
    ],
    cell: [3, 5],
    column: 'HW1 (12)',
    person: ['canvas-user', '5001'],
    points: '4.25',
  },
  {
    name: 'Canvas, names apart',
    rows: [
      ['LastName', 'FirstName', 'ID', 'SIS Login ID', 'Section', 'Notes', 'HW1 (12)'],
      ['    Points Possible', '', '', '', '', '', '20'],
      ['Lee', 'Ann', '5001', 'alee', 'S1', '"quoted"', ''],
      ['Ray', 'Bob', '5002', 'bray', 'S1', 'two\nlines', '3'],
    ],
    cell: [2, 6],
    column: 'HW1',
    person: ['login', 'alee'],
    points: '8.5',
  },
  moodle(
    'English',
    'Participant ',
    [
      'Identifier',
      'Full name',
      'Email address',
      'Status',
      'Grade',
      'Maximum Grade',
      'Grade can be changed',
      'Last modified (grade)',
      'Feedback comments',
    ],
    ['Yes', '100.00'],
  ),
  moodle(
    'German',
    'Teilnehmer/in',
    [
      'ID',
      'Vollständiger Name',
      'E-Mail-Adresse',
      'Status',
      'Bewertung',
      'Bestwertung',
      'Bewertung kann geändert werden',
      'Zuletzt geändert (Bewertung)',
      'Feedback als Kommentar',
    ],
    ['Ja', '100,00'],
  ),
  moodle(
    'French',
    'Participant ',
    [
      'Identifiant',
      'Nom complet',
      'Adresse de courriel',
      'Statut',
      'Note',
      'Note maximale',
      'La note peut être modifiée',
      'Dernière modification (note)',
      'Commentaires',
    ],
    ['Oui', '100,00'],
  ),
  moodle(
    'Spanish',
    'Participante ',
    [
      'Identificador',
      'Nombre completo',
      'Dirección de correo',
      'Estado',
      'Calificación',
      'Calificación máxima',
      'La calificación puede ser cambiada',
      'Última modificación (calificación)',
      'Comentarios',
    ],
    ['Sí', '100,00'],
  ),
  moodle(
    'Chinese',
    '参与者 ',
    [
      '编号',
      '全名',
      '电子邮件地址',
      '状态',
      '成绩',
      '最高分',
      '允许更改成绩',
      '最后修改（成绩）',
      '反馈评论',
    ],
    ['是', '100.00'],
  ),
  moodle(
    'Arabic',
    'مشارك ',
    [
      'المُعرَّف',
      'الاسم الكامل',
      'عنوان البريد الإلكتروني',
      'الحالة',
      'العلامة',
      'العلامة القصوى',
      'يمكن تغيير العلامة',
      'آخر تعديل (علامة)',
      'تعليقات',
    ],
    ['نعم', '100.00'],
  ),
  moodle(
    'a language that nobody here has heard of',
    'Osaleja ',
    [
      'Tunnus',
      'Täisnimi',
      'Meiliaadress',
      'Olek',
      'Hinne',
      'Ülim',
      'Muudetav',
      'Muudetud',
      'Tagasiside',
    ],
    ['Jah', '100,00'],
  ),
  {
    name: 'Gradescope',
    rows: [
      [
        'First Name',
        'Last Name',
        'SID',
        'Email',
        'Sections',
        'HW1',
        'HW1 - Max Points',
        'HW1 - Submission Time',
        'HW1 - Lateness (H:M:S)',
      ],
      ['Ann', 'Lee', '00017', 'Ann.Lee@Uni.Example', 'S1', '', '5.0', '', '00:00:00'],
      [
        'Zoë',
        'Ray',
        '00018',
        'zoe@uni.example',
        'S2',
        '3.0',
        '5.0',
        '2026-09-20 10:00:00 +0200',
        '',
      ],
    ],
    cell: [1, 5],
    column: 'HW1',
    person: ['email', 'ann.lee@uni.example'],
    points: '2.125',
  },
  {
    name: 'Blackboard',
    rows: [
      [
        'Last Name',
        'First Name',
        'Username',
        'Student ID',
        'Last Access',
        'Availability',
        'HW1 [Total Pts: 10 Score] |456',
        'HW1 [Total Pts: 10 Score] |457',
      ],
      ['Lee', 'Ann', 'alee', '00017', '2026-09-20', 'Yes', '', 'Needs Grading'],
      ['Ray', 'Zoë', 'zray', '00018', '', 'Yes', '9', ''],
    ],
    cell: [1, 6],
    column: 'HW1 [Total Pts: 10 Score] |456',
    person: ['login', 'alee'],
    points: '4.25',
  },
  {
    name: 'a spreadsheet of the course',
    rows: [
      ['Name', 'Username', 'Note', 'Note', 'ex1', 'Sum'],
      ['Ann Lee', 'ALEE', '0042', 'a "b" c', '', '=SUM(E2)'],
      ['Zoë O’Neil', 'zray', '-1', '', '1', '@x'],
      ['', '', '', '', '', ''],
    ],
    cell: [1, 4],
    column: 'ex1',
    person: ['login', 'alee'],
    points: '4.25',
  },
]

const DELIMITERS = [',', ';', '\t', '|'] as const
const ENDS = ['\n', '\r\n', 'mixed', 'no last'] as const
const QUOTES = ['where needed', 'everywhere'] as const
const TAILS = ['', 'blank', 'delimiters'] as const

/** Every platform in every encoding, and in each of them another way to write it. */
export function oddSheets(draw: (below: number) => number): OddSheet[] {
  return PLATFORMS.flatMap((platform) =>
    ENCODINGS.filter((encoding) => encoding !== 'cp1252' || platform.wide !== true).map(
      (encoding) =>
        oddSheet(platform, {
          encoding,
          delimiter: DELIMITERS[draw(4)] as string,
          ends: ENDS[draw(4)] as (typeof ENDS)[number],
          quotes: QUOTES[draw(2)] as (typeof QUOTES)[number],
          tail: TAILS[draw(3)] as string,
        }),
    ),
  )
}

interface Way {
  readonly encoding: Encoding
  readonly delimiter: string
  readonly ends: (typeof ENDS)[number]
  readonly quotes: (typeof QUOTES)[number]
  readonly tail: string
}

function oddSheet(platform: Platform, way: Way): OddSheet {
  const { encoding, delimiter, ends, quotes, tail } = way
  const [row, column] = platform.cell
  const written = (text: string, filled: boolean) => {
    const needs = quotes === 'everywhere' || text.includes(delimiter) || /["\n]/.test(text)
    // A cell of one space is written without marks, and the points in its place as well.
    return needs && !(filled && quotes !== 'everywhere' && !text.includes(delimiter))
      ? `"${text.replaceAll('"', '""')}"`
      : text
  }
  const endOf = (at: number) =>
    ends === '\r\n' || (ends === 'mixed' && at % 2 === 0) ? '\r\n' : '\n'
  const textWith = (points: string | undefined) => {
    const lines = platform.rows.map((cells, at) => {
      const texts = cells.map((text, place) =>
        at === row && place === column && points !== undefined
          ? written(points, true)
          : written(text, false),
      )
      return texts.join(delimiter) + endOf(at)
    })
    const blank =
      tail === ''
        ? ''
        : tail === 'blank'
          ? '\n\n'
          : `${delimiter.repeat((platform.rows[0]?.length ?? 1) - 1)}\n`
    const text = lines.join('') + blank
    return ends === 'no last' ? text.replace(/\r?\n$/, '') : text
  }
  // A sheet without another fraction has a comma in its own where `;` stands between its cells.
  const fractions = platform.rows.flat().some((text) => /^\d+[.,]\d+$/.test(text))
  const points =
    delimiter === ';' && !fractions ? platform.points.replace('.', ',') : platform.points
  return {
    title: `${platform.name}: ${encoding}, ${JSON.stringify(delimiter)}, ends ${JSON.stringify(ends)}, quoted ${quotes}, tail ${tail || 'none'}`,
    bytes: encoded(textWith(undefined), encoding),
    wanted: encoded(textWith(points), encoding),
    delimiter,
    encoding,
    column: platform.column,
    person: platform.person,
    cell: platform.cell,
    points,
  }
}
