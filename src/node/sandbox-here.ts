import type { EngineFiles } from '../sandbox/guest-image.ts'
import { sessionOn } from '../sandbox/sandbox.ts'
import type { Session } from '../session.ts'
import { readEngine } from './engine-files.ts'
import { beating } from './heartbeat.ts'
import { hereFirst } from './here-first.ts'
import { RoomHere } from './room-here.ts'
import type { SandboxRoom } from './sandbox-room.ts'
import { usedAgain } from './used-again.ts'
import { threads } from './workers.ts'

/** Many submissions, one after the other, on the thread that asks; only what fails there gets one of its own. */
export interface SandboxHere {
  /** The next submission's session, the one before being closed. `apart`: nothing of it runs here. */
  readonly session: (apart: boolean) => Session
  readonly close: () => Promise<void>
}

/**
 * The engine is compiled at once. In `heartbeat` whoever can end this thread sees whether what runs
 * here comes to its end.
 */
export function openSandboxHere(code: SandboxRoom, heartbeat: Int32Array): SandboxHere {
  const files: Promise<EngineFiles> = readEngine(Promise.resolve())
  // What goes wrong is told to whoever asks for something.
  files.catch(() => undefined)
  const engine = () => files
  const room = new RoomHere({ loadRoom: () => code, engine, ...beating(heartbeat) })
  const elsewhere = usedAgain(threads({ engine }))
  return {
    session: (apart) => sessionOn(apart ? elsewhere : hereFirst(elsewhere, room)),
    close: () => {
      room.leave()
      return elsewhere.close()
    },
  }
}
