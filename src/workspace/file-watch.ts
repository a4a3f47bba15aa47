import { type FSWatcher, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface FileWatch {
  /** Resolves when every later save is noticed. */
  readonly ready: Promise<unknown>
  readonly close: () => void
}

export interface WatchOptions {
  /** Look by the clock instead of waiting for events: for file systems that send none. */
  readonly poll: boolean
  /** Paths whose contents changed, all that were found together. */
  readonly onChange: (paths: readonly string[]) => void
}

/** A save is often several events: they are taken together. */
const DEBOUNCE_MS = 10
/** A file with nothing in it is mostly one that is about to be written. */
const EMPTY_MS = 50
const POLL_MS = 150
/** Even where there are events, some are lost: shared folders of virtual machines, for instance. */
const SWEEP_MS = 1000

/**
 * Watches the TypeScript files of some folders. The folders are watched, not the files, and what
 * counts is what the files are afterwards: an editor that saves by renaming is noticed as well.
 */
export function watchFolders(folders: readonly string[], options: WatchOptions): FileWatch {
  let known: Promise<Fingerprints> = fingerprints(folders)
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const look = (isLast: boolean) => {
    known = known.then(async (before) => {
      const now = await fingerprints(folders)
      const changed = [...now].filter(([path, { print }]) => before.get(path)?.print !== print)
      if (!isLast && changed.some(([, { isEmpty }]) => isEmpty)) {
        soon(EMPTY_MS, true)
        return before
      }
      if (changed.length > 0 && !closed) options.onChange(changed.map(([path]) => path))
      return now
    })
  }
  const soon = (delay: number, isLast = false) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(look, delay, isLast)
  }
  const watchers = options.poll
    ? []
    : folders.flatMap((folder) => watchFolder(folder, () => soon(DEBOUNCE_MS)))
  const events = watchers.length > 0
  const sweep = setInterval(look, events ? SWEEP_MS : POLL_MS, false)
  return {
    ready: known,
    close: () => {
      closed = true
      clearTimeout(timer)
      clearInterval(sweep)
      for (const watcher of watchers) watcher.close()
    },
  }
}

/** None where the system has no watches left or the folder is missing: the sweep sees it then. */
function watchFolder(folder: string, onEvent: () => void): FSWatcher[] {
  try {
    const watcher = watch(folder, onEvent)
    watcher.on('error', () => watcher.close())
    return [watcher]
  } catch {
    return []
  }
}

interface Fingerprint {
  /** Changes with whatever is written. */
  readonly print: string
  readonly isEmpty: boolean
}

type Fingerprints = ReadonlyMap<string, Fingerprint>

async function fingerprints(folders: readonly string[]): Promise<Fingerprints> {
  const lists = await Promise.all(folders.map(scriptsIn))
  const prints = lists.flat().map(async (path): Promise<[string, Fingerprint] | undefined> => {
    const facts = await stat(path, { bigint: true }).catch(() => undefined)
    if (facts === undefined) return undefined
    const print = `${facts.mtimeNs} ${facts.ctimeNs} ${facts.size} ${facts.ino}`
    return [path, { print, isEmpty: facts.size === 0n }]
  })
  return new Map((await Promise.all(prints)).filter((entry) => entry !== undefined))
}

async function scriptsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => /\.[cm]?[jt]sx?$/.test(name)).map((name) => join(folder, name))
}
