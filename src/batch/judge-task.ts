import type { Exercise } from '../exercise.ts'
import { grade } from '../grade.ts'
import { watchBehaviour } from '../gradebook/behaviour.ts'
import { likenessOf } from '../gradebook/likeness.ts'
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
  const traits: Traits = { behaviour: watched.behaviour(), ...likenessOfTask(task, exercise) }
  return { report: JSON.stringify(report), row: rowOf(report, traits) }
}

function likenessOfTask({ submission }: Task, exercise: Exercise) {
  if (submission.kind === 'fault') return { likeness: null, length: 0 }
  const { text, siblings } = submission.source
  const whole = [text, ...Object.entries(siblings).map(([, sibling]) => sibling)].join('\n')
  return likenessOf(whole, Object.keys(exercise.functions))
}
