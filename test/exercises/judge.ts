import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { grade } from '../../src/grade.ts'
import { createServices } from '../../src/grading/create-services.ts'
import { readSubmission } from '../../src/node/find-submission.ts'
import { referencesHere } from '../../src/node/references.ts'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/node/sandbox.ts'
import { builtInPack, findExercise } from '../../src/pack/pack.ts'
import type { CheckReport, SubmissionReport } from '../../src/report/report.ts'

export interface Judge {
  /** The report on a source, as the command gives it but for fewer points. */
  report(exercise: string, source: string, seed?: number): Promise<SubmissionReport>
  /** One check of it. */
  check(exercise: string, source: string, id: string): Promise<CheckReport>
}

/** Judges sources that stand in a test; call it at the top of a test file. */
export function openJudge(sandboxOptions: SandboxOptions = {}): Judge {
  const pack = builtInPack()
  const services = createServices(referencesHere({ cache: false, backend: 'tfjs', env: {} }))
  const options = { points: 512, exhaustive: false, only: [], at: [] }
  let sandbox: Sandbox
  let folder: string
  beforeAll(async () => {
    sandbox = openSandbox(sandboxOptions)
    folder = await mkdtemp(join(tmpdir(), 'mlp-check-test-'))
  })
  afterAll(async () => {
    await sandbox.close()
    await rm(folder, { recursive: true })
  })
  const report = async (name: string, source: string, seed = 7) => {
    const exercise = pack.load(findExercise(pack, name))
    const path = join(folder, 'answer.ts')
    await writeFile(path, source)
    const submission = await readSubmission(path, 'answer.ts')
    const session = sandbox.session()
    const job = {
      exercise,
      submission,
      file: 'answer.ts',
      student: null,
      options: { ...options, seed },
    }
    return grade(job, session, services).finally(() => session.close())
  }
  const check = async (name: string, source: string, id: string) => {
    const found = (await report(name, source)).checks.find((one) => one.id === id)
    if (!found) throw new Error(`no check ${id} of ${name}`)
    return found
  }
  return { report, check }
}
