import type { Exercise, FunctionSpec } from '../exercise.ts'
import { number, variable } from '../formula/build.ts'
import { differentiate } from '../formula/differentiate.ts'
import type { Expr } from '../formula/expr.ts'
import { negate, power } from '../formula/simplify.ts'
import type { Candidate } from './candidate.ts'
import { faultyDerivatives } from './faulty-differentiation.ts'
import { formsOf } from './forms.ts'
import { exchangedBranches, exchangedSides, FORMULA_SLIPS } from './formula-slips.ts'
import { GENERIC_NOTES, type GenericNote } from './generic-notes.ts'
import { derivativesByOutput, derivativesOfOutput, rulesOfOthers } from './of-output.ts'
import { otherDefinitions, otherFunctions } from './other-definitions.ts'
import { type Rule, rewriteOnce, substitute, substituteInTests } from './rewrite.ts'

/** A function, the one that it is the derivative of, and the arguments by their roles. */
export interface Subject {
  readonly truth: Expr
  readonly of: Expr | undefined
  readonly variable: string
  readonly arguments: readonly string[]
}

/** The right thing done to the wrong object: what explains most. */
export function misapplied(exercise: Exercise, spec: FunctionSpec): readonly Candidate[] {
  const subject = subjectOf(exercise, spec)
  return subject === undefined ? [] : misappliedTo(subject)
}

export function misappliedTo(subject: Subject): readonly Candidate[] {
  return subject.of === undefined ? wrongValues(subject) : wrongDerivatives(subject)
}

/** Another definition, one wrong step of differentiation, one slip in writing, another function. */
export function slipped(exercise: Exercise, spec: FunctionSpec): readonly Candidate[] {
  const subject = subjectOf(exercise, spec)
  return subject === undefined ? [] : slippedFrom(subject)
}

export function slippedFrom(subject: Subject): readonly Candidate[] {
  return [
    ...definitions(subject),
    ...wrongSteps(subject),
    ...slips(subject),
    ...xorForPower(subject),
    ...functions(subject),
  ]
}

/** The formulas that a parameter may be fixed in: the right one, and with its branches exchanged. */
export function formulasToFix(exercise: Exercise, spec: FunctionSpec): readonly Expr[] {
  const subject = subjectOf(exercise, spec)
  if (subject === undefined) return []
  const forms = subject.of === undefined ? formsOf(subject.truth) : [subject.truth]
  const exchanged = forms.flatMap((form) => rewriteOnce(form, exchangedBranches))
  return [subject.truth, ...exchanged]
}

function subjectOf(exercise: Exercise, spec: FunctionSpec): Subject | undefined {
  const of = spec.derivative && exercise.functions[spec.derivative.of]?.formula
  const first = spec.arguments.find((name) => exercise.parameters[name] === undefined)
  const variable = spec.derivative?.in ?? first
  const derived = of && variable !== undefined ? differentiate(of, variable) : undefined
  const truth = spec.formula ?? derived
  if (truth === undefined || variable === undefined) return undefined
  return { truth, of, variable, arguments: spec.arguments }
}

function candidate(note: GenericNote, formula: Expr, title?: string): Candidate {
  return { note, ...GENERIC_NOTES[note], ...(title !== undefined && { title }), formula }
}

function wrongDerivatives(subject: Subject): readonly Candidate[] {
  const { truth, of, variable: name } = subject
  if (of === undefined) return []
  const others = subject.arguments.filter((argument) => argument !== name)
  return [
    candidate('equals-function', of),
    candidate('sign', negate(truth)),
    candidate('derivative-at-output', substitute(truth, name, of)),
    ...masksFromOutput(subject).map((formula) => candidate('mask-from-output', formula)),
    ...derivativesOfOutput(of, name).map((formula) => candidate('derivative-of-output', formula)),
    ...others.map((other) => candidate('other-variable', differentiate(of, other))),
    ...swapped(subject),
    ...otherRules(subject),
  ]
}

function wrongSteps({ of, variable: name }: Subject): readonly Candidate[] {
  const forms = of === undefined ? [] : formsOf(of)
  return forms.flatMap((form) =>
    faultyDerivatives(form, name).map(({ note, formula }) => candidate(note, formula)),
  )
}

/** The truth, with the output of the function in place of the input wherever a branch is chosen. */
function masksFromOutput({
  truth,
  of,
  variable: name,
  arguments: names,
}: Subject): readonly Expr[] {
  if (of === undefined) return []
  const input = names[0] ?? name
  return formsOf(truth).map((form) => substituteInTests(form, input, of))
}

function wrongValues(subject: Subject): readonly Candidate[] {
  const { truth, variable: name } = subject
  return [
    candidate('derivative-instead', differentiate(truth, name)),
    candidate('sign', negate(truth)),
    candidate('opposite-input', substitute(truth, name, negate(variable(name)))),
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

/** What else goes by the function's name, or the derivative of that. */
function definitions({ truth, of, variable: name }: Subject): readonly Candidate[] {
  return otherDefinitions(of ?? truth, name).map(({ title, formula }) =>
    of === undefined
      ? candidate('other-definition', formula, title)
      : candidate('other-definition', differentiate(formula, name), `the derivative of ${title}`),
  )
}

/** Another function altogether, or its derivative. */
function functions({ truth, of, variable: name, arguments: names }: Subject): readonly Candidate[] {
  // What is asked for in a parameter is no function of the input alone.
  if (name !== names[0]) return []
  const others = otherFunctions(of ?? truth, name)
  const themselves = others.map(({ formula, title }) =>
    candidate('another-function', formula, `the function ${title}`),
  )
  if (of === undefined) return themselves
  const slopes = others.map(({ formula, title }) =>
    candidate('another-function', differentiate(formula, name), `the derivative of ${title}`),
  )
  return [...slopes, ...themselves]
}

/** The rules of other functions for a derivative by the output. */
function otherRules({ of, variable: name, arguments: names }: Subject): readonly Candidate[] {
  if (of === undefined || name !== names[0]) return []
  return rulesOfOthers(of, name).map(({ rule, formula }) =>
    candidate(
      'rule-of-another-function',
      formula,
      `the rule of ${rule} for a derivative by the output`,
    ),
  )
}

function slips({ truth, of, variable: name, arguments: names }: Subject): readonly Candidate[] {
  const derived = of === undefined ? [] : formsOf(of).map((form) => differentiate(form, name))
  const byOutput = of === undefined ? [] : derivativesByOutput(of, name)
  const forms = of === undefined ? formsOf(truth) : [...formsOf(truth), ...derived, ...byOutput]
  return [
    ...FORMULA_SLIPS.flatMap(({ note, rule }) =>
      forms.flatMap((form) => rewriteOnce(form, rule).map((wrong) => candidate(note, wrong))),
    ),
    ...names
      .filter((other) => other !== name)
      .flatMap((other) => {
        const note = other === names[0] ? 'one-for-input' : 'one-for-constant'
        const wrong = forms.flatMap((form) => rewriteOnce(form, onesFor(other)))
        return wrong.map((formula) => candidate(note, formula))
      }),
    candidate('power-added', power(truth, number(2))),
    ...forms.flatMap(exchangedSides).map((wrong) => candidate('wrong-branch', wrong)),
  ]
}

function onesFor(name: string): Rule {
  return (expr) => (expr.kind === 'variable' && expr.name === name ? [number(1)] : [])
}

function xorForPower({ truth, of, variable: name }: Subject): readonly Candidate[] {
  const derived = of === undefined ? [] : formsOf(of).map((form) => differentiate(form, name))
  const forms = [...formsOf(truth), ...derived]
  return forms.map((form) => ({ ...candidate('xor-for-power', form), powersAsXor: true }))
}
