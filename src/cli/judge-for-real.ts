import { createHash } from 'node:crypto'
import { grade } from '../grade.ts'
import type { GradingServices } from '../grading/services.ts'
import { openSandbox } from '../node/sandbox.ts'
import { builtInPack, findExercise } from '../pack/pack.ts'
import type { SubmissionReport } from '../report/report.ts'

/** Two answers to one exercise, and what must come of each. */
const ANSWERS = [
  {
    what: 'a right answer',
    text: 'export const tanh = (x: number): number => Math.tanh(x)\nexport const dtanh = (x: number): number => 1 - tanh(x) ** 2\n',
    status: 'passed',
  },
  {
    what: 'a wrong answer',
    text: 'export const tanh = (x: number): number => Math.tanh(x)\nexport const dtanh = (x: number): number => 1 - tanh(x)\n',
    status: 'failed',
  },
] as const

const OPTIONS = { seed: 7, points: 512, exhaustive: false, only: [], at: [] }

/** What is said of judging here, and what to do where it does not work. */
export interface RealJudgement {
  readonly works: boolean
  readonly text: string
  readonly advice?: string
}

/** Judges a right and a wrong answer as any others are: whether grading works is not guessed. */
export async function judgeForReal(services: GradingServices): Promise<RealJudgement> {
  const exercise = builtInPack().load(findExercise(builtInPack(), 'ex1'))
  const sandbox = openSandbox()
  try {
    for (const { what, text, status } of ANSWERS) {
      const session = sandbox.session()
      const file = `${what}.ts`
      const sha256 = createHash('sha256').update(text).digest('hex')
      const source = { file, text, siblings: {} }
      const submission = { kind: 'found' as const, source, path: file, sha256 }
      const job = { exercise, submission, file, student: null, options: OPTIONS }
      const report = await grade(job, session, services).finally(() => session.close())
      if (report.status !== status) return broken(what, report)
    }
  } finally {
    await sandbox.close()
  }
  return { works: true, text: 'a right answer to ex1 passes here, and a wrong one fails' }
}

type Ending = (what: string, why: string) => string

const unjudged: Ending = (what, why) =>
  `does not work here: ${what} to ex1 cannot be judged: ${why}`

const ENDS: Readonly<Record<SubmissionReport['status'], Ending>> = {
  passed: (what, why) => `does not work here: ${what} to ex1 passes: ${why}`,
  failed: (what, why) => `does not work here: ${what} to ex1 fails: ${why}`,
  errored: unjudged,
  skipped: unjudged,
}

function broken(what: string, report: SubmissionReport): RealJudgement {
  const culprit = report.checks.find(({ status }) => status === 'errored') ?? report.checks[0]
  const remark = culprit?.evidence.find((item) => item.kind === 'remark')
  const why = culprit?.says?.values.message ?? culprit?.message ?? 'no check ran'
  return {
    works: false,
    text: ENDS[report.status](what, String(why)),
    advice: remark?.text ?? 'Install mlp-check again.',
  }
}
