import { part } from './part.ts'
import type { Values } from './words.ts'

const HOSTS: Readonly<Record<string, string>> = {
  page: 'web pages',
  node: 'Node',
  both: 'web pages and Node',
  'test-runner': 'test runners',
}

/** What a submission's source says of a failure, and behind `.do` the remedy. */
export const enObserved = part(() => ({
  'observed.marked-as-code': () => 'three backticks are a mark of Markdown, and no code',
  'observed.marked-as-code.do': () => 'Hand in what stands between the marks.',
  'observed.class-for-function': (v: Values) =>
    `${code(v.function)} is a class here, and it is called as a function: ${code(`${v.function}(${v.given})`)}, without \`new\``,
  'observed.class-for-function.do': (v: Values) =>
    `Give the class another name, and export a function ${code(`${v.function}(${v.given})`)} that returns a \`new\` one.`,
  'observed.used-too-early': (v: Values) =>
    `${code(v.found)} is used here before the line that gives it a value`,
  'observed.used-too-early.do': () => 'Move that line above this one.',
  'observed.constant-changed': (v: Values) =>
    `${code(v.found)} is declared with \`const\`: it keeps its first value, and is given another one here`,
  'observed.constant-changed.do': () => 'Declare it with `let`.',
  'observed.argument-not-taken': (v: Values) =>
    `${code(v.found)} is an argument of ${code(v.call)}, but no parameter where it stands here`,
  'observed.argument-not-taken.do': (v: Values) =>
    `Write it between the round brackets behind the function's name, as in ${code(v.call)}.`,
  'observed.nothing-written': () => 'there is no program in this file',
  'observed.nothing-written.do': () => 'Write your answer into it, and save it.',
  'observed.not-exported': (v: Values) => `${code(v.function)} is defined here, but not exported`,
  'observed.not-exported.do': () => 'Write `export` in front of it.',
  'observed.defined-inside': (v: Values) =>
    `${code(v.function)} is defined inside of ${inside(v)}, where nobody else can call it`,
  'observed.defined-inside.do': () =>
    'Move it out of there, and write `export` in front of it. Is a `}` missing above it?',
  'observed.other-name': (v: Values) =>
    `here is a function called ${code(v.found)}; the exercise asks for ${code(v.function)}`,
  'observed.other-name.do': (v: Values) => `Call it ${code(v.function)}, and export it.`,
  'observed.async-function': (v: Values) =>
    `${code(v.function)} is marked ${code(v.word)}: it gives a ${v.gives}, and not its value`,
  'observed.async-function.do': (v: Values) =>
    v.word === 'async'
      ? 'Remove `async` and every `await`.'
      : 'Remove the `*`, and `return` the value.',
  'observed.return-alone': () =>
    '`return` stands alone on its line: it gives nothing back, and the next line is never reached',
  'observed.return-alone.do': () => 'Begin the value on the line of `return`.',
  'observed.no-return': (v: Values) =>
    `${code(v.function)} has no \`return\`: it gives nothing back`,
  'observed.no-return.do': () => 'Write `return` in front of the value.',
  'observed.helper-no-return': (v: Values) =>
    `${code(v.function)}, which is used here, has no \`return\`: it gives nothing back`,
  'observed.helper-no-return.do': () => 'Write `return` in front of the value.',
  'observed.return-on-some-paths': (v: Values) =>
    `${code(v.function)} reaches its end without a \`return\` where none of its conditions holds`,
  'observed.return-on-some-paths.do': () =>
    'Write a `return` behind the last condition, for the case that is left.',
  'observed.returns-undefined': (v: Values) =>
    `${code(v.function)} gives \`undefined\` back, which is no number`,
  'observed.returns-undefined.do': () => 'Give a number back; `NaN` says that there is none.',
  'observed.throws-always': (v: Values) =>
    `${code(v.function)} never gives anything back: it ends with ${code(v.found)}`,
  'observed.throws-always.do': () => 'Write `return` and the value in its place.',
  'observed.loop-beyond-end': (v: Values) =>
    `this loop goes on to ${code(v.end)}, which is one beyond the last element of ${code(v.list)}`,
  'observed.loop-beyond-end.do': (v: Values) =>
    `Write ${code(`${v.variable} < ${v.list}.length`)}.`,
  'observed.loop-from-one': (v: Values) =>
    `this loop begins at 1, and leaves ${code(v.element)} out`,
  'observed.loop-from-one.do': () => 'The first element has the index 0.',
  'observed.loop-ends-early': (v: Values) =>
    `this loop ends before ${code(v.element)}, and leaves it out`,
  'observed.loop-ends-early.do': (v: Values) =>
    `${code(`${v.variable} < ${v.list}.length`)} reaches the last element.`,
  'observed.fixed-steps': (v: Values) =>
    `this loop takes ${v.steps} steps, however far ${code(v.given)} is from 0`,
  'observed.fixed-steps.do': () =>
    'Far out they are too few. What does the function go to there? Give that back without a loop.',
  'observed.class-without-new': (v: Values) =>
    `${code(v.name)} is a class, and is called here without \`new\``,
  'observed.class-without-new.do': (v: Values) => `Write ${code(`new ${v.name}(…)`)}.`,
  'observed.property-is-a-copy': (v: Values) =>
    `the property ${code(v.property)} is a copy, made once: what changes later is the variable ${code(v.variable)}`,
  'observed.property-is-a-copy.do': (v: Values) =>
    `Change the property itself, or let a getter read the variable: ${code(`get ${v.property}() { return ${v.variable} }`)}.`,
  'observed.parameters-in-other-order': (v: Values) =>
    `the parameters stand in another order: (${v.found}); it is called with (${v.instead})`,
  'observed.parameters-in-other-order.do': (v: Values) =>
    `Write ${code(`${v.function}(${v.instead})`)}.`,
  'observed.parameter-never-given': (v: Values) =>
    `nothing is ever given for the parameter ${code(v.found)}: it is undefined`,
  'observed.parameter-never-given.do': (v: Values) =>
    `The function is called as ${code(`${v.function}(${v.instead})`)}.`,
  'observed.shadowed-name': (v: Values) =>
    v.found === 'Math'
      ? 'this `Math` hides the one that TypeScript has'
      : `${code(v.found)} is declared again here: inside of these braces it is another variable, and the one outside keeps its value`,
  'observed.shadowed-name.do': (v: Values) =>
    v.found === 'Math'
      ? 'Give it another name.'
      : `To change the one outside, leave out \`let\` or \`const\`; otherwise give this one another name.`,
  'observed.parameters-unused': (v: Values) =>
    `${code(v.function)} uses nothing of what it is given`,
  'observed.parameters-unused.do': () => 'Should its value not change with the input?',
  'observed.parameter-unused': (v: Values) =>
    `${code(v.found)} is never used in ${code(v.function)}`,
  'observed.parameter-unused.do': (v: Values) =>
    `Should the result not change with ${code(v.found)}?`,
  'observed.operator-on-tensor': (v: Values) =>
    `${code(v.operator)} works on numbers, and ${code(v.tensor)} is a tensor`,
  'observed.operator-on-tensor.do': (v: Values) => `Write ${code(v.instead)}.`,
  'observed.math-on-tensor': (v: Values) =>
    `${code(v.found)} works on numbers, and ${code(v.tensor)} is a tensor`,
  'observed.math-on-tensor.do': (v: Values) => `Write ${code(v.instead)}.`,
  'observed.array-method-on-tensor': (v: Values) =>
    `${code(v.found)} belongs to arrays, and ${code(v.tensor)} is a tensor`,
  'observed.array-method-on-tensor.do': () =>
    'Functions of `tf` work on all elements at once: `tf.maximum(a, b)`, `tf.mul(a, b)`.',
  'observed.unknown-member': (v: Values) => `there is no ${code(v.found)} in JavaScript`,
  'observed.unknown-member.do': (v: Values) =>
    v.instead === '' ? 'Work it out from functions that `Math` has.' : `Write ${code(v.instead)}.`,
  'observed.other-language': (v: Values) =>
    `${code(v.found)} is ${v.language}, and nothing in TypeScript`,
  'observed.other-language.do': (v: Values) => `In TypeScript: ${code(v.instead)}.`,
  'observed.missing-math': (v: Values) =>
    `${code(v.found)} alone means nothing: in TypeScript it belongs to \`Math\``,
  'observed.missing-math.do': (v: Values) => `Write ${code(v.instead)}.`,
  'observed.host-name': (v: Values) =>
    v.host === 'clock'
      ? `${code(v.found)} is not there: a program here has no clock`
      : `${code(v.found)} belongs to ${HOSTS[String(v.host)]}: a program here has the language alone`,
  'observed.host-name.do': (v: Values) =>
    v.host === 'test-runner'
      ? 'Keep the tests in a file of their own, which imports this one.'
      : 'Work with the arguments, and give the value back by `return`. `console.log` prints.',
  'observed.name-out-of-reach': (v: Values) =>
    `${code(v.found)} is declared inside of a function, and not known outside of it`,
  'observed.name-out-of-reach.do': () =>
    'Make it a parameter of the function that needs it, or declare it where both see it.',
  'observed.unknown-name': (v: Values) => `nothing here is called ${code(v.found)}`,
  'observed.unknown-name.do': (v: Values) =>
    v.near === '' ? 'Declare it, or correct its name.' : `Did you mean ${code(v.near)}?`,
  'observed.xor-for-power': () =>
    '`^` is no power in TypeScript: it is "exclusive or" on the bits of two whole numbers',
  'observed.xor-for-power.do': () =>
    'A power is written with two stars: `x ** 2`. It comes before a product, a quotient and a sign.',
  'observed.comparison-chain': (v: Values) =>
    `here the answer to ${code(v.first)}, true or false, is compared with ${code(v.second)}`,
  'observed.comparison-chain.do': (v: Values) => `Write ${code(v.instead)}.`,
  'observed.assignment-for-comparison': (v: Values) =>
    `\`=\` does not compare here: it gives ${code(v.left)} the value ${code(v.right)}`,
  'observed.assignment-for-comparison.do': (v: Values) =>
    `Write ${code(`${v.left} === ${v.right}`)}.`,
  'observed.decimal-comma': (v: Values) =>
    `${code(v.found)} is two numbers, of which the first is for nothing`,
  'observed.decimal-comma.do': (v: Values) => `Write ${code(v.instead)}.`,
  'observed.not-called': (v: Values) =>
    `${code(v.found)} is a function and no number: it is not called here`,
  'observed.not-called.do': (v: Values) => `Write ${code(`${v.found}(…)`)}.`,
  'observed.text-for-number': (v: Values) => `${code(v.found)} gives a text and no number`,
  'observed.text-for-number.do': () => 'Give the number itself back: nothing needs rounding.',
  'observed.never-nan': (v: Values) =>
    `${code(v.found)} never changes: NaN is equal to nothing, itself included`,
  'observed.never-nan.do': () => 'Write `Number.isNaN(x)`.',
  'observed.comment-for-division': (v: Values) =>
    `${code(v.found)} is a comment in TypeScript: nothing is divided here`,
  'observed.comment-for-division.do': () =>
    'A division is written `/`; its whole part is `Math.floor(a / b)`.',
  'observed.cut-off': (v: Values) => `${code(v.found)} makes a whole number of ${code(v.division)}`,
  'observed.cut-off.do': (v: Values) =>
    `Numbers have fractions here, and ${code('/')} keeps them: should it be ${code(v.division)}?`,
  'observed.other-logarithm': (v: Values) => `${code(v.found)} is the logarithm to base ${v.base}`,
  'observed.other-logarithm.do': () => 'The natural logarithm, ln, is `Math.log(…)`.',
  'observed.one-twice': (v: Values) =>
    v.name === 'log'
      ? '`Math.log1p(y)` is the logarithm of 1 + y: here 1 is added a second time'
      : '`Math.expm1(y)` is exp(y) - 1: here 1 is subtracted a second time',
  'observed.one-twice.do': (v: Values) =>
    v.name === 'log'
      ? 'Leave out the `1 +` inside, or write `Math.log`.'
      : 'Leave out the `- 1`, or write `Math.exp`.',
  'observed.added-in-logarithm': (v: Values) =>
    `${code(v.found)} is added inside of the logarithm: that changes the result`,
  'observed.added-in-logarithm.do': () =>
    'Leave it out. Where a logarithm of 0 comes out then, rewrite the formula so that none is taken.',
  'observed.small-number': (v: Values) =>
    `${code(v.found)} is small, and changes the result all the same`,
  'observed.small-number.do': () =>
    'Leave it out. Where a division by 0 or another NaN comes out then, treat that case by itself.',
  'observed.degrees': (v: Values) => `${code(v.found)} converts between degrees and radians`,
  'observed.degrees.do': () => 'Functions take angles in radians here: leave it out.',
  'observed.sort-as-text': () =>
    '`sort()` without a comparison sorts numbers as text: 10 comes before 9, and -0.25 before -0.5',
  'observed.sort-as-text.do': () => 'Write `.sort((a, b) => a - b)`.',
  'observed.one-row-everywhere': (v: Values) =>
    `${code(`fill(${v.row})`)} puts one and the same array everywhere: what is written into one row stands in all of them`,
  'observed.one-row-everywhere.do': () =>
    'Write `.fill(0).map(() => …)`: the arrow makes an array of its own for each row.',
  'observed.reduce-without-start': () =>
    '`reduce` has no value to start from: of an empty array it makes an error',
  'observed.reduce-without-start.do': () =>
    'Give it one behind the function: `.reduce((sum, value) => sum + value, 0)`.',
  'observed.functions-swapped': (v: Values) =>
    `${code(v.function)} is right for ${code(v.other)}, and ${code(v.other)} for ${code(v.function)}`,
  'observed.functions-swapped.do': () => 'Exchange the two names.',
}))

/** Code in a sentence: between backticks. */
function code(text: Values[string] | undefined): string {
  return `\`${text}\``
}

function inside(v: Values): string {
  return v.inside === '=>' ? 'another function' : code(v.inside)
}
