import type { Exercise } from '../exercise.ts'
import { render, say } from '../messages/render.ts'
import type { CheckReport, SubmissionReport } from '../report/report.ts'
import type { FoundSubmission } from '../source/find-submission.ts'
import type { FileFault } from '../source/read-source.ts'
import { checkTypes, type TypeFindings } from '../typecheck/check-types.ts'
import { findCompiler } from '../typecheck/find-compiler.ts'

/** Runs TypeScript beside the numbers. Whatever happens to it, the numbers are judged. */
export async function typeFindings(
  exercise: Exercise,
  submission: FoundSubmission | FileFault,
): Promise<TypeFindings | undefined> {
  if (submission.kind === 'fault') return undefined
  const compiler = await findCompiler()
  if (compiler === undefined) return undefined
  const functions = Object.values(exercise.functions)
  const signatures = Object.fromEntries(functions.map(({ name, signature }) => [name, signature]))
  return checkTypes({ ...submission.source, signatures }, compiler).catch(() => undefined)
}

const MOST_SHOWN = 3

/** Adds a warning without points. A file that does not parse has been told so already. */
export function withTypes(
  report: SubmissionReport,
  findings: TypeFindings | undefined,
): SubmissionReport {
  const count = (findings?.places.length ?? 0) + (findings?.signatures.length ?? 0)
  const parsed = !report.checks.some(({ cause }) => cause === 'does-not-parse')
  if (findings === undefined || count === 0 || !parsed) return report
  return { ...report, checks: [...report.checks, typesCheck(findings, count)] }
}

function typesCheck({ places, signatures }: TypeFindings, count: number): CheckReport {
  const says = say('types.wrong', { count })
  return {
    id: 'types',
    kind: 'types',
    title: 'types',
    status: 'passed',
    warning: true,
    score: 0,
    maxScore: 0,
    message: render(says),
    says,
    points: { tested: 0, failed: 0 },
    evidence: [
      ...places.slice(0, MOST_SHOWN),
      ...signatures.slice(0, MOST_SHOWN).map((text) => ({ kind: 'remark' as const, text })),
    ],
  }
}
