import type { CheckContext, Outcome } from '../checks/define-check.ts'
import type { Counterexample, Reproduction } from '../report/report.ts'

/** The one line that shows a failure again. */
export function reproduction(context: CheckContext, outcome: Outcome): Reproduction[] {
  if (outcome.status !== 'failed') return []
  const { exercise, spec, options } = context
  const example = outcome.evidence.find((item) => item.kind === 'counterexample')
  const words = [
    'mlp-check',
    exercise.id,
    ...(context.asked === undefined ? [] : [shellWord(context.asked)]),
    `--only ${spec.function ?? spec.id}`,
    ...(example && hasPoints(context) ? [atOption(example)] : []),
    `--seed ${options.seed}`,
  ]
  return [{ kind: 'reproduce', command: words.join(' ') }]
}

function hasPoints({ exercise, spec }: CheckContext): boolean {
  return spec.function !== undefined && exercise.functions[spec.function]?.shape === 'scalar'
}

/** `--at -0.5`, `--at -0.5,alpha=1.5`: the variable first, parameters by name. */
function atOption({ inputs }: Counterexample): string {
  const values = Object.entries(inputs).map(([name, value], index) =>
    index === 0 ? String(value) : `${name}=${value}`,
  )
  return `--at ${values.join(',')}`
}

/** A file name as one word of a shell, on Unix and on Windows alike where it is an ordinary one. */
function shellWord(word: string): string {
  return /^[\w./\\:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
