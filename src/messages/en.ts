import type { Json } from '../report/report.ts'
import { part } from './part.ts'
import { call, datum, list, number, quantity, type Values } from './words.ts'

/**
 * Every sentence the checks say, in English. Another language is another object with these keys.
 * Numbers are printed in full: a rounded value in a failure misleads.
 */
export const en = part(() => ({
  'points.right': (v: Values) => `right at ${every(v.tested, 'point')}`,
  'points.wrong': (v: Values) =>
    `${call(v)} should be ${expected(v)}, but yours is ${number(v.got)}`,
  'points.not-a-number': (v: Values) =>
    `${call(v)} should be a number, but yours returned ${v.got}`,
  'points.threw': (v: Values) => `${call(v)} should be a number, but yours threw ${v.got}`,
  'points.none': () => 'no point of this check lies in the range asked for',
  'witness.wrong': (v: Values) =>
    `right at ${every(v.tested, 'point')}, but ${call(v)} should be ${expected(v)}, and yours is ${number(v.got)}`,
  'witness.threw': (v: Values) =>
    `right at ${every(v.tested, 'point')}, but ${call(v)} should be a number, and yours threw ${v.got}`,
  'witness.not-a-number': (v: Values) =>
    `right at ${every(v.tested, 'point')}, but ${call(v)} should be a number, and yours returned ${v.got}`,
  'kink.displaced': (v: Values) =>
    `your kink lies at ${v.variable} = ${number(v.found)} instead of ${v.variable} = ${number(v.kink)}: ${call(v)} should be ${expected(v)}, but yours is ${number(v.got)}`,
  'kink.cancelled': (v: Values) =>
    `your formula is right, but beside the kink at ${v.variable} = ${number(v.kink)} the digits of ${v.expression} cancel: ${call(v)} should be ${expected(v)}, but yours is ${number(v.got)}`,
  'arithmetic.wrong': (v: Values) =>
    `your formula is right, but its arithmetic is not: ${call(v)} should be ${expected(v)}, and yours is ${number(v.got)}`,
  'stability.right': (v: Values) => `right at ${every(v.tested, 'extreme point')}`,
  'stability.wrong': (v: Values) =>
    `${call(v)} should be ${expected(v)}, but yours is ${number(v.got)}${nearer(v.nearer)}`,
  'stability.after-wrong': (v: Values) =>
    `${v.function} is already wrong at ${quantity(v.failed, 'sample point')}`,
  'consistency.right': (v: Values) => `${v.derivative} is the derivative of your ${v.function}`,
  'consistency.both-right': (v: Values) =>
    `${v.function} and ${v.derivative} are both right within the tolerance`,
  'consistency.own': (v: Values) =>
    `${v.derivative} is the right derivative of your ${v.function}; the mistake is in ${v.function}`,
  'consistency.wrong': (v: Values) =>
    `${call(v)} is ${number(v.got)}, but your ${v.of} has the slope ${number(v.expected)} there`,
  'consistency.function-right': (v: Values) =>
    `your ${v.function} is right, so this is the mistake in ${v.derivative} again`,
  'consistency.derivative-right': (v: Values) =>
    `your ${v.derivative} is right; it belongs to the right ${v.function}, not to yours`,
  'consistency.undecided': () => 'differences of your function say too little to judge',
  'identity.unproved': (v: Values) =>
    `right at ${every(v.tested, 'point')}, though no proof was found`,
  'data.right': (v: Values) =>
    v.tested === 1 ? 'right' : `right for all ${quantity(v.tested, 'input')}`,
  'data.proved': (v: Values) =>
    `right for all ${quantity(v.tested, 'input')}, and proved for every ${list(v.variables)}`,
  'data.wrong': (v: Values) =>
    `${call(v)}${place(v)} should be ${datum(v.expected)}, but yours is ${datum(v.got)}`,
  'data.shape': (v: Values) => `${call(v)}${place(v)}: ${v.problem}`,
  'data.not-data': (v: Values) =>
    `${v.function} should return plain data, but ${v.where ? `at ${v.where} it` : 'it'} returned ${v.found}`,
  'data.fault': (v: Values) => `${call(v)}: ${v.message}`,
  'policy.right': () => 'written as it was asked for',
  'policy.broken': (v: Values) => `${v.message}: ${v.because}`,
  'property.wrong': (v: Values) => `${v.text}`,
  'bound.right': (v: Values) =>
    [
      ...(claims(v, v.proved) ? [`proved for every x: ${claims(v, v.proved)}`] : []),
      ...(claims(v, v.sampled)
        ? [
            `at all ${quantity(v.tested, 'point')}, though no proof was found: ${claims(v, v.sampled)}`,
          ]
        : []),
    ].join('; '),
  'autograd.right': (v: Values) =>
    `value and gradient are right for all ${quantity(v.tested, 'tensor')}`,
  'cost.right': (v: Values) => `${quantity(v.total, 'operation')} at most`,
  'cost.wrong': (v: Values) =>
    `${v.function} takes ${quantity(v.count, COUNTED[String(v.name)] ?? String(v.name))}, where at most ${number(v.most)} ${v.most === 1 ? 'is' : 'are'} allowed`,
  'work.right': (v: Values) => `${sizes(v)}`,
  'work.wrong': (v: Values) =>
    `size ${number(v.size)} takes ${number(v.count)} loop turns and calls, where at most ${number(v.most)} are allowed; ${sizes(v)}: a size ${number(v.larger)} times as large takes ${number(v.grown)} times as much, about size to the power of ${number(v.power)}`,
  'work.endless': (v: Values) =>
    `size ${number(v.size)} takes more than can be counted, where at most ${number(v.most)} loop turns and calls are allowed: ${v.message}`,
  'work.wrong-answer': (v: Values) =>
    `not counted: the answer of size ${number(v.size)} is wrong, and what is wrong may be cheap`,
  'submission.fault': (v: Values) => `${v.message}`,
  'submission.unstable': (v: Values) =>
    `${call(v)} was ${number(v.got)} first and ${number(v.again)} when called again: a function must always give the same answer`,
  'submission.nothing-judged': () =>
    'nothing was judged, so nothing has passed: every check that was asked for was skipped',
  'program.wrong': (v: Values) =>
    `after \`${v.before}\`, ${v.line} should be ${v.expected}, but yours is ${v.got}`,
  'program.fault': (v: Values) =>
    v.before === ''
      ? `\`${v.line}\`: ${v.message}`
      : `\`${v.line}\` after \`${v.before}\`: ${v.message}`,
  'program.unstable': (v: Values) =>
    `${v.text} was ${v.got} first and ${v.again} when the same was done again: whatever is made must begin anew`,
  'submission.remembers': (v: Values) =>
    `${v.function} gives another answer where only ${v.changed} was different in the call before: it keeps something from call to call, and may depend on nothing but its arguments`,
  'submission.remembers-object': (v: Values) =>
    `${v.function} gives another answer where ${v.changed} is the same object as in the call before, with other data in it: it keeps something from call to call, and may depend on nothing but what is in its arguments`,
  'submission.right-alone': (v: Values) =>
    `${call(v)} is right where it is called first, and wrong after other calls: ${v.function} keeps something from call to call, and may depend on nothing but its arguments`,
  'submission.needs-other': (v: Values) =>
    `${v.function} is right only after ${v.other} was called: functions are called alone here, so that ${v.function} must work out everything from its own arguments`,
  'submission.missing-export': (v: Values) =>
    `the file does not export a function called ${v.function}${v.near ? ` (it has ${v.near})` : ''}`,
  dependency: (v: Values) => `not judged: needs ${v.on}`,
  'exercise.fault': (v: Values) =>
    `the exercise is at fault, not you, and this check counts for nothing: ${v.message}`,
  'machine.fault': (v: Values) => `the checker failed, not you: ${v.message}`,
}))

/** `all 4096 points`, `the one point tried`. */
function every(count: Json | undefined, noun: string): string {
  return count === 1 ? `the one ${noun} tried` : `all ${quantity(count, noun)}`
}

/** What was measured nearer to 0; nothing in reports that do not say. */
function nearer(count: Json | undefined): string {
  return typeof count === 'number' && count > 0
    ? `; it is right at ${count === 1 ? 'the one point' : `all ${count} points`} tried with smaller |x|`
    : ''
}

/** What a cost is counted in, one of each. */
const COUNTED: { readonly [name: string]: string } = {
  additions: 'addition',
  multiplications: 'multiplication',
  divisions: 'division',
  comparisons: 'comparison',
  functions: 'function call',
  total: 'operation',
}

/** Where in a structured result, such as ` at W1[0][2]`. */
function place(v: Values): string {
  return v.where ? ` at ${v.where}` : ''
}

/** What is claimed of an approximation. */
function claims(v: Values, names: Json | undefined): string {
  const words: Record<string, string> = {
    near: `within ${number(v.limit)} of ${v.of}`,
    odd: 'odd',
    rising: 'never falls',
  }
  return (names as readonly string[]).map((name) => words[name]).join(', ')
}

/** `1,020 loop turns and calls for size 100, 2,020 for size 200`. */
function sizes(v: Values): string {
  const counts = (v.counts ?? []) as readonly (readonly [size: number, count: number])[]
  return counts
    .map(
      ([size, count], k) =>
        `${number(count)}${k === 0 ? ' loop turns and calls' : ''} for size ${number(size)}`,
    )
    .join(', ')
}

function expected(v: Values): string {
  if (v.low === undefined) return number(v.expected)
  const range = v.low === v.high ? number(v.low) : `between ${number(v.low)} and ${number(v.high)}`
  return v.orNaN ? `${range}, or NaN` : range
}
