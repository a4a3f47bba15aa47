import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { KeptCode } from '../compiled-code/kept-code.ts'
import { preferQuickStart, withoutFlags } from '../compiled-code/quick-start.ts'
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
import { readEngine } from './engine-files.ts'
import { YOUNG_GENERATION_MIB } from './heaps.ts'
import { newHeartbeat, signsIn } from './heartbeat.ts'

export interface ThreadsOptions {
  /** Whether one submission is all there is: then a quick start is worth more than quick code. */
  readonly quickStart: boolean
  /** Whether it takes longer than most do; asked when the engine is compiled. */
  readonly takesLonger?: () => boolean
  /** What V8 made of the first thread's file in an earlier run, or where it is to be kept. */
  readonly code?: KeptCode | undefined
}

/** What a thread says besides: that its file is loaded, with or without the code, and what V8 made of it. */
type FromThread =
  | FromWorker
  | { readonly loaded: true; readonly refused: boolean }
  | { readonly code: Uint8Array }

/** Threads of this process; the engine is read once for all of them. */
export function threads(options: ThreadsOptions): WorkerHost {
  const { code } = options
  let files: Promise<EngineFiles> | undefined
  return {
    start: (listener) => {
      const heartbeat = newHeartbeat()
      const kept = files === undefined ? code : undefined
      const worker = newWorker(heartbeat, kept)
      files ??= engineFor(worker, options)
      return attended(worker, { files, heartbeat, listener, kept })
    },
  }
}

function engineFor(worker: Worker, options: ThreadsOptions): Promise<EngineFiles> {
  const { quickStart, takesLonger = () => false, code } = options
  if (!quickStart) return readEngine(Promise.resolve())
  const runs = reaches(worker, code?.code === undefined ? 'online' : 'message')
  return readEngine(runs.then(() => preferQuickStart({ takesLonger: takesLonger() })))
}

interface Surroundings {
  readonly files: Promise<EngineFiles>
  readonly heartbeat: Int32Array
  readonly listener: WorkerListener
  readonly kept: KeptCode | undefined
}

function attended(worker: Worker, { files, heartbeat, listener, kept }: Surroundings): GuestWorker {
  let isWanted = kept !== undefined && kept.code === undefined
  worker.unref()
  worker.on('message', (message: FromThread) => {
    if ('refused' in message) isWanted ||= message.refused
    if ('id' in message && !('code' in message)) listener.heard(message)
  })
  worker.on('error', (error) => listener.ended(error.message))
  worker.on('exit', () => listener.ended('it ended'))
  return {
    ...equip(files, (message) => worker.postMessage(message)),
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

function newWorker(heartbeat: Int32Array, kept: KeptCode | undefined): Worker {
  const name = kept === undefined ? 'sandbox-worker.cjs' : 'start-worker.cjs'
  try {
    return new Worker(join(packageRoot(), 'dist', name), {
      env: {},
      workerData: { heartbeat, code: kept?.code },
      resourceLimits: {
        maxOldGenerationSizeMb: 256,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MIB,
        stackSizeMb: 128,
      },
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
