import type { CheckReport, Counterexample, Curve } from '../report/report.ts'
import { roundedLabel } from './axis.ts'
import { type ComparisonWords, ENGLISH_COMPARISON, valuePanel } from './comparison.ts'
import type { Plot } from './plot.ts'

/** The small plot for a failing check's report, or undefined where it has no curve. */
export function failurePlot(
  check: CheckReport,
  words: ComparisonWords = ENGLISH_COMPARISON,
): Plot | undefined {
  const curve = check.evidence.find((evidence) => evidence.kind === 'curve')
  if (curve === undefined) return undefined
  const x = curve.x.map(Number)
  const [low, high] = [x[0] ?? Number.NaN, x.at(-1) ?? Number.NaN]
  if (!(high > low) || !Number.isFinite(low) || !Number.isFinite(high)) return undefined
  const mark = counterexampleOn(curve, check)
  const title = functionTitle(check, curve)
  const panel = valuePanel(
    {
      title,
      x,
      student: curve.got.map(Number),
      reference: curve.expected.map(Number),
      kinks: [],
      ...(mark === undefined ? {} : { counterexample: mark }),
    },
    words,
  )
  const description = words.description(title)
  return {
    title,
    description,
    variable: curve.variable,
    domain: [low, high],
    panels: [panel],
    words,
  }
}

function functionTitle(check: CheckReport, curve: Curve): string {
  const parameters = Object.entries(curve.parameters).map(([name, value]) => `${name} = ${value}`)
  return [`${check.function ?? check.title}(${curve.variable})`, ...parameters].join(', ')
}

function counterexampleOn(curve: Curve, check: CheckReport) {
  const found = check.evidence.find(
    (evidence): evidence is Counterexample => evidence.kind === 'counterexample',
  )
  const x = Number(found?.inputs[curve.variable])
  const y = Number(found?.got)
  if (found === undefined || Number.isNaN(x)) return undefined
  return { x, y, label: `${curve.variable} = ${roundedLabel(x)}` }
}
