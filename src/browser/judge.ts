import { sampleAnswer } from '../drawing/sample-answer.ts'
import { drawableFunctions, usualRange } from '../drawing/samples.ts'
import { MachineError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { grade } from '../grade.ts'
import { askedOptions } from '../grading/asked-options.ts'
import { createServices } from '../grading/create-services.ts'
import { runReport } from '../grading/run-report.ts'
import type { Locale } from '../messages/catalogue.ts'
import { learn } from '../messages/languages.ts'
import { speaker } from '../messages/render.ts'
import type { Comparison } from '../plot/comparison.ts'
import type { RunReport } from '../report/report.ts'
import { Lanes } from '../sandbox/lanes.ts'
import { sandboxOn } from '../sandbox/sandbox.ts'
import { submissionOf } from '../source/submission.ts'
import { getJson } from './get-file.ts'
import type { Asked, Sampled } from './protocol.ts'
import { referencesOnPage } from './references.ts'
import { filesOf, INDEX, type SiteIndex } from './site-files.ts'
import { webWorkers } from './web-workers.ts'

export interface Judge {
  readonly grade: (asked: Asked, signal: AbortSignal) => Promise<RunReport>
  /** For a picture; none where the answer does not run, or has no function of one number. */
  readonly sample: (asked: Sampled, signal: AbortSignal) => Promise<Comparison | undefined>
}

/** Judges in a page what the command line judges in a folder: by the same `grade`. */
export function openJudge(base: string): Judge {
  const services = createServices(referencesOnPage(base))
  const host = webWorkers(base)
  const lanes = new Lanes(1, () => sandboxOn(host))
  const index = keeping(() => getJson<SiteIndex>(base, INDEX))
  const loaded = keeping((file) => getJson<Exercise>(base, file))
  const exercise = async (id: string, locale: Locale = 'en') => {
    const spoken = locale !== 'en' && (await languagesOf(id)).includes(locale)
    return loaded(filesOf(id, spoken ? locale : 'en').exercise)
  }
  const languagesOf = async (id: string) => {
    const { exercises } = await index('')
    return exercises.find((one) => one.id === id)?.languages ?? []
  }
  // The worker takes longest to start.
  void lanes.run(async () => undefined)
  const judged: Judge['grade'] = async (asked, signal) => {
    const facts = { startedAt: new Date(), started: performance.now() }
    const [{ pack }, spec] = await Promise.all([index(''), exercise(asked.exercise, asked.locale)])
    const options = askedOptions({ seed: asked.seed }, (option) => option)
    const file = `${spec.id}.ts`
    const submission = await submissionOf(asked.source, file, sha256)
    const job = { exercise: spec, submission, file, student: null, options, asked: [] }
    const report = await lanes.run(async (sandbox) => {
      const session = sandbox.session()
      return grade(job, session, services).finally(() => session.close())
    }, signal)
    const { seed } = options
    const made = { pack, backend: services.backend(), seed, node: browserName() }
    return runReport([report], { ...facts, ...made })
  }
  const sample: Judge['sample'] = async ({ source, locale, parameters, ...asked }, signal) => {
    const [spec] = await Promise.all([exercise(asked.exercise, locale), learn(locale)])
    const functions = drawableFunctions(spec)
    const submission = await submissionOf(source, `${spec.id}.ts`, sha256)
    if (functions.length === 0 || submission.kind === 'fault') return undefined
    const request = { range: usualRange(spec), parameters }
    const drawing = { exercise: spec, source: submission.source, functions, request }
    const found = await lanes.run(async (sandbox) => {
      const session = sandbox.session()
      const tools = { session, services, speak: speaker(locale) }
      return sampleAnswer(drawing, tools).finally(() => session.close())
    }, signal)
    return 'kind' in found ? undefined : found
  }
  return { grade: judged, sample }
}

/** What was loaded once; what could not be is asked for again. */
function keeping<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>()
  return (name) => {
    const known = kept.get(name) ?? load(name)
    kept.set(name, known)
    known.catch(() => kept.delete(name))
    return known
  }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  if (crypto.subtle === undefined) {
    throw new MachineError(
      'this page came by an address that the browser does not trust',
      'Open it by https, or from this machine.',
    )
  }
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Such as `Chrome/140.0.0.0`: its functions of Math may differ from others' in the last digit. */
function browserName(): string {
  return /(?:Firefox|Edg|Chrome|Version)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? 'a browser'
}
