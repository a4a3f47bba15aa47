import type { Exercise } from '../exercise.ts'
import { grade } from '../grade.ts'
import { watchBehaviour } from '../gradebook/behaviour.ts'
import { rowOf, type Traits } from '../gradebook/row.ts'
import type { GradingServices } from '../grading/services.ts'
import type { GradingOptions } from '../grading-options.ts'
import type { Session } from '../session.ts'
import type { Judged, Task } from './task.ts'

export interface Judge {
  readonly exercises: ReadonlyMap<string, Exercise>
  readonly options: GradingOptions
  readonly services: GradingServices
}

/** Judges one submission as `mlp-check check` would, and notes what a gradebook asks for. */
export async function judgeTask(task: Task, session: Session, judge: Judge): Promise<Judged> {
  const exercise = judge.exercises.get(task.exercise)
  if (exercise === undefined) throw new Error(`no exercise ${task.exercise} was given`)
  const watched = watchBehaviour(session)
  const { submission, name: file } = task
  const job = { exercise, submission, file, asked: [file], student: null, options: judge.options }
  const report = await grade(job, watched.session, judge.services)
  const texts = textsOf(task)
  const fingerprints = texts.length === 0 ? [] : await fingerprintsIn(session, texts)
  const traits: Traits = { behaviour: watched.behaviour(), fingerprints }
  return { report: JSON.stringify(report), row: rowOf(report, traits) }
}

/** None where nothing was loaded. */
function textsOf({ submission }: Task): readonly string[] {
  if (submission.kind === 'fault') return []
  const { text, siblings } = submission.source
  return [text, ...Object.values(siblings)]
}

/** Of a text that is nobody's work, as the sandbox takes them of everybody's. */
export async function fingerprintsOfText(session: Session, text: string): Promise<number[]> {
  await session.load({ file: 'starter.ts', text, siblings: {} }, [])
  return fingerprintsIn(session, [text])
}

/** The sandbox has parsed what it loaded; what it did not load is parsed here. */
async function fingerprintsIn(session: Session, texts: readonly string[]): Promise<number[]> {
  const known = await session.fingerprints(texts)
  const found = await Promise.all(known.map((one, at) => one ?? freshFingerprints(texts[at] ?? '')))
  return [...new Set(found.flat())].sort((one, other) => one - other)
}

/** The parser is loaded by whoever needs it. */
export async function freshFingerprints(text: string): Promise<number[]> {
  const { fingerprintsOf } = await import('../source/likeness/fingerprints.ts')
  return fingerprintsOf(text)
}
