import { type Draw, type Member, nameOf, otherSpelling } from './class.ts'

/** A file of a download: whose it is, and which upload of theirs. */
export interface MadeFile {
  readonly path: string
  readonly owners: readonly Member[]
  readonly upload: number
}

export interface MadeDownload {
  readonly files: readonly MadeFile[]
  /** What stands beside the answers: receipts and metadata. */
  readonly others: Readonly<Record<string, string>>
  readonly sheet: string
  readonly column: string
  /** Whether a platform's own number says whose each file is. */
  readonly numbered: boolean
  /** Who is called otherwise now than in the download. */
  readonly renamed: ReadonlySet<Member>
}

interface Work {
  readonly owners: readonly Member[]
  readonly uploads: number
}

/** Teams hand in once, others up to thirteen times; some not at all. */
function works(people: readonly Member[], draw: Draw, again: boolean): Work[] {
  const teams = new Map<string, Member[]>()
  for (const one of people) {
    if (one.team !== '') teams.set(one.team, [...(teams.get(one.team) ?? []), one])
  }
  const alone = people.filter(({ team }) => team === '').map((one) => [one])
  return [...alone, ...teams.values()].flatMap((owners): Work[] => {
    if (draw(6) === 0) return []
    const uploads = !again || draw(3) > 0 ? 1 : 2 + draw(12)
    return [{ owners, uploads }]
  })
}

const counting = (count: number) => Array.from({ length: count }, (_, at) => at)
const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('')

const formerly = ({ index }: Member) => `Former ${String.fromCharCode(97 + index)}name`

function drawRenamed(people: readonly Member[], draw: Draw): Set<Member> {
  return new Set(people.filter(({ team }) => team === '' && draw(8) === 0))
}

const leftBy = (name: string, ascii: boolean) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(ascii ? /[^a-z0-9]/g : /[^\p{L}\p{N}]/gu, '')

export function canvasDownload(people: readonly Member[], draw: Draw): MadeDownload {
  const renamed = drawRenamed(people, draw)
  const ascii = draw(2) === 0
  const files = works(people, draw, true).flatMap(({ owners, uploads }) => {
    const [first] = owners as [Member]
    const own = renamed.has(first) ? formerly(first) : `${first.last}, ${first.first}`
    const name = leftBy(first.team || own, ascii && first.team === '')
    const late = draw(4) === 0 ? '_LATE' : ''
    return counting(uploads).map((upload) => ({
      path: `${name}${late}_${first.id}_${9000 + first.index * 20 + upload}_ex1${upload === 0 ? '' : `-${upload}`}.ts`,
      owners,
      upload,
    }))
  })
  const heading = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Group', 'HW1 (1)']
  const rows = people.map((one) => [
    `${one.last}, ${one.first}`,
    one.id,
    one.sis,
    one.login,
    'S',
    one.team,
    'old',
  ])
  return {
    files,
    others: {},
    sheet: csv([heading, ...rows]),
    column: 'HW1',
    numbered: true,
    renamed,
  }
}

export function moodleDownload(people: readonly Member[], draw: Draw): MadeDownload {
  const renamed = drawRenamed(people, draw)
  const between = ['file/', 'file_/', 'file_'][draw(3)] as string
  const files = works(people, draw, false).map(({ owners }) => {
    const [first] = owners as [Member]
    const own = otherSpelling(renamed.has(first) ? formerly(first) : nameOf(first), draw)
    // A team's number is somebody's, but of nobody who is called like the team.
    const others = people.filter((one) => nameOf(one) !== first.team)
    const number = others[draw(others.length)]?.id
    const start = first.team ? `${first.team}_${number}` : `${own}_${first.id}`
    return { path: `${start}_assignsubmission_${between}ex1.ts`, owners, upload: 0 }
  })
  const heading = [
    'Identifier',
    'Full name',
    'Email address',
    'Status',
    'Group',
    'Grade',
    'Maximum Grade',
  ]
  const rows = people.map((one) => [
    `Participant ${one.id}`,
    nameOf(one),
    one.email,
    '',
    one.team,
    'old',
    '10.00',
  ])
  return {
    files,
    others: {},
    sheet: csv([heading, ...rows]),
    column: 'Grade',
    numbered: true,
    renamed,
  }
}

export function gradescopeDownload(people: readonly Member[], draw: Draw): MadeDownload {
  const renamed = drawRenamed(people, draw)
  const metadata: string[] = []
  const files = works(people, draw, false).map(({ owners }, at) => {
    const folder = `submission_${at + 1}`
    metadata.push(
      `${folder}:`,
      '  :submitters:',
      ...owners.flatMap((one) => [
        `  - :name: ${JSON.stringify(otherSpelling(renamed.has(one) ? formerly(one) : nameOf(one), draw))}`,
        `    :sid: "${one.sis}"`,
        `    :email: ${draw(2) ? one.email : one.email.toUpperCase()}`,
      ]),
      '  :created_at: 2026-09-19 10:00:00 Z',
    )
    return { path: `${folder}/${draw(2) ? '' : 'src/'}ex1.ts`, owners, upload: 0 }
  })
  const heading = ['First Name', 'Last Name', 'SID', 'Email', 'Sections', 'HW1', 'HW1 - Max Points']
  const rows = people.map((one) => [one.first, one.last, one.sis, one.email, 'S', 'old', '10'])
  return {
    files,
    others: { 'submission_metadata.yml': metadata.join('\n') },
    sheet: csv([heading, ...rows]),
    column: 'HW1',
    numbered: true,
    renamed,
  }
}

export function blackboardDownload(people: readonly Member[], draw: Draw): MadeDownload {
  const renamed = drawRenamed(people, draw)
  const others: Record<string, string> = {}
  const files = works(people, draw, true).flatMap(({ owners, uploads }) => {
    const [first] = owners as [Member]
    const login = draw(2) ? first.login : first.login.toUpperCase()
    const name = renamed.has(first) ? formerly(first) : nameOf(first)
    return counting(uploads).map((upload) => {
      const attempt = `HW_1_${login}_attempt_2026-09-${10 + upload}-10-00-00`
      // Somebody may have cleaned up: of most attempts the receipt is there.
      if (draw(4) > 0)
        others[`${attempt}.txt`] = `Name: ${otherSpelling(name, draw)} (${login})\nUser: x\n`
      return { path: `${attempt}_ex1.ts`, owners, upload }
    })
  })
  const heading = [
    'Last Name',
    'First Name',
    'Username',
    'Student ID',
    'Last Access',
    'Availability',
    'HW1 [Total Pts: 10 Score] |4',
  ]
  const rows = people.map((one) => [one.last, one.first, one.login, one.sis, '', 'Yes', 'old'])
  return { files, others, sheet: csv([heading, ...rows]), column: 'HW1', numbered: true, renamed }
}

export function githubDownload(people: readonly Member[], draw: Draw): MadeDownload {
  const slug = (text: string) => text.replace(/[^\p{L}\p{N}_]+/gu, '-')
  const files = works(people, draw, false).map(({ owners }) => {
    const [first] = owners as [Member]
    const own = first.team ? slug(first.team) : draw(2) ? first.login : first.login.toUpperCase()
    return { path: `hw-1-${own}/${draw(2) ? '' : 'src/'}ex1.ts`, owners, upload: 0 }
  })
  const heading = ['Name', 'GitHub username', 'Team', 'Points']
  const rows = people.map((one) => [nameOf(one), one.login, one.team, 'old'])
  const others: Record<string, string> = draw(2) ? { 'notes/read.md': '' } : {}
  return {
    files,
    others,
    sheet: csv([heading, ...rows]),
    column: 'Points',
    numbered: false,
    renamed: new Set(),
  }
}

/** By a name that nobody else's work has: a file system keeps one of two. */
function callEach(people: readonly Member[], call: (one: Member) => string) {
  const taken = new Set<string>()
  return new Map(
    people.map((one) => {
      const wanted = call(one)
      const plain = wanted.normalize('NFC').toLowerCase()
      const own = taken.has(plain) ? one.login : wanted
      taken.add(plain).add(own)
      return [one, own]
    }),
  )
}

/** Folders that a human made, each by another kind of name. */
export function foldersDownload(people: readonly Member[], draw: Draw): MadeDownload {
  const called = callEach(people, (one) => {
    const calls = [nameOf(one), `${one.last}, ${one.first}`, one.login, one.email, one.sis]
    return otherSpelling(calls[draw(calls.length)] as string, draw)
  })
  const files = works(people, draw, true).flatMap(({ owners, uploads }) => {
    const folder = called.get(owners[0] as Member)
    return counting(uploads).map((upload) => ({
      path: `${folder}/${uploads === 1 ? '' : `attempt-${upload + 1}/`}ex1.ts`,
      owners,
      upload,
    }))
  })
  const heading = ['Name', 'Username', 'E-Mail', 'Student ID', 'Points']
  const rows = people.map((one) => [nameOf(one), one.login, one.email, one.sis, 'old'])
  return {
    files,
    others: {},
    sheet: csv([heading, ...rows]),
    column: 'Points',
    numbered: false,
    renamed: new Set(),
  }
}

/** All files beside each other, with whatever marks a re-upload got. */
export function flatDownload(people: readonly Member[], draw: Draw): MadeDownload {
  const mark = [
    (at: number) => `-${at}`,
    (at: number) => ` (${at})`,
    (at: number) => `_v${at + 1}`,
  ][draw(3)] as (at: number) => string
  const called = callEach(people, (one) => otherSpelling(draw(2) ? nameOf(one) : one.login, draw))
  const files = works(people, draw, true).flatMap(({ owners, uploads }) => {
    const own = called.get(owners[0] as Member)
    return counting(uploads).map((upload) => ({
      path: `${own}_ex1${upload === 0 ? '' : mark(upload)}.ts`,
      owners,
      upload,
    }))
  })
  const heading = ['Name', 'Username', 'Points']
  const rows = people.map((one) => [nameOf(one), one.login, 'old'])
  return {
    files,
    others: {},
    sheet: csv([heading, ...rows]),
    column: 'Points',
    numbered: false,
    renamed: new Set(),
  }
}
