import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { KeptCode } from '../compiled-code/kept-code.ts'
import { withoutFlags } from '../compiled-code/quick-start.ts'
import { packageRoot } from '../package-root.ts'
import type { EngineFiles } from '../sandbox/guest-image.ts'
import type { FromWorker } from '../sandbox/protocol.ts'
import { cannotStart } from '../sandbox/thread.ts'
import {
  equip,
  type GuestWorker,
  type WorkerHost,
  type WorkerListener,
} from '../sandbox/worker-host.ts'
import { YOUNG_GENERATION_MIB } from './heaps.ts'
import { newHeartbeat, signsIn } from './heartbeat.ts'

export interface ThreadsOptions {
  /** The engine, once for all threads; `begun` once the first of them runs. @throws MachineError */
  readonly engine: (begun: Promise<void>) => Promise<EngineFiles>
  /** What V8 made of the sandbox's code in an earlier run, or where it is to be kept. */
  readonly code?: KeptCode | undefined
}

/** What a thread says besides: that its file is loaded, with or without the code, and what V8 made of it. */
type FromThread =
  | FromWorker
  | { readonly loaded: true; readonly refused: boolean }
  | { readonly code: Uint8Array }

/** Threads of this process. */
export function threads({ engine, code }: ThreadsOptions): WorkerHost {
  let files: Promise<EngineFiles> | undefined
  return {
    start: (listener) => {
      const heartbeat = newHeartbeat()
      const kept = files === undefined ? code : undefined
      const known = kept?.read()
      const worker = newWorker(heartbeat, known)
      files ??= engine(reaches(worker, known === undefined ? 'online' : 'message'))
      return attended(worker, {
        files,
        heartbeat,
        listener,
        kept,
        isWanted: kept !== undefined && known === undefined,
      })
    },
  }
}

interface Surroundings {
  readonly files: Promise<EngineFiles>
  readonly heartbeat: Int32Array
  readonly listener: WorkerListener
  readonly kept: KeptCode | undefined
  /** Whether what V8 makes of it is to be kept: none is known, or none that it accepts. */
  readonly isWanted: boolean
}

function attended(worker: Worker, surroundings: Surroundings): GuestWorker {
  const { files, heartbeat, listener, kept } = surroundings
  let { isWanted } = surroundings
  worker.unref()
  worker.on('message', (message: FromThread) => {
    if ('refused' in message) isWanted ||= message.refused
    if ('id' in message && !('code' in message)) listener.heard(message)
  })
  worker.on('error', (error) => listener.ended(error.message))
  worker.on('exit', () => listener.ended('it ended'))
  return {
    ...equip(files, listener, (message) => worker.postMessage(message)),
    signs: () => signsIn(heartbeat),
    hold: (isAwaited) => (isAwaited ? worker.ref() : worker.unref()),
    terminate: async (isIdle) => {
      if (isIdle && isWanted && kept !== undefined) await keepCode(worker, kept)
      await worker.terminate()
    },
  }
}

async function keepCode(worker: Worker, kept: KeptCode): Promise<void> {
  // One that has ended answers nobody.
  if (worker.threadId < 0) return
  worker.ref()
  const answered = new Promise<Uint8Array | undefined>((resolve) => {
    worker.once('exit', () => resolve(undefined))
    worker.on('message', (message: FromThread) => {
      if ('code' in message) resolve(message.code)
    })
  })
  withoutFlags(() => worker.postMessage({ kind: 'code' }))
  const code = await answered
  if (code) kept.keep(code)
}

/** What threads have to say are messages: to pass on what they print takes listeners, and Node warns of the eleventh. */
export const SILENT = { stdout: true, stderr: true } as const

/** The stack is longer than what a submission may use of it. */
export const ROOM_LIMITS = {
  maxYoungGenerationSizeMb: YOUNG_GENERATION_MIB,
  stackSizeMb: 128,
} as const

function newWorker(heartbeat: Int32Array, code: Uint8Array | undefined): Worker {
  try {
    return new Worker(join(packageRoot(), 'dist', 'sandbox-worker.cjs'), {
      ...SILENT,
      env: {},
      workerData: { heartbeat, code },
      resourceLimits: { maxOldGenerationSizeMb: 256, ...ROOM_LIMITS },
    })
  } catch (error) {
    throw cannotStart((error as Error).message)
  }
}

/** Resolves once the worker runs, or has loaded its file, or will never do so. */
function reaches(worker: Worker, stage: 'online' | 'message'): Promise<void> {
  return new Promise((resolve) => {
    for (const event of [stage, 'error', 'exit']) worker.once(event, () => resolve())
  })
}
