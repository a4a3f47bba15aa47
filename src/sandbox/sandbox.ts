import { setFlagsFromString } from 'node:v8'
import type {
  CallRequest,
  CallResult,
  DifferentiationRequest,
  DifferentiationResult,
  EvaluationRequest,
  EvaluationResult,
  Fault,
  InspectionRequest,
  InspectionResult,
  LoadResult,
  ProgramRequest,
  ProgramResult,
  Session,
  SubmissionSource,
  WantedFunction,
} from '../session.ts'
import { LIMITS } from './limits.ts'
import type { WorkerAnswers, WorkerRequest } from './protocol.ts'
import { type Lost, readEngine, Thread } from './thread.ts'

/** A worker thread that serves one submission after the other, each in a fresh engine. */
export interface Sandbox {
  /** The next submission's session; the one before must be closed. */
  session(): Session
  /** Ends the thread. */
  close(): Promise<void>
}

/** A session with a thread of its own, which begins to start now: call this early, load later. */
export function openSession(): Session {
  preferQuickStart()
  const sandbox = openSandbox()
  const session = sandbox.session()
  return {
    load: (source, wanted, ahead) => session.load(source, wanted, ahead),
    evaluate: (request) => session.evaluate(request),
    call: (request) => session.call(request),
    program: (request) => session.program(request),
    inspect: (request) => session.inspect(request),
    differentiate: (request) => session.differentiate(request),
    close: () => sandbox.close(),
  }
}

export interface SandboxOptions {
  /** Looks without a tick after which a thread is ended; see `LIMITS`. */
  readonly watchLooks?: number
}

export function openSandbox({ watchLooks = LIMITS.watchLooks }: SandboxOptions = {}): Sandbox {
  const thread = new Thread(readEngine(), watchLooks)
  return {
    session: () => new ThreadSession(thread),
    close: () => thread.close(),
  }
}

/**
 * For one submission, V8's optimizing compiler costs more than it gives: it takes the second core
 * from a start that needs it. The option exists in every Node from 20 to 26; a later one might
 * complain about an option it does not know.
 */
function preferQuickStart(): void {
  const major = Number(process.versions.node.split('.', 1)[0])
  if (major <= 26) setFlagsFromString('--liftoff-only')
}

/** One submission on a thread: loads it again into a new thread where one was lost. */
class ThreadSession implements Session {
  readonly #thread: Thread
  #load: Extract<WorkerRequest, { kind: 'load' }> | undefined
  #losses = 0
  #stale = false
  #refusal: Fault | undefined
  #evaluated: readonly (EvaluationRequest & { readonly result: EvaluationResult })[] = []

  constructor(thread: Thread) {
    this.#thread = thread
  }

  async load(
    source: SubmissionSource,
    wanted: readonly WantedFunction[],
    ahead: readonly EvaluationRequest[] = [],
  ): Promise<LoadResult> {
    this.#load = { kind: 'load', source, wanted, ahead: [] }
    const whole = await this.#thread.ask<'load'>({ ...this.#load, ahead })
    // Nobody knows which part of it the thread was lost in: each is asked for by itself then.
    const again = isLost(whole) && ahead.length > 0
    const answer = again ? await this.#thread.ask<'load'>(this.#load) : whole
    if (isLost(answer)) return this.#refuse(this.#lose(answer))
    this.#evaluated = answer.ahead.flatMap((result, index) =>
      result ? [{ ...(ahead[index] as EvaluationRequest), result }] : [],
    )
    return answer.result.kind === 'fault' ? this.#refuse(answer.result) : answer.result
  }

  #refuse(fault: Fault): Fault {
    this.#refusal = fault
    return fault
  }

  async evaluate(request: EvaluationRequest): Promise<EvaluationResult> {
    const known = this.#evaluated.find(
      (one) => one.function === request.function && one.columns === request.columns,
    )
    if (known !== undefined) return known.result
    const answer = await this.#ask({ kind: 'evaluate', request })
    if (!('kind' in answer)) return answer
    const points = request.columns[0]?.length ?? 0
    const values = new Float64Array(points).fill(Number.NaN)
    return { values, faults: [], faultCount: 0, ended: answer }
  }

  async call(request: CallRequest): Promise<CallResult> {
    return this.#ask({ kind: 'call', request })
  }

  async program(request: ProgramRequest): Promise<ProgramResult> {
    const answer = await this.#ask({ kind: 'program', request })
    return answer.kind === 'fault' ? { step: 0, ...answer } : answer
  }

  async inspect(request: InspectionRequest): Promise<InspectionResult> {
    return this.#ask({ kind: 'inspect', request })
  }

  async differentiate(request: DifferentiationRequest): Promise<DifferentiationResult> {
    return this.#ask({ kind: 'differentiate', request })
  }

  /** The next submission that is loaded drops this one. */
  async close(): Promise<void> {}

  async #ask<K extends Exclude<WorkerRequest['kind'], 'load'>>(
    request: Extract<WorkerRequest, { kind: K }>,
  ): Promise<WorkerAnswers[K] | Fault> {
    if (this.#refusal) return this.#refusal
    if (this.#stale) await this.#reload()
    if (this.#refusal) return this.#refusal
    const answer = await this.#thread.ask<K>(request)
    return isLost(answer) ? this.#lose(answer) : answer
  }

  async #reload(): Promise<void> {
    this.#stale = false
    if (!this.#load) return
    const answer = await this.#thread.ask<'load'>(this.#load)
    if (isLost(answer)) this.#refusal = this.#lose(answer)
    else if (answer.result.kind === 'fault') this.#refusal = answer.result
  }

  #lose(cause: Lost): Fault {
    this.#stale = true
    const fault = lostFault(cause)
    if (++this.#losses >= LIMITS.losses) this.#refusal = fault
    return fault
  }
}

function isLost(answer: unknown): answer is Lost {
  return typeof answer === 'string'
}

function lostFault(cause: Lost): Fault {
  const message =
    cause === 'did-not-finish'
      ? 'it did not finish, and had to be stopped from outside'
      : 'it used up the memory or the stack of the thread it ran in'
  return { kind: 'fault', cause, message }
}
