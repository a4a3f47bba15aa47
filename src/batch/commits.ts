import { spawnSync } from 'node:child_process'
import { lstatSync, writeFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { readSmallFile } from '../trust/small-file.ts'
import { makeFolder } from '../whole-file.ts'

/**
 * When the commits that repositories have checked out say that they were made, by repository: ISO
 * 8601, UTC. A student's repository is asked for nothing: git runs in an empty one of ours, which
 * borrows the objects, so that no configuration, hook, filter or remote of theirs is looked at.
 * What cannot be read so has no date.
 * @param repositories absolute paths of their folders
 * @param room a private folder
 */
export function commitDates(
  repositories: readonly string[],
  room: string,
): ReadonlyMap<string, string> {
  const heads = repositories.flatMap((folder) => {
    const id = headOf(join(folder, '.git'))
    return id === undefined ? [] : [{ folder, id }]
  })
  if (heads.length === 0) return new Map()
  const ours = join(room, 'commits.git')
  if (
    !borrowing(
      ours,
      heads.map(({ folder }) => join(folder, '.git', 'objects')),
    )
  )
    return new Map()
  const dates = datesOf(ours, [...new Set(heads.map(({ id }) => id))])
  return new Map(
    heads.flatMap(({ folder, id }) => {
      const date = dates.get(id)
      return date === undefined ? [] : [[folder, date] as const]
    }),
  )
}

const ID = /^[0-9a-f]{40}$/
/** Other characters could lead out of the folder, or mean something to git. */
const REF = /^ref: (refs\/heads\/(?:[\w+@-][\w.+@-]*\/)*[\w+@-][\w.+@-]*)$/
/** What `HEAD` names, by the files themselves; nothing is followed that is a link. */
function headOf(git: string): string | undefined {
  if (!isFolder(git) || !isFolder(join(git, 'objects'))) return undefined
  // Objects that are borrowed from elsewhere would be looked for there.
  if (isThere(join(git, 'objects', 'info', 'alternates'))) return undefined
  const head = contentOf(git, 'HEAD')?.trim() ?? ''
  if (ID.test(head)) return head
  const ref = REF.exec(head)?.[1]
  if (ref === undefined) return undefined
  const own = contentOf(git, ref)?.trim()
  if (own !== undefined) return ID.test(own) ? own : undefined
  const packed = contentOf(git, 'packed-refs') ?? ''
  return packed
    .split('\n')
    .map((line) => line.split(' '))
    .find(([id = '', name]) => name === ref && ID.test(id))?.[0]
}

function contentOf(git: string, name: string): string | undefined {
  const parts = name.split('/')
  const folders = parts.slice(0, -1).map((_, at) => join(git, ...parts.slice(0, at + 1)))
  if (!folders.every(isFolder)) return undefined
  const found = readSmallFile(join(git, name))
  return found.kind === 'text' ? found.text : undefined
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Whether git is here, and has made a repository that finds these objects. */
function borrowing(ours: string, objects: readonly string[]): boolean {
  makeFolder(ours)
  if (git(ours, ['init', '--quiet', '--bare', '--template=', ours]) === undefined) return false
  // A line each: git reads signs at its start otherwise, and knows no line end in a name.
  const lines = objects.filter((path) => !/[\n\r]|^["#]/.test(path))
  makeFolder(join(ours, 'objects', 'info'))
  writeFileSync(join(ours, 'objects', 'info', 'alternates'), `${lines.join('\n')}\n`)
  return true
}

/** A larger commit is no commit that anybody wrote. */
const MOST_OF_A_COMMIT = 1 << 16

function datesOf(ours: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const sizes = git(ours, ['cat-file', '--batch-check'], ids)?.toString() ?? ''
  const small = sizes.split('\n').flatMap((line) => {
    const [id = '', type, size] = line.split(' ')
    return type === 'commit' && Number(size) <= MOST_OF_A_COMMIT ? [id] : []
  })
  if (small.length === 0) return new Map()
  const all = git(ours, ['cat-file', '--batch'], small) ?? Buffer.alloc(0)
  const dates = new Map<string, string>()
  for (let at = 0; at < all.length; ) {
    const end = all.indexOf('\n', at)
    const [id = '', , size] = all.subarray(at, end).toString().split(' ')
    const content = all.subarray(end + 1, end + 1 + Number(size)).toString()
    const [, seconds] = /^committer [^\n]* (\d{1,11}) [+-]\d{4}$/m.exec(headerOf(content)) ?? []
    if (seconds !== undefined) dates.set(id, new Date(Number(seconds) * 1000).toISOString())
    at = end + 1 + Number(size) + 1
  }
  return dates
}

/** What stands below is the message, in which anything may be written. */
function headerOf(commit: string): string {
  return commit.slice(0, Math.max(0, commit.indexOf('\n\n')))
}

const PATIENCE_MS = 60_000

/** Undefined where git is not here, or ends with a fault. */
function git(folder: string, words: readonly string[], lines: readonly string[] = []) {
  const { status, stdout, error } = spawnSync('git', [`--git-dir=${folder}`, ...words], {
    cwd: folder,
    input: lines.map((line) => `${line}\n`).join(''),
    env: surroundings(),
    timeout: PATIENCE_MS,
    maxBuffer: 1 << 28,
    windowsHide: true,
  })
  return error === undefined && status === 0 ? stdout : undefined
}

/** Nothing that whoever grades has set up for git speaks into it. */
function surroundings(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  }
}
