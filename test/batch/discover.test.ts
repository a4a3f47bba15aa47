import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { discover } from '../../src/batch/discover.ts'
import type { LayoutName } from '../../src/batch/layouts/names.ts'
import { builtInPack } from '../../src/pack/pack.ts'
import { hasProgram, needing, needingLinks } from '../machine.ts'
import { folderWith } from './folders.ts'
import { makeZip } from './make-zip.ts'

const known = builtInPack().entries

const NO_SCRIPT = 'not a TypeScript file by its name, which has to end in .ts'

const room = mkdtempSync(join(tmpdir(), 'mlp-check-room-'))

async function find(folder: string, wanted = ['ex1', 'ex2'], layout?: LayoutName) {
  const inventory = await discover({ inputs: ['.'], cwd: folder, layout, known, wanted, room })
  return {
    layout: inventory.inputs[0]?.layout,
    handed: inventory.handed.map(
      ({ student, exercise, file }) => `${student.name}: ${exercise} ${file.shown}`,
    ),
    ignored: Object.fromEntries(inventory.ignored.map(({ file, reason }) => [file, reason])),
    files: inventory.files,
    all: inventory,
  }
}

describe('discovery', () => {
  it('finds a folder for each student, and the file that lies highest', async () => {
    const found = await find(
      folderWith({
        'jane/ex1.ts': '',
        'jane/old/ex1.ts': '',
        'jane/notes.txt': '',
        'john/src/tanh.ts': '',
        'john/ex02-prelu.ts': '',
      }),
    )
    expect(found.layout).toBe('folders')
    expect(found.handed).toEqual([
      'jane: ex1 jane/ex1.ts',
      'john: ex1 john/src/tanh.ts',
      'john: ex2 john/ex02-prelu.ts',
    ])
    expect(found.ignored['jane/old/ex1.ts']).toContain('a duplicate')
    expect(found.ignored['jane/notes.txt']).toBe(NO_SCRIPT)
    expect(found.files).toBe(5)
  })

  it('keeps all attempts, in their order', async () => {
    const files = { 'jane/attempt-10/ex1.ts': '', 'jane/attempt-2/ex1.ts': '' }
    const found = await find(folderWith(files))
    expect(found.handed).toEqual([
      'jane: ex1 jane/attempt-2/ex1.ts',
      'jane: ex1 jane/attempt-10/ex1.ts',
    ])
    expect(found.all.handed.map(({ order }) => order)).toEqual([2, 10])
  })

  it.each([
    [['student_1_ex1.ts', 'student_2_ex1.ts', 'student_3_ex1.ts'], 3],
    [['s_ex1-1.ts', 's_ex1-2.ts', 's_ex1-3.ts'], 3],
    [['ex1 (1).ts', 'ex1 (2).ts', 'ex1.ts'], 3],
    [['ex1_team_1.ts', 'ex1_team_2.ts'], 2],
    [['jane_ex1.ts', 'jane_ex1-1.ts', 'john_ex1.ts', 'ann_ex1.ts'], 3],
    [['jane_ex1.ts', 'jane_ex1-1.ts', 'jane_ex1-2.ts', 'jane_ex1-3.ts', 'ann_ex1.ts'], 2],
    [['lee_ex1-1.ts', 'lee_ex1-2.ts', 'kim_ex1.ts'], 3],
    [['student_ex1.ts', 'student_ex1-1.ts', 'student_ex1-2.ts'], 3],
    [['ann_ex1-1.ts', 'bob_ex1-2.ts', 'cyd_ex1-3.ts'], 3],
    [['jane_ex1_v1.ts', 'jane_ex1_v2.ts', 'john_ex1_v1.ts', 'john_ex1_v2.ts'], 2],
  ])('tells numbers that are people from marks of re-uploads (%j)', async (files, people) => {
    const found = await find(folderWith(Object.fromEntries(files.map((file) => [file, '']))))
    expect(found.handed).toHaveLength(files.length)
    expect(new Set(found.all.handed.map(({ student }) => student.key)).size).toBe(people)
  })

  it('drops neither of two answers of which nothing tells the order', async () => {
    const files = { 'doejane_4242_991_ex1.ts': 'a', 'doejane_4242_992_tanh.ts': 'b' }
    const found = await find(folderWith(files))
    expect(found.all.handed.map(({ order }) => order)).toEqual([null, null])
  })

  it('drops nothing that lies in another archive or another input, however deep', async () => {
    const packed = (path: string) => makeZip([{ name: path, data: path }])
    const two = await find(
      folderWith({
        'doejane_4242_991_hw.zip': packed('ex1.ts'),
        'doejane_4242_992_hw-1.zip': packed('work/ex1.ts'),
        'roeal_7_993_ex1.ts': '',
      }),
    )
    expect(two.all.handed.map(({ order }) => order)).toEqual([null, null, null])
    const cwd = folderWith({ 'a/jane/ex1.ts': '', 'b/jane/src/ex1.ts': '1' })
    const inputs = ['a', 'b']
    const both = await discover({ inputs, cwd, layout: 'folders', known, wanted: ['ex1'], room })
    expect(both.handed.map(({ file, order }) => [file.shown, order])).toEqual([
      ['a/jane/ex1.ts', null],
      ['b/jane/src/ex1.ts', null],
    ])
  })

  it('reads student and exercise from the names of flat files', async () => {
    const files = { 'jane_doe_ex1.ts': '', 'ex1-john.ts': '', 'Exercise 1 Zoë.ts': '', 'x.ts': '' }
    const found = await find(folderWith(files))
    expect(found.layout).toBe('flat')
    expect(found.handed).toEqual([
      'Zoë: ex1 Exercise 1 Zoë.ts',
      'jane doe: ex1 jane_doe_ex1.ts',
      'john: ex1 ex1-john.ts',
    ])
    expect(found.ignored['x.ts']).toContain('speaks of no exercise')
  })

  it('takes flat files that name nobody but the student where one exercise is judged', async () => {
    const found = await find(folderWith({ 'jane.ts': '', 'john.ts': '' }), ['ex1'])
    expect(found.handed).toEqual(['jane: ex1 jane.ts', 'john: ex1 john.ts'])
  })

  it('takes answers by every ending of TypeScript, and no declarations', async () => {
    const names = ['a/ex1.tsx', 'b/ex1.mts', 'c/tanh.cts', 'd/ex1.ts', 'e/ex1.d.mts']
    const found = await find(folderWith(Object.fromEntries(names.map((name) => [name, '']))))
    expect(found.handed).toEqual(names.slice(0, 4).map((name) => `${name[0]}: ex1 ${name}`))
    expect(found.ignored).toEqual({ 'e/ex1.d.mts': 'declares types only' })
  })

  it('reads Canvas names, late and anonymous ones too, and keeps their uploads in order', async () => {
    const found = await find(
      folderWith({
        'doejane_4242_991_ex1.ts': '',
        'doejane_4242_1001_ex1-1.ts': '',
        'roejohn_LATE_77_992_tanh.ts': '',
        'anon_Ab3dE_993_ex1.ts': '',
        'smithann_12_text.html': '',
      }),
    )
    expect(found.layout).toBe('canvas')
    expect(found.handed).toEqual([
      'doejane: ex1 doejane_4242_991_ex1.ts',
      'doejane: ex1 doejane_4242_1001_ex1-1.ts',
      'roejohn: ex1 roejohn_LATE_77_992_tanh.ts',
      'anonymous Ab3dE: ex1 anon_Ab3dE_993_ex1.ts',
    ])
    expect(found.all.handed[2]).toMatchObject({ late: true, name: 'tanh.ts', ownFolder: false })
    expect(found.ignored['smithann_12_text.html']).toContain('typed into Canvas')
  })

  it('reads Blackboard names, with each attempt in its order', async () => {
    const found = await find(
      folderWith({
        'HW1_jdoe_attempt_2026-09-20-10-00-00_ex1.ts': '',
        'HW1_jdoe_attempt_2026-09-20-10-00-00.txt': 'Name: Jane Doe (jdoe)',
        'HW1_jdoe_attempt_2026-09-19-10-00-00_ex1.ts': '',
        'HW1_jdoe_attempt_2026-09-19-10-00-00.txt': 'Name: Jane Doe (jdoe)',
        'HW1_ann_lee_attempt_2026-09-19-10-00-00.txt': 'Name: Ann Lee (ann_lee)\r\nAssignment: HW1',
        'HW1_ann_lee_attempt_2026-09-19-10-00-00_ex1.ts': '',
        'HW1_aroe_attempt_2026-09-20-10-00-01_tanh.tsx': '',
      }),
    )
    expect(found.layout).toBe('blackboard')
    expect(found.handed).toEqual([
      'Ann Lee: ex1 HW1_ann_lee_attempt_2026-09-19-10-00-00_ex1.ts',
      'aroe: ex1 HW1_aroe_attempt_2026-09-20-10-00-01_tanh.tsx',
      'Jane Doe: ex1 HW1_jdoe_attempt_2026-09-19-10-00-00_ex1.ts',
      'Jane Doe: ex1 HW1_jdoe_attempt_2026-09-20-10-00-00_ex1.ts',
    ])
    expect(found.all.handed[0]?.student.key).toBe('ann_lee')
  })

  it('takes no time that no calendar has from a name', async () => {
    const names = ['a_jdoe_attempt_2026-02-31-10-00-00', 'a_kim_attempt_2026-13-45-99-00-00']
    const found = await find(
      folderWith(Object.fromEntries(names.map((it) => [`${it}_ex1.ts`, '']))),
    )
    expect(found.all.handed.map(({ student, localTime }) => [student.key, localTime])).toEqual([
      ['jdoe', undefined],
      ['kim', undefined],
    ])
  })

  it.each([
    ['ann.lee_ex1.ts', ['ann lee', 'ann.lee']],
    ['ex1 u_9@uni.example.ts', ['u 9@uni example', 'u_9@uni.example']],
    ['ann_ex1_lee.ts', ['ann lee']],
    ['12-3_ex1 (2).ts', ['12 3', '12-3']],
    ['a$b^c_ex1.ts', ['a$b^c']],
  ])('reads whose a file is in words and as it is written: %s', async (file, names) => {
    const found = await find(folderWith({ [file]: '', 'zoe_ex1.ts': '' }))
    const student = found.all.handed.find((one) => one.file.shown.endsWith(file))?.student
    const said = student?.readings.flatMap((one) => (one.kind === 'group' ? one.group : []))
    expect(said).toEqual(names)
  })

  it.each([
    // A receipt of anybody tells what the assignment is called.
    [
      ['HW_1_jdoe.txt', 'HW_1_j_doe', 'HW_1_doe', 'HW_1_HW_1'],
      ['HW_1', 'doe', 'j_doe', 'jdoe'],
    ],
    // Without any, what all begin with does; and where they share more, each may be meant.
    [
      ['HW_1_j_doe', 'HW_1_kim'],
      ['j_doe or 1_j_doe', 'kim or 1_kim'],
    ],
    [
      ['HW_1_j_doe', 'HW_1_j_kim'],
      ['doe or j_doe or 1_j_doe', 'kim or j_kim or 1_j_kim'],
    ],
    [['a_b_c'], ['c or b_c']],
  ] as const)('keeps the names of users in Blackboard whole: %j', async (owners, logins) => {
    const time = '_attempt_2026-09-20-10-00-00'
    const files = owners.flatMap((one) => {
      const [owner = '', receipt] = one.split('.')
      const user = owner.slice('HW_1_'.length)
      const all = [[`${owner}${time}_ex1.ts`, '']]
      return receipt ? [...all, [`${owner}${time}.txt`, `Name: Jane (${user})`]] : all
    })
    const found = await find(folderWith(Object.fromEntries(files)))
    const said = found.all.handed.map(({ student }) =>
      student.readings
        .map((one) => one.kind === 'people' && one.members[0]?.[0]?.value)
        .join(' or '),
    )
    expect(said.sort()).toEqual(logins)
  })

  it.each(['file/', 'file_/', 'file_'])('reads Moodle names (%s)', async (between) => {
    const found = await find(
      folderWith({
        [`Jane Doe_12_assignsubmission_${between}ex1.ts`]: '',
        [`Participant_7_assignsubmission_${between}ex1.ts`]: '',
        'Jane Doe_12_assignsubmission_onlinetext/onlinetext.html': '',
      }),
    )
    expect(found.layout).toBe('moodle')
    expect(found.handed.map((line) => line.split(':')[0])).toEqual(['Jane Doe', 'Participant 7'])
    expect(Object.values(found.ignored)).toEqual(['a text that was typed into Moodle, not a file'])
  })

  it('reads a Gradescope export inside the folder it was unpacked to', async () => {
    const metadata = [
      'submission_1:',
      '  :submitters:',
      '  - :name: Jane Doe',
      '    :sid: "4242"',
      '    :email: jane@example.org',
      '  :created_at: 2026-09-20 10:00:00.000000000 Z',
      'submission_2:',
      '  :submitters:',
      '  - :name: Jane Doe',
      '    :sid: "4242"',
      '  :created_at: 2026-09-21 10:00:00.000000000 Z',
    ].join('\n')
    const found = await find(
      folderWith({
        'assignment_5_export/submission_metadata.yml': metadata,
        'assignment_5_export/submission_1/ex1.ts': '',
        'assignment_5_export/submission_2/ex1.ts': '',
      }),
    )
    expect(found.layout).toBe('gradescope')
    expect(found.handed).toEqual([
      'Jane Doe: ex1 assignment_5_export/submission_1/ex1.ts',
      'Jane Doe: ex1 assignment_5_export/submission_2/ex1.ts',
    ])
    expect(found.all.handed.map(({ at }) => at)).toEqual([
      '2026-09-20T10:00:00.000Z',
      '2026-09-21T10:00:00.000Z',
    ])
    expect(found.files).toBe(3)
  })

  needing('git', hasProgram('git')).it(
    'names the students of cloned repositories without the assignment',
    async () => {
      const folder = folderWith({
        'activations-jane/src/ex1.ts': '',
        'activations-john-doe/ex1.ts': '',
        'activations-john-doe/node_modules/a/ex1.ts': '',
      })
      for (const name of ['activations-jane', 'activations-john-doe']) {
        execFileSync('git', ['init', '-q', join(folder, name)])
      }
      const found = await find(folder)
      expect(found.layout).toBe('repositories')
      expect(found.handed.map((line) => line.split(':')[0])).toEqual(['jane', 'john-doe'])
      expect(found.ignored).toMatchObject({
        'activations-john-doe/node_modules': 'installed packages',
        'activations-jane/.git': 'git keeps its own files there',
      })
    },
  )

  describe('takes nothing for an answer that a tool kept beside it', () => {
    const KEPT = [
      '.git/ex1.ts',
      '.hg/store/ex1.ts',
      '.history/ex1_20260920101010.ts',
      '.idea/ex1.ts',
      '.ipynb_checkpoints/ex1-checkpoint.ts',
      '.svn/pristine/ex1.ts',
      '.vscode/ex1.ts',
      '__MACOSX/ex1.ts',
      'node_modules/tanh/ex1.ts',
    ]
    it.each(KEPT)('%s', async (kept) => {
      const folders = await find(
        folderWith({ 'ann/ex1.ts': '', 'bob/notes.ts': '', [`bob/${kept}`]: '' }),
      )
      expect(folders.handed).toEqual(['ann: ex1 ann/ex1.ts'])
      const flat = await find(folderWith({ 'ann_ex1.ts': '', 'bob_ex1.ts': '', [kept]: '' }))
      expect(flat.handed).toEqual(['ann: ex1 ann_ex1.ts', 'bob: ex1 bob_ex1.ts'])
    })
  })

  it('knows such repositories without .git, but takes neither sisters nor numbers for them', async () => {
    const students = async (...folders: string[]) => {
      const found = await find(
        folderWith(Object.fromEntries(folders.map((one) => [`${one}/src/ex1.ts`, '']))),
      )
      return found.handed.map((line) => line.split(':')[0])
    }
    expect(await students('hw1-ann', 'hw1-jane', 'hw1-john-doe')).toEqual([
      'ann',
      'jane',
      'john-doe',
    ])
    expect(await students('anna-lena', 'anna-maria')).toEqual(['anna-lena', 'anna-maria'])
    expect(await students('hw1-ann', 'hw1-jane', 'hw1-john', 'solutions')).toEqual([
      'hw1-ann',
      'hw1-jane',
      'hw1-john',
      'solutions',
    ])
    const numbered = ['student-1', 'student-2', 'student-3']
    expect(await students(...numbered)).toEqual(numbered)
    // One login that begins with a digit takes the assignment from nobody's name.
    const logins = ['ann', 'jane', 'john-doe', '4ever']
    expect(await students(...logins.map((login) => `hw-1-${login}`))).toEqual(logins.sort())
  })

  it.each(['main', 'master'])(
    'takes the branch off the names of downloads of %s',
    async (branch) => {
      const folders = ['jane', 'john-doe', 'li'].map((name) => `activations-${name}-${branch}`)
      const files = Object.fromEntries(folders.map((folder) => [`${folder}/ex1.ts`, '']))
      const found = await find(folderWith(files), ['ex1'], 'repositories')
      expect(found.handed.map((line) => line.split(':')[0])).toEqual(['jane', 'john-doe', 'li'])
      const [only] = folders
      const alone = await find(folderWith({ [`${only}/ex1.ts`]: '' }), ['ex1'], 'repositories')
      expect(alone.handed).toEqual([`${only}: ex1 ${only}/ex1.ts`])
    },
  )

  it('takes the assignment off the names of repositories, whatever lies beside them', async () => {
    const folders = ['hw-1-ann', 'hw-1-jane', 'hw-1-john', 'solutions']
    const files = folders.map((one) => [`${one}/src/ex1.ts`, ''])
    const found = await find(folderWith(Object.fromEntries(files)), ['ex1'], 'repositories')
    const names = found.all.handed.map(({ student }) => student.name)
    expect(names).toEqual(['ann', 'jane', 'john', 'solutions'])
    // The list tells whether somebody is called `1-ann`.
    expect(found.all.handed[0]?.student.readings).toContainEqual({ kind: 'group', group: '1-ann' })
  })

  it.each([
    [['section1/jane/ex1.ts', 'section1/john/ex1.ts', 'section2/ann/src/ex1.ts']],
    [['Ms Lee/jane/ex1.ts', 'Ms Lee/john/ex1.ts', 'Mr Roe/ann/ex1.ts']],
    [['class/jane/ex1.ts', 'class/john/ex1.ts', 'class/ann/ex1.ts']],
    [['ex1/jane/ex1.ts', 'ex1/john/ex1.ts', 'ex2/jane/ex2.ts', 'ex1/ann/ex1.ts']],
  ])('finds the students in the folders of sections and exercises (%j)', async (files) => {
    const found = await find(folderWith(Object.fromEntries(files.map((file) => [file, '']))))
    expect(found.layout).toBe('sections')
    expect(new Set(found.handed.map((line) => line.split(':')[0]))).toEqual(
      new Set(['ann', 'jane', 'john']),
    )
    expect(found.handed).toHaveLength(files.length)
  })

  it.each([
    [['jane/src/ex1.ts', 'john/src/ex1.ts']],
    [['jane/new/ex1.ts', 'jane/old/ex1.ts', 'john/ex1.ts']],
    [['jane/attempt-1/ex1.ts', 'jane/attempt-2/ex1.ts', 'john/attempt-1/ex1.ts']],
    [['jane/ex1/solution.ts', 'jane/ex2/solution.ts', 'john/ex1/solution.ts']],
    [['jane/mon/ex1.ts', 'jane/tue/ex1.ts', 'john/mon/ex1.ts', 'john/tue/ex1.ts']],
    [['jane/deep/ex1.ts', 'jane/help/other.ts', 'john/mine/ex1.ts']],
  ])('takes no folder of a student for a section (%j)', async (files) => {
    const found = await find(folderWith(Object.fromEntries(files.map((file) => [file, '']))))
    expect(found.layout).toBe('folders')
  })

  it('keeps two students of one name in two sections apart', async () => {
    const found = await find(folderWith({ 'section1/jane/ex1.ts': '', 'section2/jane/ex1.ts': '' }))
    expect(found.handed).toEqual([
      'jane: ex1 section1/jane/ex1.ts',
      'jane: ex1 section2/jane/ex1.ts',
    ])
  })

  it('judges nothing that two exercises claim, and nothing that was not asked for', async () => {
    const files = { 'jane/ex1_prelu.ts': '', 'jane/sigmoid.ts': '', 'jane/ex1.ts': '' }
    const found = await find(folderWith(files))
    expect(found.handed).toEqual(['jane: ex1 jane/ex1.ts'])
    expect(found.ignored['jane/ex1_prelu.ts']).toBe('its name speaks of ex1 and ex2')
    expect(found.ignored['jane/sigmoid.ts']).toBe('for ex11, which was not asked for')
  })

  needingLinks().it('follows no link', async () => {
    const folder = folderWith({ 'jane/ex1.ts': '', 'secret/ex1.ts': '' })
    mkdirSync(join(folder, 'john'))
    symlinkSync(join(folder, 'secret', 'ex1.ts'), join(folder, 'john', 'ex1.ts'))
    symlinkSync(folder, join(folder, 'john', 'all'))
    const found = await find(folder)
    expect(found.handed).toHaveLength(2)
    expect(found.ignored['john/ex1.ts']).toBe('a link, which is not followed')
    expect(found.ignored['john/all']).toBe('a link, which is not followed')
  })

  needingLinks().it('knows who sent what it does not look into', async () => {
    const moodle = (name: string, file: string) => `${name}_assignsubmission_file/${file}`
    const folder = folderWith({
      [moodle('Jane Doe_1', 'ex1.ts')]: '',
      [moodle('Roe_2', 'ex1.ts')]: '',
      [moodle('Poe_4', '.DS_Store')]: '',
      [moodle('Moe_5', '.ex1.ts')]: '',
    })
    const link = moodle('Joe_3', 'ex1.ts')
    mkdirSync(join(folder, 'Joe_3_assignsubmission_file'))
    symlinkSync(join(folder, moodle('Roe_2', 'ex1.ts')), join(folder, link))
    const { all } = await find(folder)
    const senders = all.ignored.map(({ file, student }) => [file, student?.name])
    expect(Object.fromEntries(senders)).toEqual({
      [link]: 'Joe',
      [moodle('Moe_5', '.ex1.ts')]: 'Moe',
      [moodle('Poe_4', '.DS_Store')]: undefined,
    })
  })

  it('takes what is set aside for what it could answer, by its name', async () => {
    const endings = ['.pdf', '.test.ts', '.d.ts', '.ts.bak', '.py']
    const names = { ex1: ['ex1'], 'Tanh (2)': ['ex1'], 'ex1 ex2': ['ex1', 'ex2'], notes: undefined }
    for (const ending of endings) {
      for (const [name, exercises] of Object.entries(names)) {
        const file = `${name}${ending}`
        const { all } = await find(folderWith({ [`jane/${file}`]: '', 'roe/ex1.ts': '' }))
        expect([file, all.ignored[0]?.exercises, all.ignored[0]?.student?.name]).toEqual([
          file,
          exercises,
          'jane',
        ])
      }
      const other = await find(folderWith({ [`jane/ex1${ending}`]: '', 'roe/ex2.ts': '' }), ['ex2'])
      expect(other.all.ignored[0]).not.toHaveProperty('student')
    }
    for (const ending of ['.rar', '.7z', '.zip']) {
      const { all } = await find(folderWith({ [`jane/ex1${ending}`]: '', 'roe/ex1.ts': '' }))
      expect(all.ignored[0]?.exercises).toBeUndefined()
      expect(all.ignored[0]?.student?.name).toBe('jane')
    }
  })

  it.each([
    'package.json',
    '.eslintrc.json',
    '.github/workflows/classroom.yml',
    'test/ex1.test.ts',
  ])('takes what an assignment came with for nobody’s work: %s', async (file) => {
    const people = ['ann', 'bob', 'cy', 'di', 'ed']
    for (const untouched of [5, 4, 3, 0]) {
      const files = people.map((name, at): [string, string] => [
        `${name}_${at}_assignsubmission_file/${file}`,
        at < untouched ? 'given' : `changed by ${name}`,
      ])
      const { all } = await find(
        folderWith({ ...Object.fromEntries(files), 'zoe_9_assignsubmission_file/ex1.ts': '' }),
      )
      const senders = all.ignored.flatMap(({ student }) => student?.name ?? [])
      // Of six, three are no majority: nothing tells that it was given out.
      expect(senders).toEqual(people.slice(untouched > 3 ? untouched : 0))
    }
  })

  it('knows the sender of a flat file by its name, whatever its type', async () => {
    const folder = folderWith({ 'jane_doe_ex1.pdf': '', 'ex2-roe.pdf': '', 'al_ex1.ts': '' })
    const { all } = await find(folder, ['ex1', 'ex2'], 'flat')
    const senders = all.ignored.map(({ student, exercises }) => [student?.name, exercises])
    expect(senders).toEqual([
      ['roe', ['ex2']],
      ['jane doe', ['ex1']],
    ])
  })

  it('opens archives: the whole download, and what single students packed', async () => {
    const packed = folderWith({
      'jane_1_10_homework.zip': zipOf({ 'src/ex1.ts': 'jane', 'src/help.ts': '' }),
      'roe_2_11_ex1.ts': '',
      'doe_3_12_broken.zip': 'no zip',
    })
    const found = await find(packed)
    expect(found.layout).toBe('canvas')
    expect(found.handed).toEqual([
      'jane: ex1 jane_1_10_homework.zip/src/ex1.ts',
      'roe: ex1 roe_2_11_ex1.ts',
    ])
    expect(found.all.handed[0]).toMatchObject({ name: 'src/ex1.ts', ownFolder: true })
    expect(readFileSync(found.all.handed[0]?.file.path as string, 'utf8')).toBe('jane')
    expect(found.ignored['doe_3_12_broken.zip']).toContain('cannot be read as a zip archive')
    const whole = join(folderWith({ 'all.zip': zipOf({ 'ann/ex1.ts': '' }) }), 'all.zip')
    const request = { inputs: [whole], cwd: '/', layout: undefined, known, wanted: ['ex1'], room }
    expect((await discover(request)).handed[0]?.student.name).toBe('ann')
  })

  it('names the student by the input where nothing else does: one folder or archive each', async () => {
    const cwd = folderWith({
      'jane/ex1.ts': '',
      'john/ex1.ts': '',
      'zoë.zip': makeZip([{ name: 'ex1.ts' }]),
    })
    const inputs = ['jane', 'john', 'zoë.zip']
    const { handed } = await discover({
      inputs,
      cwd,
      layout: undefined,
      known,
      wanted: ['ex1'],
      room,
    })
    expect(handed.map(({ student }) => student.name)).toEqual(
      inputs.map((one) => one.replace('.zip', '')),
    )
  })

  it('takes a class with a folder each for one, though a file lies beside them', async () => {
    const found = await find(
      folderWith({ 'jane/ex1.ts': '', 'john/ex1.ts': '', 'solution_ex1.ts': '' }),
    )
    expect(found.layout).toBe('folders')
    expect(found.handed).toHaveLength(2)
    expect(found.ignored['solution_ex1.ts']).toContain('beside the folders')
  })

  it('never takes for an answer what a system or an editor left beside it', async () => {
    const found = await find(
      folderWith({
        'jane/._ex1.ts': 'Mac OS X',
        'jane/.ex1.ts': '',
        'jane/ex1.ts': '',
        'jane/Thumbs.db': '',
        'jane/.DS_Store': '',
      }),
    )
    expect(found.handed).toEqual(['jane: ex1 jane/ex1.ts'])
    expect(found.ignored).toEqual({
      'jane/._ex1.ts': "macOS's copy of a file's attributes",
      'jane/.ex1.ts': 'hidden: its name starts with a full stop',
      'jane/Thumbs.db': "the file manager's own",
      'jane/.DS_Store': "the file manager's own",
    })
  })

  it('lists empty folders, archives that it does not open, and names that are no UTF-8', async () => {
    const folder = folderWith({ 'jane/ex1.ts': '', 'john/ex1.7z': '' })
    mkdirSync(join(folder, 'nobody'))
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/bad`), Buffer.from([0xff])]))
    const { ignored } = await find(folder)
    expect(ignored.nobody).toBe('an empty folder')
    expect(ignored['john/ex1.7z']).toContain('only .zip')
    expect(ignored['bad\ufffd']).toContain('not valid UTF-8')
  })

  it('shows a refused entry below its archive, wherever its name leads', async () => {
    const zip = makeZip([{ name: '../../evil.ts' }, { name: 'ex1.ts' }])
    const found = await find(folderWith({ 'jane/work.zip': zip }))
    expect(found.ignored['jane/work.zip/../../evil.ts']).toContain('leads out')
  })

  it('refuses inputs of which one lies in another', async () => {
    const cwd = folderWith({ 'class/jane/ex1.ts': '' })
    const common = { cwd, layout: undefined, known, wanted: ['ex1'], room }
    const twice = discover({ inputs: ['class', './class/'], ...common })
    await expect(twice).rejects.toThrow('named twice')
    const inside = discover({ inputs: ['class/jane', 'class'], ...common })
    await expect(inside).rejects.toThrow('class/jane lies in class')
  })

  it('keeps to the layout that it is told', async () => {
    const found = await find(folderWith({ 'jane/ex1.ts': '', 'x_ex1.ts': '' }), ['ex1'], 'folders')
    expect(found.handed).toEqual(['jane: ex1 jane/ex1.ts'])
    expect(found.ignored['x_ex1.ts']).toContain('in none of them')
  })

  it('refuses what is no folder, and a folder without files', async () => {
    await expect(find(join(folderWith({}), 'nowhere'))).rejects.toThrow('is no folder')
    await expect(find(folderWith({}))).rejects.toThrow('there is no submission')
  })
})

function zipOf(files: { readonly [path: string]: string }): Buffer {
  return makeZip(Object.entries(files).map(([name, data]) => ({ name, data })))
}
