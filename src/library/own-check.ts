import type { CheckContext, CheckDefinition, CheckKinds, Outcome } from '../checks/define-check.ts'
import { isCheckKind } from '../checks/index.ts'
import { UsageError } from '../errors.ts'

/** What a check of one's own answers: its sentence is the text that reports show. */
export type OwnOutcome = Omit<Outcome, 'says'> & { readonly says: string }

/** A kind of check of one's own: what a spec may ask for beside the kinds that come along. */
export interface OwnCheck extends Omit<CheckDefinition, 'run' | 'readsRecord'> {
  readonly run: (context: CheckContext) => Promise<OwnOutcome> | OwnOutcome
}

/** Makes a kind of check for `openChecker({ checks: [...] })`. @throws UsageError for a bad name */
export function defineCheck({ run, ...definition }: OwnCheck): CheckDefinition {
  const { kind } = definition
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(kind)) {
    throw new UsageError(`"${kind}" is no kind of check`, 'lower-case words joined by hyphens')
  }
  if (isCheckKind(kind)) throw new UsageError(`there is a check "${kind}" already`)
  return { ...definition, run: async (context) => asOutcome(await run(context)) }
}

/** A sentence of no catalogue is shown as it is, in every language. */
function asOutcome({ says, ...outcome }: OwnOutcome): Outcome {
  const wrong = outcome.status === 'failed' && outcome.cause === undefined
  return { ...outcome, ...(wrong && { cause: 'wrong-answer' }), says: { id: says, values: {} } }
}

/** By their kinds. @throws UsageError where two are of one kind */
export function kindsOf(checks: readonly CheckDefinition[]): CheckKinds {
  const twice = checks.find(
    ({ kind }, index) => checks.findIndex((one) => one.kind === kind) !== index,
  )
  if (twice !== undefined) throw new UsageError(`there are two checks "${twice.kind}"`)
  return Object.fromEntries(checks.map((check) => [check.kind, check]))
}
