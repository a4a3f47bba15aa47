import type { Exercise, FunctionSpec } from '../exercise.ts'
import { number, variable } from '../formula/build.ts'
import { differentiate, mentions } from '../formula/differentiate.ts'
import type { Expr } from '../formula/expr.ts'
import { negate, power } from '../formula/simplify.ts'
import type { Candidate } from './candidate.ts'
import { faultyDerivatives } from './faulty-differentiation.ts'
import { formsOf } from './forms.ts'
import { FORMULA_SLIPS } from './formula-slips.ts'
import { GENERIC_NOTES, type GenericNote } from './generic-notes.ts'
import { derivativesOfOutput } from './of-output.ts'
import { rewriteOnce, substitute } from './rewrite.ts'

/** A function, the one that it is the derivative of, and the arguments by their roles. */
interface Subject {
  readonly truth: Expr
  readonly of: Expr | undefined
  readonly variable: string
  readonly arguments: readonly string[]
  readonly defaults: { readonly [parameter: string]: number }
}

/**
 * The generic wrong answers for one scalar function, the most specific first: the right thing
 * done to the wrong object, then one wrong step of differentiation, then one slip in writing.
 */
export function genericMistakes(exercise: Exercise, spec: FunctionSpec): readonly Candidate[] {
  const subject = subjectOf(exercise, spec)
  if (subject === undefined) return []
  const wrong = subject.of === undefined ? wrongValues(subject) : wrongDerivatives(subject)
  return [...wrong, ...parameterIgnored(subject), ...slips(subject), ...xorForPower(subject)]
}

function subjectOf(exercise: Exercise, spec: FunctionSpec): Subject | undefined {
  const of = spec.derivative && exercise.functions[spec.derivative.of]?.formula
  const first = spec.arguments.find((name) => exercise.parameters[name] === undefined)
  const variable = spec.derivative?.in ?? first
  const derived = of && variable !== undefined ? differentiate(of, variable) : undefined
  const truth = spec.formula ?? derived
  if (truth === undefined || variable === undefined) return undefined
  const known = Object.entries(exercise.parameters).map(([name, { default: usual }]) => [
    name,
    usual,
  ])
  return { truth, of, variable, arguments: spec.arguments, defaults: Object.fromEntries(known) }
}

function candidate(note: GenericNote, formula: Expr): Candidate {
  return { note, ...GENERIC_NOTES[note], formula }
}

function wrongDerivatives(subject: Subject): readonly Candidate[] {
  const { truth, of, variable: name } = subject
  if (of === undefined) return []
  const others = subject.arguments.filter((argument) => argument !== name)
  return [
    candidate('equals-function', of),
    candidate('sign', negate(truth)),
    candidate('derivative-at-output', substitute(truth, name, of)),
    ...derivativesOfOutput(of, name).map((formula) => candidate('derivative-of-output', formula)),
    ...others.map((other) => candidate('other-variable', differentiate(of, other))),
    ...swapped(subject),
    ...formsOf(of).flatMap((form) =>
      faultyDerivatives(form, name).map(({ note, formula }) => candidate(note, formula)),
    ),
  ]
}

function wrongValues(subject: Subject): readonly Candidate[] {
  const { truth, variable: name } = subject
  return [
    candidate('derivative-instead', differentiate(truth, name)),
    candidate('sign', negate(truth)),
    candidate('missing-minus', substitute(truth, name, negate(variable(name)))),
    candidate('applied-twice', substitute(truth, name, truth)),
    ...swapped(subject),
  ]
}

function swapped({ truth, arguments: names }: Subject): readonly Candidate[] {
  const [first, second] = names
  if (first === undefined || second === undefined) return []
  const aside = substitute(truth, first, variable('#first'))
  const half = substitute(aside, second, variable(first))
  return [candidate('arguments-swapped', substitute(half, '#first', variable(second)))]
}

/** Values at which people fix a parameter instead of taking the argument. */
const USUAL_VALUES = [0, 1, -1, 0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.5, 1.5, 1.702, 2]

function parameterIgnored({ truth, defaults }: Subject): readonly Candidate[] {
  return Object.entries(defaults)
    .filter(([parameter]) => mentions(truth, parameter))
    .flatMap(([parameter, usual]) =>
      [usual, ...USUAL_VALUES].map((value) =>
        candidate('parameter-ignored', substitute(truth, parameter, number(value))),
      ),
    )
}

function slips({ truth, of, variable: name }: Subject): readonly Candidate[] {
  const derived = of === undefined ? [] : formsOf(of).map((form) => differentiate(form, name))
  const forms = of === undefined ? formsOf(truth) : [...formsOf(truth), ...derived]
  return [
    ...FORMULA_SLIPS.flatMap(({ note, rule }) =>
      forms.flatMap((form) => rewriteOnce(form, rule).map((wrong) => candidate(note, wrong))),
    ),
    candidate('power-added', power(truth, number(2))),
  ]
}

function xorForPower({ truth, of, variable: name }: Subject): readonly Candidate[] {
  const derived = of === undefined ? [] : formsOf(of).map((form) => differentiate(form, name))
  const forms = [...formsOf(truth), ...derived]
  return forms.map((form) => ({ ...candidate('xor-for-power', form), powersAsXor: true }))
}
