import type { CheckContext, Outcome } from '../checks/define-check.ts'
import { variableOf } from '../reference/sampling.ts'
import type { Counterexample, Reproduction } from '../report/report.ts'
import { shellWord } from '../text/shell-word.ts'
import { isJudgedAt } from './asked-checks.ts'

/** The one line that shows a failure again. */
export function reproduction(context: CheckContext, outcome: Outcome): Reproduction[] {
  if (outcome.status !== 'failed') return []
  const { exercise, spec, options } = context
  const example = outcome.evidence.find((item) => item.kind === 'counterexample')
  const words = [
    'mlp-check',
    exercise.id,
    ...context.asked.map(shellWord),
    `--only ${spec.function ?? spec.id}`,
    ...(example ? atOption(context, example) : []),
    `--seed ${options.seed}`,
  ]
  return [{ kind: 'reproduce', command: words.join(' ') }]
}

/** `--at -0.5`, `--at -0.5,alpha=1.5`: the variable first; nothing, where no single point is judged. */
function atOption({ exercise, spec }: CheckContext, { inputs }: Counterexample): string[] {
  const asked = spec.function === undefined ? undefined : exercise.functions[spec.function]
  const variable = asked && variableOf(exercise, asked)
  const x = variable === undefined ? undefined : inputs[variable]
  if (x === undefined || !isJudgedAt(exercise, spec, Number(x))) return []
  const others = Object.entries(inputs).filter(([name]) => name !== variable)
  return [`--at ${[x, ...others.map(([name, value]) => `${name}=${value}`)].join(',')}`]
}
