import { MachineError } from '../errors.ts'
import type { Solution } from '../exercise.ts'
import { localeOf } from '../messages/catalogue.ts'
import { learn } from '../messages/languages.ts'
import type { Comparison } from '../plot/comparison.ts'
import type { RunReport } from '../report/report.ts'
import { plainOptions, type RenderOptions } from '../reporters/define-reporter.ts'
import { loadReporter, type ReporterName } from '../reporters/index.ts'
import { getJson } from './get-file.ts'
import type { Asked, FromGrader, Sampled, ToGrader } from './protocol.ts'
import { filesOf, INDEX, type PageExercise, type SiteIndex } from './site-files.ts'

/** What a page asks: the exercises of the site it lies in, and verdicts on answers to them. */
export interface Grader {
  exercises(): Promise<readonly PageExercise[]>
  /** Rejects with the signal's reason where it is aborted; the submission's worker is ended then. */
  grade(request: GradeRequest): Promise<RunReport>
  /** The same functions over a grid, for a picture; none where there is none to draw. */
  sample(request: SampleRequest): Promise<Comparison | undefined>
  render(
    report: RunReport,
    reporter: ReporterName,
    options?: Partial<RenderOptions>,
  ): Promise<string>
  /** Answers that pass: for those who have passed. */
  solutions(exercise: string): Promise<readonly Solution[]>
  /** Ends the workers. */
  close(): void
}

export interface GradeRequest extends Asked {
  readonly signal?: AbortSignal
}

export interface SampleRequest extends Sampled {
  readonly signal?: AbortSignal
}

/** Opens the grader of a site; `base` is the address of its folder, with a slash at its end. */
export function openGrader({ base }: { readonly base: string | URL }): Grader {
  const { href } = new URL(base)
  const line = new Line(href)
  let index: Promise<SiteIndex> | undefined
  return {
    exercises: async () => {
      index ??= getJson<SiteIndex>(href, INDEX)
      return (await index).exercises
    },
    grade: async ({ signal, ...asked }) => {
      const answer = await line.ask({ kind: 'grade', asked }, signal)
      return (answer as Answer<'report'>).report
    },
    sample: async ({ signal, ...asked }) => {
      const answer = await line.ask({ kind: 'sample', asked }, signal)
      return (answer as Answer<'comparison'>).comparison
    },
    render: async (report, name, options = {}) => {
      const own = { ...plainOptions, ...options }
      const [reporter] = await Promise.all([loadReporter(name), learn(localeOf(own.locale))])
      return reporter.render(report, own)
    },
    solutions: (id) => getJson(href, filesOf(id).solutions),
    close: () => line.close(),
  }
}

type Answer<Key extends string> = Extract<FromGrader, Record<Key, unknown>>
type Request<Kind = 'grade' | 'sample'> = Kind extends string
  ? Omit<Extract<ToGrader, { readonly kind: Kind }>, 'id'>
  : never

interface Waiting {
  readonly resolve: (answer: FromGrader) => void
  readonly reject: (error: unknown) => void
}

/** The line to the worker that judges. */
class Line {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0

  constructor(base: string) {
    this.#worker = new Worker(new URL('grader.js', base), { type: 'module', name: 'grader' })
    this.#worker.onmessage = ({ data }) => this.#hear(data as FromGrader)
    this.#worker.onerror = ({ message = 'its file cannot be loaded' }) => this.#lose(message)
    this.#say({ kind: 'open', base })
  }

  ask(request: Request, signal: AbortSignal | undefined): Promise<FromGrader> {
    signal?.throwIfAborted()
    const id = ++this.#asked
    const abort = () => {
      this.#say({ kind: 'abort', id })
      this.#waiting.get(id)?.reject(signal?.reason)
    }
    signal?.addEventListener('abort', abort, { once: true })
    return new Promise<FromGrader>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#say({ ...request, id } as ToGrader)
    }).finally(() => {
      this.#waiting.delete(id)
      signal?.removeEventListener('abort', abort)
    })
  }

  close(): void {
    this.#worker.terminate()
    this.#lose('it was closed')
  }

  #say(message: ToGrader): void {
    this.#worker.postMessage(message)
  }

  #hear(message: FromGrader): void {
    const asked = this.#waiting.get(message.id)
    if ('problem' in message) asked?.reject(new MachineError(message.problem, message.advice))
    else asked?.resolve(message)
  }

  #lose(why: string): void {
    const error = new MachineError(
      `the worker that judges is gone (${why})`,
      'Load the page again.',
    )
    for (const { reject } of this.#waiting.values()) reject(error)
  }
}
