import type { KeptCode } from '../compiled-code/kept-code.ts'
import { LIMITS } from '../sandbox/limits.ts'
import { type Sandbox, sandboxOn, sessionOn } from '../sandbox/sandbox.ts'
import type { Session } from '../session.ts'
import { threads } from './workers.ts'

export type { Sandbox } from '../sandbox/sandbox.ts'

/** A session that begins to start before anybody knows what it is for. */
export interface EarlySession extends Session {
  /** Says that functions will be called with data: if it comes in time, the engine is optimized as it runs. */
  readonly expectCalls: () => void
}

/**
 * A session with a thread of its own, which begins to start now: call this early, load later. `code`
 * is what V8 made of the thread's file in an earlier run, or where it is to be kept.
 */
export function openSession(code?: KeptCode): EarlySession {
  let takesLonger = false
  const host = threads({ quickStart: true, takesLonger: () => takesLonger, code })
  const expectCalls = () => {
    takesLonger = true
  }
  return Object.assign(sessionOn(host), { expectCalls })
}

export interface SandboxOptions {
  /** Looks without a tick after which a thread is ended; see `LIMITS`. */
  readonly watchLooks?: number
}

export function openSandbox({ watchLooks = LIMITS.watchLooks }: SandboxOptions = {}): Sandbox {
  return sandboxOn(threads({ quickStart: false }), watchLooks)
}
