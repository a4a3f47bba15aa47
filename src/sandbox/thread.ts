import { MachineError } from '../errors.ts'
import type { Fault, RunRecord } from '../session.ts'
import { answersRight, KNOWN_GOOD } from './known-good.ts'
import { LIMITS } from './limits.ts'
import type { FromWorker, WorkerAnswers, WorkerRequest } from './protocol.ts'
import { Watchdog } from './watchdog.ts'
import type { GuestWorker, WorkerHost } from './worker-host.ts'

/** How a thread was lost, in words for the submission that was in it. */
export interface Lost {
  readonly kind: 'lost'
  readonly cause: Fault['cause']
  readonly message: string
}

const SILENT: Lost = {
  kind: 'lost',
  cause: 'did-not-finish',
  message: 'it did not finish, and had to be stopped from outside',
}
const ENDED: Lost = {
  kind: 'lost',
  cause: 'out-of-memory',
  message: 'it used up the memory or the stack of the thread it ran in',
}

type Answered = Extract<FromWorker, { readonly answer: unknown }>
type Refused = Extract<
  FromWorker,
  { readonly bug: string } | { readonly machine: string } | { readonly broke: string }
>

interface Pending {
  readonly id: number
  readonly settle: (message: Answered | Refused | Lost) => void
}

/** A worker, and how far it came. */
interface Running {
  readonly worker: GuestWorker
  started: boolean
  /** Why it never started. */
  failed?: string
}

/** The worker, a thread or what stands for one, its watchdog, and the one request that it is at work on. */
export class Thread {
  /** What every function did, as of the last answer. */
  records: { readonly [functionName: string]: RunRecord } = {}
  readonly #host: WorkerHost
  /** Looks without a tick after which a thread is ended; see `LIMITS`. */
  readonly #watchLooks: number
  #running: Running
  #pending: Pending | undefined
  #requests = 0
  #closing: Promise<void> | undefined

  constructor(host: WorkerHost, watchLooks: number) {
    this.#host = host
    this.#watchLooks = watchLooks
    this.#running = this.#start()
  }

  /**
   * The answer, or how the thread was lost: it has been replaced then, and the new one has run a
   * program that is known to be good.
   * @throws MachineError where it could not
   */
  async ask<K extends WorkerRequest['kind']>(
    request: Extract<WorkerRequest, { kind: K }>,
  ): Promise<WorkerAnswers[K] | Lost> {
    const answer = await this.#ask(request)
    if (isLost(answer) && !this.#closing) await this.#replace()
    return answer
  }

  /** Once, however often it is called. */
  close(): Promise<void> {
    const { worker, started } = this.#running
    this.#closing ??= worker.terminate(started && this.#pending === undefined)
    return this.#closing
  }

  async #ask<K extends WorkerRequest['kind']>(
    request: Extract<WorkerRequest, { kind: K }>,
  ): Promise<WorkerAnswers[K] | Lost> {
    const message = await this.#send(request)
    if (isLost(message)) return message
    if ('broke' in message) return { kind: 'lost', cause: message.cause, message: message.broke }
    if ('bug' in message) throw Object.assign(new Error(message.bug), { stack: message.stack })
    if ('machine' in message) throw new MachineError(message.machine, message.advice)
    this.records = message.records
    return message.answer as WorkerAnswers[K]
  }

  async #replace(): Promise<void> {
    const [lost, records] = [this.#running, this.records]
    this.#running = this.#start()
    await lost.worker.terminate(false)
    const answer = await this.#ask<'load'>(KNOWN_GOOD)
    this.records = records
    if (isLost(answer) || !answersRight(answer)) {
      throw cannotStart('a program that is known to be right does not run there either')
    }
  }

  /** A worker that is listened to. */
  #start(): Running {
    const worker = this.#host.start({
      heard: (message) => {
        if ('ready' in message) running.started = message.ready
        else if (message.id === this.#pending?.id) this.#pending.settle(message)
      },
      ended: (why) => this.#end(running, why),
    })
    const running: Running = { worker, started: false }
    return running
  }

  #end(running: Running, why: string): void {
    if (!running.started) running.failed ??= why
    if (running === this.#running) this.#pending?.settle(ENDED)
  }

  async #send(request: WorkerRequest): Promise<Answered | Refused | Lost> {
    // The answer to the first of two would be nobody's: whoever waits for it would wait for ever.
    if (this.#pending) throw new Error('the sandbox was asked again before it had answered')
    const id = ++this.#requests
    const running = this.#running
    // Before anything is waited for: a process that has nothing else to do would end.
    running.worker.hold(true)
    const answer = new Promise<Answered | Refused | Lost>((settle) => {
      this.#pending = { id, settle }
      if (running.failed !== undefined) settle(ENDED)
      else running.worker.ask(id, request)
    })
    // A file is read and parsed without the engine.
    await running.worker.equipped
    const watch = this.#watch(running)
    const message = await answer
    this.#pending = undefined
    clearInterval(watch)
    running.worker.hold(false)
    if (running.failed !== undefined && !this.#closing) throw cannotStart(running.failed)
    return message
  }

  #watch(running: Running): ReturnType<typeof setInterval> {
    const { worker } = running
    let watchdog: Watchdog | undefined
    let waiting = 0
    return setInterval(() => {
      // Where many threads start at once, starting takes seconds: that is nobody's endless loop.
      if (!running.started) {
        if (++waiting >= LIMITS.startLooks) this.#end(running, 'it did not start')
        return
      }
      if (watchdog?.isOver(worker.signs())) this.#pending?.settle(SILENT)
      watchdog ??= new Watchdog(this.#watchLooks, worker.signs())
    }, LIMITS.watchEveryMs)
  }
}

export function isLost(answer: unknown): answer is Lost {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'lost'
}

/** The words for a worker that this machine has not. */
export function cannotStart(why: string): MachineError {
  const [first] = why.split('\n')
  return new MachineError(
    `the thread that submissions run in does not work here (${first})`,
    'See what ulimit -a allows of memory, threads and open files, then run: mlp-check doctor',
  )
}
