import * as Q from '../exact/rational.ts'
import { type Domain, describeRanges, insideOf, isInside } from '../formula/domain.ts'
import type { Expr } from '../formula/expr.ts'
import { printFormula } from '../formula/print.ts'
import type { Box } from './cells/boxes.ts'
import {
  type Answer,
  type Apart,
  type Decision,
  type ExactPoint,
  nearestDouble,
} from './decision.ts'
import { type Proved, prove } from './prove-equal.ts'
import { readConstants, readShortConstants } from './read-constants.ts'
import { exceedsTolerance } from './report-decision.ts'
import { staysFinite } from './stays-finite.ts'

/** Where a question is asked, and how far apart two values may be: |a − b| ≤ tolerance · max(1, |b|). */
export interface Question {
  readonly domain: Domain
  readonly tolerance: number
}

/** Fewer for every further question about the same formulas. */
const STEPS_INSIDE = 60_000
const STEPS_FOR_CONSTANTS = 30_000

/**
 * Decides whether a program's formula `a` is the reference `b`. A literal whose double is a
 * constant's double is that constant.
 */
export function proveProgram(a: Expr, b: Expr, question: Question): Decision {
  const { read, ...sides } = readConstants(a, b)
  const decision = proveWithin(sides.a, sides.b, question)
  return read.length === 0 ? decision : { ...decision, read }
}

/**
 * Decides whether two formulas are the same: everywhere if that can be shown, and otherwise on the
 * domain and within the tolerance. What they do outside of the domain is told, and decides nothing.
 */
export function proveWithin(a: Expr, b: Expr, question: Question): Decision {
  return withReason({ a, b }, question, decide({ a, b }, question))
}

interface Sides {
  readonly a: Expr
  readonly b: Expr
}

function decide({ a, b }: Sides, question: Question): Decision {
  const { domain, tolerance } = question
  const everywhere = prove(a, b, { assumptions: domain.assume })
  if (isSettled(everywhere, question)) return everywhere.answer
  const inside = prove(a, b, {
    assumptions: [...domain.assume, ...insideOf(domain)],
    allowance: { tolerance, box: boxOf(domain) },
    steps: STEPS_INSIDE,
  })
  const risky = inside.finite.filter(isComputed)
  const unsafe = risky.find((expr) => !staysFinite(expr, boxOf(domain)))
  if (unsafe === undefined) return combined(everywhere, inside.answer, { domain, risky })
  const why = `whether ${printFormula(unsafe)} stays finite in float64 decides`
  return { verdict: 'unknown', why }
}

/** Equal whatever is finite, or different at a point where it counts. */
function isSettled({ answer, finite }: Proved, { domain, tolerance }: Question): boolean {
  if (answer.verdict === 'equal') return !finite.some(isComputed)
  return (
    answer.verdict === 'different' &&
    isInside(domain, doublesOf(answer)) &&
    exceedsTolerance(answer, tolerance)
  )
}

function doublesOf({ witness }: Apart): { readonly [name: string]: number } {
  return Object.fromEntries(
    Object.entries(witness).map(([name, value]) => [name, nearestDouble(value)]),
  )
}

/** A variable is a number, and numbers are finite; what is computed from them may not be. */
function isComputed({ kind }: Expr): boolean {
  return kind !== 'variable' && kind !== 'number' && kind !== 'constant'
}

interface Inside {
  readonly domain: Domain
  readonly risky: readonly Expr[]
}

function combined(everywhere: Proved, inside: Answer, { domain, risky }: Inside): Decision {
  const { answer } = everywhere
  const within = describeRanges(domain).join(' and ')
  switch (inside.verdict) {
    case 'equal':
      return {
        verdict: 'equal-on-domain',
        within,
        ...outsideOf(answer),
        ...(risky.length > 0 && { finite: risky.map(printFormula) }),
        ...(inside.cells && { cells: inside.cells }),
      }
    case 'equal-up-to-rounding':
      return { ...inside, within }
    case 'different':
      return inside
    case 'unknown':
      return undecided(everywhere, inside)
    default:
      return answer.verdict === inside.verdict && isNearlyEqual(everywhere)
        ? answer
        : { ...inside, within }
  }
}

function isNearlyEqual({ answer, finite }: Proved): boolean {
  return (answer.verdict === 'null-set' || answer.verdict === 'domain') && !finite.some(isComputed)
}

/** What is nearly equal everywhere stays so; what is apart where it may not count is said. */
function undecided(everywhere: Proved, inside: Answer): Decision {
  const { answer } = everywhere
  if (isNearlyEqual(everywhere)) return answer
  if (answer.verdict !== 'different') return inside
  const at = Object.entries(answer.witness).map(([name, value]) => `${name} = ${value}`)
  const why = `they differ at ${at.join(', ')}, and whether that counts could not be decided`
  return { verdict: 'unknown', why, ...(inside.cells && { cells: inside.cells }) }
}

/** What is known to be apart, though not on the domain. */
function outsideOf(answer: Answer): { readonly outside?: ExactPoint } {
  const { witness } = answer.verdict === 'different' || answer.verdict === 'domain' ? answer : {}
  return witness === undefined ? {} : { outside: witness }
}

/** Where the digits of a constant explain a difference, that is said. */
function withReason(sides: Sides, { domain }: Question, decision: Decision): Decision {
  if (decision.verdict !== 'different' && decision.verdict !== 'equal-up-to-rounding')
    return decision
  const short = readShortConstants(sides.a, sides.b)
  if (short === undefined) return decision
  const terms = { assumptions: domain.assume, steps: STEPS_FOR_CONSTANTS }
  const { answer } = prove(short.a, short.b, terms)
  if (!['equal', 'null-set', 'domain'].includes(answer.verdict)) return decision
  const because = short.read.join('; ')
  return decision.verdict === 'different'
    ? { ...decision, precision: because }
    : { ...decision, because }
}

function boxOf({ intervals, parameters }: Domain): Box {
  return new Map(
    Object.entries({ ...intervals, ...parameters }).map(([name, [low, high]]) => {
      return [name, [Q.fromNumber(low), Q.fromNumber(high)] as const]
    }),
  )
}
