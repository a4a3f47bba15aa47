import type { TSFunctionType } from '@oxc-project/types'
import type { CheckKinds } from '../checks/define-check.ts'
import { checkKinds, isCheckKind } from '../checks/index.ts'
import type { CheckSpec, Exercise, FunctionSpec, KinkSpec, MistakeSpec } from '../exercise.ts'
import type { Condition, Expr } from '../formula/expr.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { parseAssumption, parseFormula } from '../source/parse-formula.ts'
import { parseTypeScript } from '../source/parse-typescript.ts'
import { didYouMean, nearNames } from '../text/near-names.ts'
import { contradictionsIn } from './contradictions/contradictions.ts'
import { type Missing, NOTHING_MISSING } from './contradictions/specified.ts'
import type { SpecDefect } from './defect.ts'
import { ACCEPTANCES, type CheckSource, checkOptions, type ExerciseSource } from './schema.ts'
import type { SpecPath } from './spec-positions.ts'

export interface Compiled {
  readonly exercise: Exercise
  readonly defects: readonly SpecDefect[]
}

interface Surroundings extends Pick<Exercise, 'folder' | 'references' | 'sha256'> {
  readonly kinds?: CheckKinds
  readonly missing?: Missing
}

/** A validated spec → an exercise with its formulas parsed. Collects every defect instead of stopping at the first. */
export function compileExercise(
  source: ExerciseSource,
  { kinds = checkKinds, missing = NOTHING_MISSING, ...files }: Surroundings,
): Compiled {
  const defects: SpecDefect[] = []
  const functions = Object.fromEntries(
    Object.entries(source.functions).map(([name, spec]) => [
      name,
      compileFunction(source, name, spec, defects),
    ]),
  )
  const exercise: Exercise = {
    id: source.id,
    aliases: source.aliases,
    title: source.title,
    source: source.source,
    domain: source.domain,
    parameters: compileParameters(source, defects),
    functions,
    checks: source.checks.map((check) => compileCheck(check, kinds)),
    mistakes: source.mistakes.map((mistake, index) =>
      compileMistake(mistake, functions[mistake.function], ['mistakes', index], defects),
    ),
    equivalents: source.equivalents,
    hints: source.hints,
    ...((!source.solutions.shown || Object.keys(source.solutions.teaches).length > 0) && {
      solutions: source.solutions,
    }),
    ...(Object.keys(source.translations).length > 0 && {
      translations: source.translations as NonNullable<Exercise['translations']>,
    }),
    ...files,
  }
  defects.push(...contradictionsIn({ source, exercise, kinds, missing }))
  if (!missing.parts.has('references')) {
    defects.push(
      ...source.checks.flatMap((check, index) => unknownReference(check, index, exercise)),
    )
  }
  return { exercise, defects }
}

/** A formula's fault, where it stands in the text. */
function formulaDefect(error: unknown, path: SpecPath): SpecDefect {
  if (!(error instanceof FormulaError)) throw error
  return { path, message: error.message, advice: error.advice ?? FORMULAS, offset: error.offset }
}

const FORMULAS = 'a formula is a TypeScript expression of its arguments, such as 1 - tanh(x) ** 2'

function compileParameters(source: ExerciseSource, defects: SpecDefect[]): Exercise['parameters'] {
  const entries = Object.entries(source.parameters).map(([name, spec]) => {
    const assume = spec.assume.flatMap((text, index): Condition[] => {
      try {
        return [parseAssumption(text)]
      } catch (error) {
        defects.push(formulaDefect(error, ['parameters', name, 'assume', index]))
        return []
      }
    })
    return [name, { values: spec.values, default: spec.default, assume }] as const
  })
  return Object.fromEntries(entries)
}

function compileFunction(
  source: ExerciseSource,
  name: string,
  spec: ExerciseSource['functions'][string],
  defects: SpecDefect[],
): FunctionSpec {
  const path = ['functions', name]
  const signature = readSignature(spec.signature)
  if (!signature) {
    defects.push({
      path: [...path, 'signature'],
      message: `"${spec.signature}" is not a function type`,
      advice: 'write one such as (x: number) => number, without defaults and destructuring',
    })
  }
  // A formula may say anything of arguments that are not known.
  const names = signature?.names ?? []
  const formula = signature && compileFormula(spec.formula, names, [...path, 'formula'], defects)
  return {
    name,
    signature: spec.signature,
    summary: spec.summary,
    arguments: names,
    shape: signature?.scalar === false ? 'structured' : 'scalar',
    ...(formula && { formula, formulaText: spec.formula ?? '' }),
    ...(spec.holds !== undefined && compileHolds(spec.holds, names, [...path, 'holds'], defects)),
    ...(spec.derivative && { derivative: spec.derivative }),
    kinks: spec.kinks.map((kink, index) =>
      compileKink(
        kink,
        names.filter((one) => source.parameters[one] !== undefined),
        [...path, 'kinks', index],
        defects,
      ),
    ),
  }
}

function compileHolds(
  text: string,
  names: readonly string[],
  path: SpecPath,
  defects: SpecDefect[],
): Pick<FunctionSpec, 'holds'> {
  try {
    const holds = parseAssumption(text)
    const stranger = variablesOf(holds).find((name) => !names.includes(name))
    if (stranger === undefined) return { holds }
    defects.push(strangerDefect(text, stranger, names, path))
  } catch (error) {
    defects.push(formulaDefect(error, path))
  }
  return {}
}

function compileKink(
  { at: place, accept }: ExerciseSource['functions'][string]['kinks'][number],
  names: readonly string[],
  path: SpecPath,
  defects: SpecDefect[],
): KinkSpec {
  const at =
    typeof place === 'number'
      ? place
      : (compileFormula(place, names, [...path, 'at'], defects) ?? Number.NaN)
  return { at, accept: compileAcceptance(accept, names, [...path, 'accept'], defects) }
}

function compileAcceptance(
  accept: ExerciseSource['functions'][string]['kinks'][number]['accept'],
  names: readonly string[],
  path: SpecPath,
  defects: SpecDefect[],
): KinkSpec['accept'] {
  if (typeof accept === 'number') return { kind: 'value', value: accept }
  switch (accept) {
    case 'between':
    case 'between-or-nan':
      return { kind: 'between', orNaN: accept === 'between-or-nan' }
    case 'nan':
    case 'anything':
      return { kind: accept }
  }
  if (/^[a-z-]+$/i.test(accept) && !isDifference(accept, names)) {
    const message = `"${accept}" is none of ${ACCEPTANCES.join(', ')}, and no formula of the parameters`
    const [meant] = nearWords(accept)
    const advice = meant
      ? `Did you mean "${meant}"?`
      : 'write one of the words, a number or a formula'
    defects.push({ path, message, advice })
    return { kind: 'anything' }
  }
  const value = compileFormula(accept, names, path, defects)
  return value === undefined ? { kind: 'anything' } : { kind: 'value', value }
}

/** `alpha`, `-alpha` and `delta-alpha` are formulas, though they look like words. */
function isDifference(text: string, names: readonly string[]): boolean {
  const known = new Set([...names, 'pi', 'e', ''])
  return text.split('-').every((name) => known.has(name))
}

function nearWords(word: string): readonly string[] {
  return word === 'NaN' ? ['nan'] : nearNames(word, ACCEPTANCES)
}

function compileCheck(source: CheckSource, kinds: CheckKinds): CheckSpec {
  const target = source.function ?? 'file'
  const own = isCheckKind(source.kind) ? undefined : kinds[source.kind]?.points
  return {
    id: source.id ?? `${target.toLowerCase()}-${source.kind}`,
    kind: source.kind,
    ...(source.function !== undefined && { function: source.function }),
    title: source.title ?? `${source.function ?? 'the file'}: ${source.kind}`,
    points: Math.round(source.points * 100),
    after: source.after,
    partial: source.partial ?? 'none',
    severity: source.severity ?? kinds[source.kind]?.defaultSeverity ?? 'error',
    ...(source.visibility && { visibility: source.visibility }),
    ...(own && { judges: own }),
    options: checkOptions(source),
  }
}

function compileMistake(
  source: ExerciseSource['mistakes'][number],
  target: FunctionSpec | undefined,
  path: SpecPath,
  defects: SpecDefect[],
): MistakeSpec {
  const { note, title, hint } = source
  const formula =
    target && compileFormula(source.formula, target.arguments, [...path, 'formula'], defects)
  return {
    note,
    function: source.function,
    title,
    hint,
    ...(formula && { formula, formulaText: source.formula ?? '' }),
  }
}

function compileFormula(
  text: string | undefined,
  names: readonly string[],
  path: SpecPath,
  defects: SpecDefect[],
): Expr | undefined {
  if (text === undefined) return undefined
  try {
    const formula = parseFormula(text)
    const stranger = variablesOf(formula).find((name) => !names.includes(name))
    if (stranger === undefined) return formula
    defects.push(strangerDefect(text, stranger, names, path))
  } catch (error) {
    defects.push(formulaDefect(error, path))
  }
  return undefined
}

function strangerDefect(
  text: string,
  stranger: string,
  names: readonly string[],
  path: SpecPath,
): SpecDefect {
  const message = `"${stranger}" is not an argument of the function`
  const known = `its arguments are ${names.join(', ') || 'none'}`
  const advice = didYouMean(stranger, names) ?? known
  return { path, message, advice, offset: Math.max(0, text.search(wordOf(stranger))) }
}

function wordOf(name: string): RegExp {
  return new RegExp(`(?<![\\w$.])${name.replace(/\$/g, '\\$')}(?![\\w$])`)
}

/** The free variables of a formula, without duplicates, found in its data whatever its kinds. */
function variablesOf(formula: Expr | Condition): string[] {
  const names = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('kind' in node && node.kind === 'variable')
      names.add((node as unknown as { name: string }).name)
    for (const child of Object.values(node)) visit(child)
  }
  visit(formula)
  return [...names]
}

/** Argument names of a TypeScript function type, and whether it maps numbers to a number. */
function readSignature(text: string): { names: string[]; scalar: boolean } | undefined {
  const { program, errors } = parseTypeScript(`type F = ${text}`)
  const [statement] = program.body
  if (errors.length > 0 || statement?.type !== 'TSTypeAliasDeclaration') return undefined
  const type = statement.typeAnnotation
  if (type.type !== 'TSFunctionType') return undefined
  const parameters = type.params.filter((parameter) => parameter.type === 'Identifier')
  if (parameters.length !== type.params.length) return undefined
  return { names: parameters.map((parameter) => parameter.name), scalar: isScalar(type) }
}

function isScalar(type: TSFunctionType): boolean {
  const types = type.params.map((parameter) =>
    parameter.type === 'Identifier' ? parameter.typeAnnotation : undefined,
  )
  return (
    types.length > 0 &&
    [...types, type.returnType].every(
      (annotation) => annotation?.typeAnnotation.type === 'TSNumberKeyword',
    )
  )
}

/** A check that names a reference must find it among the exports of `reference.ts`. */
function unknownReference(source: CheckSource, index: number, exercise: Exercise): SpecDefect[] {
  const { reference } = checkOptions(source)
  if (typeof reference !== 'string') return []
  const path = ['checks', index, 'reference']
  const names = exercise.references?.names
  if (names === undefined) {
    const message = `there is no reference.ts beside this file to export "${reference}"`
    return [{ path, message, advice: 'write one: docs/authoring.md shows how' }]
  }
  if (names.includes(reference)) return []
  const advice = didYouMean(reference, names) ?? `it exports ${names.join(', ') || 'nothing'}`
  return [{ path, message: `reference.ts exports no "${reference}"`, advice }]
}
