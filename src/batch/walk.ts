import { accessSync, constants, type Dirent, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isMachineFault } from '../errors.ts'
import { pathKey } from '../paths/path-key.ts'
import { cleanLine } from '../text/clean-text.ts'
import type { Ignored } from './inventory.ts'

/** A folder of the input and all that is in it; paths are relative, with slashes, in order. */
export interface Tree {
  /** Where something in it lies, which may be under another name. */
  readonly pathOf: (path: string) => string
  readonly files: readonly string[]
  /** Folders that are a git repository of their own. */
  readonly repositories: readonly string[]
  /** What is no file, and whole folders that hold nobody's answers. */
  readonly skipped: readonly Skipped[]
}

/** What was not looked into. */
interface Skipped extends Omit<Ignored, 'student'> {
  /** Whether somebody may have handed it in: not what tools and systems leave behind. */
  readonly sent: boolean
  /** Whether it is a folder that holds who knows what. */
  readonly isFolder?: true
}

const DEEPEST = 32

const NOBODYS_WORK: Readonly<Record<string, string>> = {
  '.git': 'git keeps its own files there',
  '.hg': 'Mercurial keeps its own files there',
  '.svn': 'Subversion keeps its own files there',
  node_modules: 'installed packages',
  __MACOSX: "macOS's copies of file attributes",
  '.vscode': "an editor's settings",
  '.idea': "an editor's settings",
  '.history': 'earlier states of files, which an editor kept',
  '.ipynb_checkpoints': 'earlier states of files, which Jupyter kept',
  '.mlp-check': 'written by mlp-check',
}

const OF_THE_SYSTEM = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i

export interface WalkOptions {
  /** The folder that results go to. */
  readonly results?: string | undefined
  /** What is called otherwise than the disk has it. */
  readonly names?: ReadonlyMap<string, string> | undefined
}

/** Looks into every folder but that of the results; follows no link; skips nothing unsaid. */
export function walk(root: string, { results, names = new Map() }: WalkOptions = {}): Tree {
  const stored = new Map<string, string>()
  const pathOf = (path: string) => join(root, stored.get(path) ?? path)
  const tree = {
    pathOf,
    files: [] as string[],
    repositories: [] as string[],
    skipped: [] as Skipped[],
  }
  const waiting: { folder: string; depth: number }[] = [{ folder: '', depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { folder, depth } = next
    const entries = entriesOf(pathOf(folder), folder, tree.skipped)
    for (const entry of entries) {
      const name = names.get(entry.name) ?? entry.name
      const path = joined(folder, name)
      const there = joined(stored.get(folder) ?? folder, entry.name)
      if (there !== path) stored.set(path, there)
      const isOwn = results !== undefined && pathKey(pathOf(path)) === pathKey(results)
      const own = isOwn ? nobodys('where the results of this run go') : undefined
      const reason =
        own ??
        misnamed(entry, pathOf(path)) ??
        reasonToSkip(entry, name, depth) ??
        (entry.isFile() ? locked(pathOf(path)) : undefined)
      if (name === '.git' && folder !== '') tree.repositories.push(folder)
      if (reason !== undefined) tree.skipped.push({ file: path, ...reason })
      else if (entry.isDirectory()) waiting.push({ folder: path, depth: depth + 1 })
      else tree.files.push(path)
    }
  }
  tree.files.sort(byCodeUnits)
  tree.repositories.sort(byCodeUnits)
  tree.skipped.sort((one, other) => byCodeUnits(one.file, other.file))
  return tree
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

function entriesOf(path: string, shown: string, skipped: Skipped[]): Dirent[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true })
    if (entries.length === 0 && shown !== '') {
      skipped.push({ file: shown, ...nobodys('an empty folder') })
    }
    return entries
  } catch (error) {
    if (isMachineFault(error)) throw error
    const { code, message } = error as NodeJS.ErrnoException
    skipped.push({
      file: shown,
      ...sent(`the folder cannot be read (${code ?? cleanLine(message)})`),
      isFolder: true,
    })
    return []
  }
}

type Reason = Pick<Skipped, 'reason' | 'sent' | 'isFolder'>

function sent(reason: string): Reason {
  return { reason, sent: true }
}

function nobodys(reason: string): Reason {
  return { reason, sent: false }
}

/** Bytes that are not UTF-8 reach us as U+FFFD, by which nothing can be opened. */
function misnamed(entry: Dirent, path: string): Reason | undefined {
  if (!entry.name.includes('\ufffd') || lstatSync(path, { throwIfNoEntry: false })) return undefined
  const reason = sent('cannot be read: its name is not valid UTF-8; rename it')
  return entry.isDirectory() ? { ...reason, isFolder: true } : reason
}

/** The same of a path that no disk holds. */
export function isLeftBehind(path: string): boolean {
  const parts = path.split('/')
  const [name = ''] = parts.slice(-1)
  const ofSystem = name.startsWith('._') || OF_THE_SYSTEM.test(name)
  return ofSystem || parts.some((part) => Object.hasOwn(NOBODYS_WORK, part))
}

/** Whoever may not read it knows nothing of it: it is no wrong answer. */
function locked(path: string): Reason | undefined {
  try {
    accessSync(path, constants.R_OK)
    return undefined
  } catch (error) {
    if (isMachineFault(error)) throw error
    return sent(`cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

function reasonToSkip(entry: Dirent, name: string, depth: number): Reason | undefined {
  if (entry.isSymbolicLink()) return sent('a link, which is not followed')
  if (entry.isDirectory()) {
    const why = Object.hasOwn(NOBODYS_WORK, name) ? NOBODYS_WORK[name] : undefined
    if (why !== undefined) return nobodys(why)
    return depth >= DEEPEST ? sent(`more than ${DEEPEST} folders deep`) : undefined
  }
  if (name === '.git') return nobodys("git's pointer to a repository elsewhere")
  if (!entry.isFile()) return sent('no regular file')
  if (name.startsWith('._')) return nobodys("macOS's copy of a file's attributes")
  if (OF_THE_SYSTEM.test(name)) return nobodys("the file manager's own")
  if (!name.startsWith('.')) return undefined
  const reason = 'hidden: its name starts with a full stop'
  return name.startsWith('.git') ? nobodys(reason) : sent(reason)
}

/** The same order on every machine, whatever its language. */
export function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
