import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { KeptCodes } from '../compiled-code/kept-code.ts'
import { preferQuickStart } from '../compiled-code/quick-start.ts'
import { packageRoot } from '../package-root.ts'
import type { EngineFiles } from '../sandbox/guest-image.ts'
import { LIMITS } from '../sandbox/limits.ts'
import { type Sandbox, sandboxOn, sessionOn } from '../sandbox/sandbox.ts'
import type { Session } from '../session.ts'
import { readEngine } from './engine-files.ts'
import { isMainThreadFit } from './fit-main-thread.ts'
import { hereFirst } from './here-first.ts'
import { unusable } from './own-files.ts'
import { RoomHere } from './room-here.ts'
import type { SandboxRoom } from './sandbox-room.ts'
import { withinTime } from './within-time.ts'
import { threads } from './workers.ts'

export type { Sandbox } from '../sandbox/sandbox.ts'

/** A session that exists before anybody knows what it is for. */
export interface EarlySession extends Session {
  /** Begins what takes time. Functions that will be called with data take longer, in a thread whose engine is optimized as it runs. */
  readonly begin: (expected: { readonly calls: boolean }) => void
}

/** The sandbox's own code, as it is loaded most quickly. */
export interface SandboxCode {
  readonly loadRoom: () => SandboxRoom
  /** For threads: what V8 made of our files in an earlier run, or where it is to be kept. */
  readonly kept?: KeptCodes
}

/** A session for one submission: a quick start is worth more than quick code. */
export function openSession(
  { loadRoom: load, kept }: SandboxCode = { loadRoom: requireRoom },
): EarlySession {
  const loadRoom = () => usable(ROOM, load)
  let takesLonger = false
  let files: Promise<EngineFiles> | undefined
  const engine = (begun: Promise<void>) => {
    files ??= readEngine(begun.then(() => preferQuickStart({ takesLonger })))
    return files
  }
  const elsewhere = threads({ engine, code: kept?.(ROOM) })
  const room = new RoomHere({
    loadRoom,
    engine: () => engine(Promise.resolve()),
    bounded: (run) => withinTime(LIMITS.mainThreadMs, run),
  })
  const here = isMainThreadFit() ? hereFirst(elsewhere, room) : undefined
  const begin = ({ calls }: { readonly calls: boolean }) => {
    takesLonger = calls
    if (calls || here === undefined) return here?.leave()
    // Before the engine's flags are set: V8 would refuse what it made of it.
    loadRoom()
    // What goes wrong is told to whoever asks for something.
    engine(Promise.resolve()).catch(() => undefined)
  }
  return Object.assign(sessionOn(here ?? elsewhere), { begin })
}

const ROOM = 'sandbox-room.cjs'

/** @throws MachineError where our own file is missing or damaged */
function usable<T>(name: string, load: () => T): T {
  try {
    return load()
  } catch (error) {
    throw unusable(name, error as Error)
  }
}

function requireRoom(): SandboxRoom {
  const file = join(packageRoot(), 'dist', ROOM)
  return createRequire(file)(file) as SandboxRoom
}

export interface SandboxOptions {
  /** Looks without a tick after which a thread is ended; see `LIMITS`. */
  readonly watchLooks?: number
}

/** Threads for many submissions, one after the other. */
export function openSandbox({ watchLooks = LIMITS.watchLooks }: SandboxOptions = {}): Sandbox {
  const host = threads({ engine: () => readEngine(Promise.resolve()) })
  return sandboxOn(host, watchLooks)
}
