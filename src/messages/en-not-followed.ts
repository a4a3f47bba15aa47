import { part } from './part.ts'
import type { Values } from './words.ts'

/** Why no formula could be derived from a source: what stopped it is shown as code. */
export const enNotFollowed = part(() => ({
  'not-followed.at-line': (v: Values) => `${v.why} at line ${v.line}`,
  'not-followed.in-file': (v: Values) => `${v.why} at line ${v.line} of ${v.file}`,
  'not-followed.state': (v: Values) =>
    `a write to ${v.construct ? `\`${v.construct}\`` : 'something'}, which outlives the call`,
  'not-followed.loop': () => 'a loop whose number of rounds depends on the input',
  'not-followed.cases': () => 'too many cases to follow',
  'not-followed.length': () => 'a computation too long to follow',
  'not-followed.depth': () => 'a computation too deep to follow',
  'not-followed.memory': () => 'a computation that needs too much memory to follow',
  'not-followed.syntax': (v: Values) => `\`${v.construct}\` is not followed`,
  'not-followed.operand': (v: Values) =>
    `${v.construct ? `\`${v.construct}\`` : 'arithmetic'} on something that is no number`,
  'not-followed.whole-number': (v: Values) =>
    `the whole-number operator \`${v.construct}\` on the input${
      v.construct === '^' ? ' (`^` is exclusive or; a power is `**`)' : ''
    }`,
  'not-followed.rounding': (v: Values) => `rounding of the input by \`${v.construct}\``,
  'not-followed.text': () => 'a text made of the input or of an object',
  'not-followed.key': () => 'an index or a key that depends on the input',
  'not-followed.object': () => 'the input where an object, a text or a key is expected',
  'not-followed.native': (v: Values) => `\`${v.construct}\` is not followed`,
  'not-followed.native-input': (v: Values) => `\`${v.construct}\` of the input`,
  'not-followed.native-value': (v: Values) => `\`${v.construct}\` of such a value`,
  'not-followed.result': () => 'a result that is no number',
  'not-followed.throws': () => 'it throws an error for every input',
  'not-followed.module': () => 'the file throws an error as it is loaded',
  'not-followed.missing': () => 'the function is missing',
  'not-followed.code': () => 'text is turned into code',
  'not-followed.float32': (v: Values) =>
    `it depends on how \`${v.construct}\` rounds which way the function goes`,
  'not-followed.argument': (v: Values) =>
    `it depends on whether \`${v.construct}\` is given: say which with --arguments`,
  'not-followed.unasked': () => 'no formula was asked for',
  'not-followed.bug': () => 'a fault of the checker itself',
  'derive.computes': (v: Values) => `${v.call} computes`,
  'derive.refused': (v: Values) => `${v.call} is not followed: ${v.why}`,
  'derive.finite': () => 'as long as nothing overflows',
  'derive.float32-rounding': () => 'up to rounding to float32',
}))
