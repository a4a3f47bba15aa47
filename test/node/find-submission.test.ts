import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findSubmission, passedOver, readSubmission } from '../../src/node/find-submission.ts'
import { needingLinks } from '../machine.ts'

let cwd = ''
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'mlp-check-find-'))
})
afterEach(() => rm(cwd, { recursive: true }))

const exercise = { id: 'ex1', folder: 'ex01-tanh', aliases: ['tanh'] }

describe('a submission is found', () => {
  test.each(['ex1.ts', 'ex01-tanh.ts', 'tanh.ts', 'src/ex1.ts', 'submissions/tanh.ts'])(
    'as %s',
    async (name) => {
      await write(name, 'export {}')
      expect(await findSubmission({ exercise, cwd })).toMatchObject({
        kind: 'found',
        source: { file: name, text: 'export {}' },
      })
    },
  )

  test('under the name that the config gives', async () => {
    await write('answers/ex1/mine.ts', 'export {}')
    const found = await findSubmission({ exercise, cwd, pattern: 'answers/{id}/mine.ts' })
    expect(found).toMatchObject({ kind: 'found' })
  })

  test('without its byte-order mark', async () => {
    await write('ex1.ts', '\ufeffexport {}\r\n')
    expect(await findSubmission({ exercise, cwd })).toMatchObject({
      source: { text: 'export {}\r\n' },
    })
  })

  test('in UTF-16 where its mark says so', async () => {
    await write('ex1.ts', Buffer.from('\ufeffexport {}', 'utf16le'))
    expect(await findSubmission({ exercise, cwd })).toMatchObject({ source: { text: 'export {}' } })
  })
})

describe('a submission that cannot be read is a fault that says', () => {
  test('what was looked for', async () => {
    const found = await findSubmission({ exercise, cwd })
    expect(found).toMatchObject({
      kind: 'fault',
      cause: 'missing-file',
      message: expect.stringContaining('ex1.ts, ex01-tanh.ts, tanh.ts'),
    })
  })

  test.each([
    ['ex01-tanh.ts', '.', 'src/ex01-tanh.ts'],
    ['./Ex01-tanh.ts', '.', 'src/ex01-tanh.ts'],
    ['src/ex01-tanh.ts', 'src', 'ex01-tanh.ts'],
    ['ex01-tanh.ts', 'statements', '../src/ex01-tanh.ts'],
    ['../src/ex01-tahn.ts', 'statements', '../src/ex01-tanh.ts'],
    ['answers/top.ts', '.', 'top.ts'],
  ])('where the file %s of %s lies instead', async (file, folder, near) => {
    await write('src/ex01-tanh.ts', '')
    await write('src/ex02-prelu.ts', '')
    await write('top.ts', '')
    await write('statements/ex01-tanh.md', '')
    const query = { exercise, cwd: join(cwd, folder), root: cwd, file }
    expect(await findSubmission(query)).toMatchObject({
      cause: 'missing-file',
      advice: `Did you mean ${near}?`,
    })
  })

  test('nothing that lies behind a link or among packages', async () => {
    await write('node_modules/tanh.ts', '')
    await write('.hidden/tanh.ts', '')
    expect(await findSubmission({ exercise, cwd, file: 'tanh.ts' })).toMatchObject({
      advice: 'Check the path.',
    })
  })

  test('what is near', async () => {
    await write('ex1.js', '')
    expect(await findSubmission({ exercise, cwd })).toMatchObject({
      advice: 'Did you mean ex1.js?',
    })
  })

  test.each(['ex2.ts', 'ex11.ts', 'ex2.js', 'src/tanhh.ts'])(
    'but not %s, which answers another exercise',
    async (name) => {
      await write(name, '')
      const others = [
        { id: 'ex2', folder: 'ex02-prelu', aliases: ['prelu'] },
        { id: 'ex11', folder: 'ex11-sigmoid', aliases: ['tanhh'] },
      ]
      const near = await findSubmission({ exercise, cwd })
      const nearest = await findSubmission({ exercise, cwd, exercises: [exercise, ...others] })
      expect([near, nearest]).toMatchObject([
        { advice: `Did you mean ${name}?` },
        { advice: expect.stringMatching(/^Write ex1\.ts/) },
      ])
    },
  )

  test('that the given path is not there', async () => {
    expect(await findSubmission({ exercise, cwd, file: 'no/such.ts' })).toMatchObject({
      cause: 'missing-file',
      message: 'there is no file no/such.ts',
    })
  })

  test('that it is a folder', async () => {
    await mkdir(join(cwd, 'ex1.ts'))
    expect(await findSubmission({ exercise, cwd })).toMatchObject({
      cause: 'unreadable',
      message: 'ex1.ts is a folder',
    })
  })

  test('that it is too large', async () => {
    await write('ex1.ts', ' '.repeat(65_537))
    expect(await findSubmission({ exercise, cwd })).toMatchObject({
      message: 'ex1.ts has 65537 bytes; a submission may have 65536',
    })
  })

  test.each([
    [
      'invalid UTF-8',
      Buffer.from([0x61, 0x0a, 0x62, 0xff, 0x0a]),
      'ex1.ts is not valid UTF-8 on line 2',
    ],
    [
      'UTF-16 without a mark',
      Buffer.from('export {}', 'utf16le'),
      'ex1.ts looks like UTF-16 without a byte-order mark',
    ],
    ['null bytes', 'a\0b', 'ex1.ts holds null bytes, as no UTF-8 text does'],
  ])('that it holds %s', async (_what, content, message) => {
    await write('ex1.ts', content)
    expect(await findSubmission({ exercise, cwd })).toMatchObject({ cause: 'unreadable', message })
  })
})

describe('of an answer under several names', () => {
  const others = async (query: { readonly file?: string; readonly pattern?: string } = {}) => {
    const found = await findSubmission({ exercise, cwd, ...query })
    if (found.kind !== 'found') throw new Error(found.message)
    return passedOver({ exercise, cwd, ...query }, found)
  }

  test('it is told which were not read', async () => {
    await write('tanh.ts', '')
    await write('src/ex01-tanh.ts', '')
    await write('ex2.ts', '')
    await mkdir(join(cwd, 'submissions', 'ex1.ts'), { recursive: true })
    expect(await others()).toEqual(['src/ex01-tanh.ts'])
    await write('ex1.ts', '')
    expect(await others()).toEqual(['tanh.ts', 'src/ex01-tanh.ts'])
  })

  test('nothing is told where it was named', async () => {
    await write('tanh.ts', '')
    await write('ex1.ts', '')
    expect(await others({ file: 'tanh.ts' })).toEqual([])
    expect(await others({ pattern: '{id}.ts' })).toEqual([])
  })
})

describe('siblings are read', () => {
  test('where the submission or they themselves name them', async () => {
    await write('sub/ex1.ts', "import { a } from './lib/a'\nexport * from './b.js'")
    await write('sub/lib/a.ts', "import '../c'")
    await write('sub/b.ts', '// b')
    await write('sub/c/index.ts', '// c')
    await write('sub/unused.ts', '')
    expect(await siblingsOf('sub/ex1.ts')).toEqual({
      'lib/a.ts': "import '../c'",
      'b.ts': '// b',
      'c/index.ts': '// c',
    })
  })

  needingLinks().it('and nothing outside the folder', async () => {
    await write('secret.ts', 'secret')
    await write(
      'sub/ex1.ts',
      "import '../secret'; import './../secret.ts'; import './link'; import './dir/secret'; import './x/../../secret.ts'",
    )
    await symlink('../secret.ts', join(cwd, 'sub/link.ts'))
    await symlink('..', join(cwd, 'sub/dir'))
    await mkdir(join(cwd, 'sub/x'))
    expect(await siblingsOf('sub/ex1.ts')).toEqual({})
  })
})

test('siblings are programs: whatever else a comment or a string names is not read', async () => {
  await write('sub/package.json', '{}')
  await write('sub/.env', 'SECRET=1')
  await write('sub/notes.txt', 'SECRET')
  await write('sub/a.mts', '// a')
  await write('sub/ex1.ts', "// './package.json' './.env' './notes.txt'\nimport './a.mjs'")
  expect(await siblingsOf('sub/ex1.ts')).toEqual({ 'a.mts': '// a' })
})

needingLinks().describe('no link is followed', () => {
  const linked = (message: string) => ({ cause: 'unreadable', message: `${message} is a link` })

  test('to a file', async () => {
    await write('elsewhere/secret.ts', 'secret')
    await symlink('elsewhere/secret.ts', join(cwd, 'ex1.ts'))
    await write('src/ex1.ts', 'export {}')
    expect(await findSubmission({ exercise, cwd })).toMatchObject(linked('ex1.ts'))
    expect(await readSubmission(join(cwd, 'ex1.ts'), 'ex1.ts')).toMatchObject(linked('ex1.ts'))
  })

  test('to a folder on the way, though another name may hold the submission', async () => {
    await write('elsewhere/ex1.ts', 'secret')
    await symlink('elsewhere', join(cwd, 'src'))
    expect(await findSubmission({ exercise, cwd })).toMatchObject(linked('src'))
    const file = 'src/ex1.ts'
    expect(await findSubmission({ exercise, cwd, file })).toMatchObject(linked('src'))
    await write('submissions/ex1.ts', 'export {}')
    expect(await findSubmission({ exercise, cwd })).toMatchObject({ kind: 'found' })
  })

  test('out of nothing into nothing', async () => {
    await symlink('nowhere', join(cwd, 'ex1.ts'))
    expect(await findSubmission({ exercise, cwd })).toMatchObject(linked('ex1.ts'))
  })

  test("but above the working folder they are the machine's own", async () => {
    await write('real/ex1.ts', 'export {}')
    await symlink('real', join(cwd, 'home'))
    const home = join(cwd, 'home')
    expect(await findSubmission({ exercise, cwd: home })).toMatchObject({ kind: 'found' })
    const file = join(home, 'ex1.ts')
    const elsewhere = { exercise, cwd: join(cwd, 'real'), file }
    expect(await findSubmission(elsewhere)).toMatchObject({ kind: 'found' })
  })
})

async function siblingsOf(name: string): Promise<unknown> {
  const found = await readSubmission(join(cwd, name), name)
  return found.kind === 'found' ? found.source.siblings : found
}

async function write(name: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(cwd, name)), { recursive: true })
  await writeFile(join(cwd, name), content)
}
