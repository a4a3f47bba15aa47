import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../exercise.ts'
import type { GradingOptions } from '../grading-options.ts'
import { packageRoot } from '../package-root.ts'
import type { BackendReport } from '../report/report.ts'
import { version } from '../version.ts'
import type { Task } from './task.ts'
import { byCodeUnits } from './walk.ts'

/** What all verdicts of a run depend on besides submission and exercise. */
export interface RunIdentity {
  /** Of the program's files: two builds of one version are two tools. */
  readonly tool: string
  readonly version: string
  /** V8's own functions differ in the last digit between releases. */
  readonly v8: string
  readonly backend: string
  readonly options: GradingOptions
}

export function runIdentity(backend: BackendReport, options: GradingOptions): RunIdentity {
  return {
    tool: toolFingerprint(),
    version,
    v8: process.versions.v8,
    backend: `${backend.name} ${backend.version}`,
    options,
  }
}

/** sha256 over everything that a verdict depends on: equal keys have equal reports. */
export function taskKey(task: Task, exercise: Exercise, run: RunIdentity): string {
  const content = [contentOf(task), task.name, exercise.id, exercise.sha256, run]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

function contentOf({ submission }: Task): unknown {
  if (submission.kind === 'fault') return [submission.cause, submission.message, submission.advice]
  const siblings = Object.entries(submission.source.siblings)
  return [submission.sha256, siblings.sort(([one], [other]) => byCodeUnits(one, other))]
}

/** Written by the build, over the program's files. */
function toolFingerprint(): string {
  return readFileSync(join(packageRoot(), 'dist', 'fingerprint'), 'utf8')
}
