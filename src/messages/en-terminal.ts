import { part } from './part.ts'
import { list, number, quantity, type Values } from './words.ts'

/** What a report on the terminal says around the checks' own sentences, in English. */
export const enTerminal = part(() => ({
  'asked.value': (v: Values) => `${v.function} should have the right value at every x.`,
  'asked.derivative': (v: Values) =>
    `${v.function} should be the derivative that the exercise asks for.`,
  'asked.stability': (v: Values) =>
    `${v.function} should stay finite and right for very large and very small x.`,
  'asked.kink': (v: Values) =>
    `${v.function} should have an acceptable value where the curve bends.`,
  'asked.consistency': (v: Values) => `${v.function} should be the slope of your own function.`,
  'asked.proof': (v: Values) => `${v.function} should be the same formula for every x.`,
  'types.wrong': (v: Values) =>
    `TypeScript finds ${quantity(v.count, 'type error')} in your file. The numbers are judged all the same`,
  'types.no-compiler': () =>
    'the types are not looked at: TypeScript 7 is not installed with mlp-check (mlp-check doctor says how)',
  'submission.passed-over': (v: Values) =>
    `${v.file} is what was judged; ${list(v.others)}, which may answer ${v.exercise} too, was not. Name the file that you mean: mlp-check ${v.exercise} FILE`,
  'pack.other': (v: Values) =>
    `judged by other exercises than the built-in ones: ${v.source} (sha256 ${v.hash})`,
  'pack.unknown': () => 'the record does not say by whose exercises it was judged',
  'report.yours': () => 'yours',
  'report.expected': () => 'expected',
  'report.where': () => 'at',
  'report.difference': () => 'difference',
  'report.allowed': (v: Values) => `${number(v.difference)}  (allowed: ${number(v.tolerance)})`,
  'report.between': (v: Values) => `between ${number(v.low)} and ${number(v.high)}`,
  'report.value-or-nan': (v: Values) => `${number(v.low)}, or NaN`,
  'report.between-or-nan': (v: Values) => `between ${number(v.low)} and ${number(v.high)}, or NaN`,
  'report.wrong-at': (v: Values) =>
    `Wrong at ${number(v.failed)} of ${quantity(v.tested, 'point')}`,
  'report.from-to': (v: Values) =>
    `from ${v.variable} = ${number(v.from)} to ${v.variable} = ${number(v.to)}`,
  'report.among': (v: Values) =>
    `at ${number(v.failed)} of the ${number(v.tested)} points from ${v.variable} = ${number(v.from)} to ${v.variable} = ${number(v.to)}`,
  'report.intervals': (v: Values) => list(v.places),
  'report.only-at': (v: Values) => `at ${v.variable} = ${number(v.from)}`,
  'report.disagreement': (v: Values) => `${quantity(v.points, 'point')}: ${v.text}`,
  'report.measured': (v: Values) => `${v.name}: ${v.value}`,
  'report.measured-within': (v: Values) => `${v.name}: ${v.value} (allowed: ${v.limit})`,
  'report.of': (v: Values) => `${number(v.failed)} of ${number(v.tested)}`,
  'report.looks-like': (v: Values) => `A known mistake: ${v.title}.`,
  'report.in-your-file': () => 'In your file:',
  'report.yours-computes': () => 'yours computes',
  'report.overflow': (v: Values) =>
    `The part that overflows: ${v.expression} is ${number(v.value)}`,
  'report.underflow': (v: Values) =>
    `The part that underflows: ${v.expression} is ${number(v.value)}`,
  'report.not-a-number': (v: Values) =>
    `The part that is not a number: ${v.expression} is ${number(v.value)}`,
  'report.cancellation': (v: Values) =>
    `The part that loses its digits: ${v.expression} is ${number(v.value)}`,
  'report.not-begun': (v: Values) => `not begun yet: ${quantity(v.of, 'point')}`,
  'report.begin-here': () => 'your answer goes here',
  'report.statement': () => 'prints the question',
  'report.more': (v: Values) => `(${number(v.count)} more: --all tells them in full)`,
  'report.more-values': (v: Values) => `and at ${number(v.count)} more`,
  'report.try': () => 'Try:',
  'report.again': () => 'judges only this',
  'report.hint': () => 'gives a hint',
  'report.printed': () => 'Your program printed:',
  'report.printed-there': () => 'Your program printed there:',
  'report.printed-at': (v: Values) => `Your program printed at ${list(v.inputs)}:`,
  'report.printed-more': (v: Values) => `(${quantity(v.count, 'more line')})`,
  'report.points': (v: Values) => `${number(v.score)} of ${quantity(v.of, 'point')}`,
  'report.passed': () => 'passed',
  'report.not-yet': () => 'not yet',
  'report.not-shown': () => 'no result of this is shown',
  'report.not-judged': () => 'not judged',
  'report.folded': (v: Values) =>
    `${quantity(v.count, 'more check')} without points add nothing: ${list(v.kinds)}`,
  'report.folded-right': (v: Values) =>
    `${quantity(v.count, 'more check')} without points passed: ${list(v.kinds)}`,
  'report.waiting': (v: Values) => `${quantity(v.count, 'more check')}: ${v.message}`,
  'report.total': (v: Values) => `${number(v.passed)} of ${number(v.total)} passed`,
  'report.seed': (v: Values) => `seed ${number(v.seed)} · ${v.backend}`,
}))
