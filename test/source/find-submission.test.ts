import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findSubmission, readSubmission } from '../../src/source/find-submission.ts'

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

  test('what is near', async () => {
    await write('ex1.js', '')
    expect(await findSubmission({ exercise, cwd })).toMatchObject({
      advice: 'Did you mean ex1.js?',
    })
  })

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
    ['null bytes', 'a\0b', 'ex1.ts holds null bytes: it is no text'],
  ])('that it holds %s', async (_what, content, message) => {
    await write('ex1.ts', content)
    expect(await findSubmission({ exercise, cwd })).toMatchObject({ cause: 'unreadable', message })
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

  test('and nothing outside the folder', async () => {
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

  test('and no link is followed where links are refused', async () => {
    await write('secret.ts', 'secret')
    await symlink('secret.ts', join(cwd, 'ex1.ts'))
    expect(await readSubmission(join(cwd, 'ex1.ts'), 'ex1.ts', 'refuse')).toMatchObject({
      cause: 'unreadable',
      message: 'ex1.ts is a link',
    })
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
