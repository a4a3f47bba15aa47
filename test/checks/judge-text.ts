import { join } from 'node:path'
import type { Exercise } from '../../src/exercise.ts'
import { grade } from '../../src/grade.ts'
import { loadPack } from '../../src/pack/load.ts'
import { packageRoot } from '../../src/package-root.ts'
import type { CheckReport } from '../../src/report/report.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { benchFor } from '../lint/bench.ts'

const FOLDER = join(packageRoot(), 'exercises')

const shipped = await loadPack(FOLDER)

export function exerciseCalled(id: string): Exercise {
  const found = shipped.find((exercise) => exercise.id === id)
  if (found === undefined) throw new Error(`no exercise ${id}`)
  return found
}

/** The checks of an exercise on a submission given as text, by their ids. */
export async function judgeText(
  sandbox: Sandbox,
  exercise: Exercise,
  text: string,
): Promise<{ readonly [check: string]: CheckReport }> {
  const { services, options } = benchFor(FOLDER, sandbox)
  const session = sandbox.session()
  const source = { file: 'answer.ts', text, siblings: {} }
  const submission = { kind: 'found' as const, path: 'answer.ts', source, sha256: '' }
  try {
    const job = { exercise, submission, file: 'answer.ts', student: null, options }
    const report = await grade(job, session, services)
    return Object.fromEntries(report.checks.map((check) => [check.id, check]))
  } finally {
    await session.close()
  }
}
