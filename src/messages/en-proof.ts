import { part } from './part.ts'
import { list, number, type Values } from './words.ts'

/** What a proof says, of a submission and of a pair of formulas, in English. */
export const enProof = part(() => ({
  'proof.equal': (v: Values) => `proved for every ${list(v.variables)}${given(v)}${read(v)}`,
  'proof.equal-on-domain': (v: Values) =>
    `proved for ${v.within}${given(v)}${finite(v)}${outside(v)}${read(v)}`,
  'proof.equal-up-to-rounding': (v: Values) =>
    `proved up to rounding${within(v)}${given(v)}${because(v)}${read(v)}`,
  'proof.equal-within-tolerance': (v: Values) =>
    `proved within the tolerance${within(v)}${given(v)}${because(v)}${read(v)}`,
  'proof.null-set': (v: Values) => `proved except at ${v.where}${within(v)}`,
  'proof.domain': (v: Values) => `proved wherever both are defined (${v.where})${within(v)}`,
  'proof.different': (v: Values) => `refuted at ${v.where}`,
  'proof.not-seen': (v: Values) =>
    `not the formula of the reference (they differ at ${v.where}), though not by more than rounding explains, of results or of a constant to seven digits`,
  'proof.unknown': (v: Values) => `not decided: ${v.why}`,
  'proof.refused': (v: Values) => `not followed: ${v.why}`,
  'proof.no-reference': () => 'the exercise has no formula for it',
  'proof.float32': () => 'values are rounded to float32',
  'prove.equal': () => 'equal everywhere',
  'prove.equal-on-domain': (v: Values) => `equal for ${v.within}${finite(v)}${outside(v)}`,
  'prove.equal-up-to-rounding': (v: Values) =>
    `equal within the tolerance of ${number(v.tolerance)}${within(v)}${because(v)}`,
  'prove.null-set': (v: Values) => `equal except where ${v.where}${within(v)}`,
  'prove.domain': (v: Values) =>
    `equal wherever both exist; only one exists where ${v.where}${within(v)}`,
  'prove.different': (v: Values) => (v.where ? `different at ${v.where}` : 'different'),
  'prove.unknown': (v: Values) => `not decided: ${v.why}`,
  'prove.refused': (v: Values) => `not followed: ${v.why}`,
  'prove.assuming': (v: Values) => `assuming ${list(v.conditions)}`,
  'prove.left': (v: Values) => `left  ${between(v)}`,
  'prove.right': (v: Values) => `right ${between(v)}`,
  'prove.at': (v: Values) => `at ${v.where}`,
  'prove.within': (v: Values) => number(v.within),
  'prove.verdict.equal': () => 'equal',
  'prove.verdict.equal-on-domain': () => 'equal-on-domain',
  'prove.verdict.equal-up-to-rounding': () => 'equal-up-to-rounding',
  'prove.verdict.null-set': () => 'null-set',
  'prove.verdict.domain': () => 'domain',
  'prove.verdict.different': () => 'different',
  'prove.verdict.unknown': () => 'unknown',
  'prove.verdict.refused': () => 'refused',
  'prove.no-cases': () =>
    'no case was looked at: doubles pointed to the place, intervals certified it',
  'prove.detail': (v: Values) => number(v.why),
  'prove.everywhere': () => 'everywhere',
  'prove.cell': (v: Values) => `${v.place}: ${v.found}${v.why ? ` (${v.why})` : ''}`,
  'prove.cell.equal': () => 'equal',
  'prove.cell.within the tolerance': () => 'within the tolerance',
  'prove.cell.both undefined': () => 'both undefined',
  'prove.cell.differ': () => 'differ',
  'prove.cell.only one exists': () => 'only one exists',
  'prove.cell.empty': () => 'empty',
  'prove.cell.undecided': () => 'undecided',
}))

function given(v: Values): string {
  return isEmpty(v.assume) ? '' : ` with ${list(v.assume)}`
}

function within(v: Values): string {
  return v.within ? ` for ${v.within}` : ''
}

function finite(v: Values): string {
  return isEmpty(v.finite) ? '' : `, where ${list(v.finite)} stays finite`
}

function outside(v: Values): string {
  return v.outside ? `; outside of that they differ, as at ${v.outside}` : ''
}

function because(v: Values): string {
  return v.because ? ` (${v.because})` : ''
}

function read(v: Values): string {
  return isEmpty(v.read) ? '' : `, with ${list(v.read)}`
}

function between({ low, high }: Values): string {
  return low === high ? `is ${low}` : `is between ${low} and ${high}`
}

function isEmpty(values: Values[string] | undefined): boolean {
  return !Array.isArray(values) || values.length === 0
}
