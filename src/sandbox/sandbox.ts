import type {
  CallRequest,
  CallsResult,
  DifferentiationRequest,
  DifferentiationResult,
  EvaluationRequest,
  EvaluationResult,
  Fault,
  InspectionRequest,
  InspectionResult,
  LoadResult,
  Observation,
  ObservationRequest,
  Output,
  OutputRequest,
  ProgramRequest,
  ProgramResult,
  RunRecord,
  Session,
  SubmissionSource,
  WantedFunction,
  WorkRequest,
  WorkResult,
} from '../session.ts'
import { LIMITS } from './limits.ts'
import type { WorkerAnswers, WorkerRequest } from './protocol.ts'
import { joinedRecords, NOTHING_RAN } from './run-record.ts'
import { isLost, type Lost, Thread } from './thread.ts'
import type { WorkerHost } from './worker-host.ts'

/** A worker thread that serves one submission after the other, each in a fresh engine. */
export interface Sandbox {
  /** The next submission's session; the one before must be closed. */
  session(): Session
  /** Ends the thread. */
  close(): Promise<void>
}

/** A session with a worker of its own, the first that the host starts. */
export function sessionOn(host: WorkerHost): Session {
  const thread = new Thread(host, LIMITS.watchLooks)
  return new ThreadSession(thread, () => thread.close())
}

export function sandboxOn(host: WorkerHost, watchLooks: number = LIMITS.watchLooks): Sandbox {
  const thread = new Thread(host, watchLooks)
  return {
    session: () => new ThreadSession(thread),
    close: () => thread.close(),
  }
}

/** One submission on a worker: loads it again into a new one where one was lost. */
class ThreadSession implements Session {
  /** Where a thread is shared, the next submission that is loaded drops this one. */
  readonly close: () => Promise<void>
  readonly #thread: Thread
  #load: Extract<WorkerRequest, { kind: 'load' }> | undefined
  #losses = 0
  #stale = false
  #refusal: Fault | undefined
  /** What functions did in threads that were lost. */
  readonly #before = new Map<string, RunRecord>()
  #evaluated: readonly (EvaluationRequest & { readonly result: EvaluationResult })[] = []

  constructor(thread: Thread, end: () => Promise<void> = async () => undefined) {
    this.#thread = thread
    this.close = end
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

  async call(request: CallRequest): Promise<CallsResult> {
    const answer = await this.#ask({ kind: 'call', request })
    return 'kind' in answer ? { results: [answer] } : answer
  }

  async program(request: ProgramRequest): Promise<ProgramResult> {
    const answer = await this.#ask({ kind: 'program', request })
    return answer.kind === 'fault' ? { step: 0, ...answer } : answer
  }

  async inspect(request: InspectionRequest): Promise<InspectionResult> {
    const record = this.record(request.function)
    return this.#ask({ kind: 'inspect', request, record })
  }

  async observe(request: ObservationRequest): Promise<readonly Observation[]> {
    const answer = await this.#ask({ kind: 'observe', request })
    return 'cause' in answer ? [] : answer
  }

  async fingerprints(texts: readonly string[]): Promise<readonly (readonly number[] | null)[]> {
    // Not worth the submission's being loaded once more.
    const gone = this.#refusal !== undefined || this.#stale
    const answer = gone ? undefined : await this.#ask({ kind: 'fingerprints', texts })
    return answer === undefined || 'cause' in answer ? texts.map(() => null) : answer
  }

  async differentiate(request: DifferentiationRequest): Promise<readonly DifferentiationResult[]> {
    const answer = await this.#ask({ kind: 'differentiate', request })
    return 'kind' in answer ? [answer] : answer
  }

  async work(request: WorkRequest): Promise<WorkResult> {
    const answer = await this.#ask({ kind: 'work', request })
    return 'kind' in answer ? { turns: [], ended: answer } : answer
  }

  async output(request: OutputRequest): Promise<Output> {
    const answer = await this.#ask({ kind: 'output', request })
    return 'kind' in answer ? { text: '', dropped: 0 } : answer
  }

  record(name: string): RunRecord {
    const [before, now] = [this.#before.get(name), this.#thread.records[name]]
    return joinedRecords(before ?? NOTHING_RAN, now ?? NOTHING_RAN)
  }

  async #ask<K extends Exclude<WorkerRequest['kind'], 'load'>>(
    request: Extract<WorkerRequest, { kind: K }>,
    again = false,
  ): Promise<WorkerAnswers[K] | Fault> {
    if (this.#refusal) return this.#refusal
    if (this.#stale) await this.#reload()
    if (this.#refusal) return this.#refusal
    const answer = await this.#thread.ask<K>(request)
    if (!isLost(answer)) return answer
    this.#keepRecords()
    // A thread may be lost to the machine's own trouble: only what loses another one is to blame.
    if (answer.cause !== 'did-not-finish' && !again) {
      this.#stale = true
      return this.#ask(request, true)
    }
    return this.#lose(answer)
  }

  #keepRecords(): void {
    for (const [name, record] of Object.entries(this.#thread.records)) {
      this.#before.set(name, joinedRecords(this.#before.get(name) ?? NOTHING_RAN, record))
    }
    this.#thread.records = {}
  }

  async #reload(): Promise<void> {
    this.#stale = false
    if (!this.#load) return
    const answer = await this.#thread.ask<'load'>(this.#load)
    if (isLost(answer)) this.#refusal = this.#lose(answer)
    else if (answer.result.kind === 'fault') this.#refusal = answer.result
  }

  #lose({ cause, message }: Lost): Fault {
    this.#stale = true
    const fault: Fault = { kind: 'fault', cause, message }
    if (++this.#losses >= LIMITS.losses) this.#refusal = fault
    return fault
  }
}
