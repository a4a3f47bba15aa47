import type {
  CheckReport,
  Counterexample,
  Evidence,
  Json,
  Spread,
  SubmissionReport,
} from '../../src/report/report.ts'

/** One thing that a check says, held against what stands beside it: what is not so, in words. */
type Rule = (check: CheckReport) => readonly string[]

/** Everything in a report that its own numbers contradict, or that is no sentence at all. */
export function untruthsIn({ checks }: SubmissionReport): string[] {
  return checks.flatMap((check) =>
    RULES.flatMap((rule) => rule(check)).map((what) => `${check.id}: ${what}: ${check.message}`),
  )
}

/** What is wrong with a report as it is printed. */
export function blundersIn(text: string, names: readonly string[]): string[] {
  const broken = [
    /\bat \.(?=\s|$)/m,
    /NaN off/,
    /\(allowed: NaN\)/,
    /difference\s+(NaN|-?Infinity)/,
  ]
  const renamed = names
    .filter((name) => /^[a-z]/.test(name))
    .map(
      (name) =>
        new RegExp(`(?<![\\w.])${name[0]?.toUpperCase()}${name.slice(1)}(?= (is|should|gives))`),
    )
  return [...broken, ...renamed].flatMap((pattern) => pattern.exec(text)?.[0] ?? [])
}

const RULES: readonly Rule[] = [
  sentence,
  everyPoint,
  difference,
  counted,
  nearer,
  proved,
  refuted,
  approximated,
  displaced,
  broken,
]

/** What a sentence fills its gaps with is there, and is what the evidence has. */
function sentence({ message, says, evidence }: CheckReport): string[] {
  const example = exampleIn(evidence)
  // Of two answers to one question the later one is the example.
  const got = says?.values.again ?? says?.values.got
  return [
    ...(/undefined(?! \(|$)/.test(message.replaceAll(/returned undefined/g, ''))
      ? ['undefined is said']
      : []),
    ...(message.trim() === '' ? ['nothing is said'] : []),
    ...(example && isNumber(example.got) && got !== undefined && !same(example.got, got)
      ? [`the example has ${example.got}, the sentence ${got}`]
      : []),
  ]
}

/** `right at all N points` is said where N were tried and none was wrong. */
function everyPoint({ message, points, status }: CheckReport): string[] {
  const said = /^right at all (\d+) (extreme )?points$/.exec(message)
  if (said === null) return []
  return [
    ...(Number(said[1]) === points.tested ? [] : [`${points.tested} were tried`]),
    ...(points.failed === 0 && status === 'passed' ? [] : [`${points.failed} were wrong`]),
  ]
}

/** A difference stands between finite numbers, is what they differ by, and more than is allowed. */
function difference({ evidence }: CheckReport): string[] {
  const example = exampleIn(evidence)
  if (example?.difference === undefined) return []
  const { got, expected, tolerance } = example
  const by = Number(example.difference)
  if (!Number.isFinite(by)) return [`a difference of ${by}`]
  if (expected.kind === 'property' || !isNumber(got)) return []
  const [low, high] =
    expected.kind === 'value' ? [expected.value, expected.value] : [expected.low, expected.high]
  if (!isNumber(low) || !isNumber(high)) return []
  const true_ = Math.max(Number(low) - Number(got), Number(got) - Number(high), 0)
  return [
    ...(Math.abs(true_ - by) <= 1e-12 * Math.max(1, by)
      ? []
      : [`it differs by ${true_}, not ${by}`]),
    ...(tolerance === undefined || by > tolerance ? [] : [`${by} is within ${tolerance}`]),
  ]
}

/** Intervals hold the wrong points that are counted, each from its smaller to its larger end. */
function counted({ evidence, points }: CheckReport): string[] {
  const spread = spreadIn(evidence)
  if (spread === undefined) return []
  const sum = spread.intervals.reduce((total, { failed }) => total + failed, 0)
  return [
    ...(sum === spread.failed ? [] : [`the intervals hold ${sum} of ${spread.failed} points`]),
    ...(spread.failed === points.failed ? [] : [`${points.failed} points failed`]),
    ...spread.intervals.flatMap(({ from, to, tested, failed }) =>
      Number(from) <= Number(to) && failed <= tested ? [] : [`from ${from} to ${to}`],
    ),
  ]
}

/** `right … with smaller |x|` is said where no wrong point is nearer to 0. */
function nearer({ message, evidence }: CheckReport): string[] {
  const spread = spreadIn(evidence)
  const example = exampleIn(evidence)
  if (!/with smaller \|x\|/.test(message) || spread === undefined || example === undefined)
    return []
  const x = Math.abs(Number(Object.values(example.inputs)[0]))
  return spread.intervals.flatMap(({ from, to }) =>
    Math.min(Math.abs(Number(from)), Math.abs(Number(to))) < x
      ? [`wrong from ${from} to ${to}`]
      : [],
  )
}

/** `proved for every` is said of what is equal everywhere. */
function proved({ kind, message, evidence }: CheckReport): string[] {
  if (kind !== 'proof' || !/^proved for every/.test(message)) return []
  const proof = evidence.find((item) => item.kind === 'proof')
  return proof?.verdict === 'equal' ? [] : [`the proof says ${proof?.verdict}`]
}

/** A refutation names a point. */
function refuted({ message }: CheckReport): string[] {
  return /^refuted at(?! \S+ = | every point)/.test(message) ? ['no point is named'] : []
}

/** An approximation is as near as it is said to be. */
function approximated({ evidence }: CheckReport): string[] {
  const note = evidence.find((item) => item.kind === 'note')
  const within = /within (\S+) of/.exec(note?.kind === 'note' ? note.title : '')?.[1]
  const by = exampleIn(evidence)?.difference
  return within !== undefined && by !== undefined && Number(by) > Number(within)
    ? [`it differs by ${by}`]
    : []
}

/** A kink that lies elsewhere lies elsewhere. */
function displaced({ message }: CheckReport): string[] {
  const said = /lies at \S+ = (\S+) instead of \S+ = (\S+):/.exec(message)
  return said !== null && said[1] === said[2] ? ['that is the same place'] : []
}

/** Where NaN and Infinity are the mistake, the example has one of them. */
function broken({ evidence }: CheckReport): string[] {
  const note = evidence.find((item) => item.kind === 'note')
  const got = exampleIn(evidence)?.got
  return note?.kind === 'note' && note.note === 'not-finite' && Number.isFinite(Number(got))
    ? [`${got} is finite`]
    : []
}

function exampleIn(evidence: readonly Evidence[]): Counterexample | undefined {
  return evidence.find((item) => item.kind === 'counterexample')
}

function spreadIn(evidence: readonly Evidence[]): Spread | undefined {
  return evidence.find((item) => item.kind === 'spread')
}

function isNumber(value: Json | undefined): boolean {
  return typeof value === 'number' || value === '-0'
}

function same(one: Json, other: Json): boolean {
  return Object.is(Number(one), Number(other))
}
