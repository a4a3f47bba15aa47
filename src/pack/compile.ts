import type { TSFunctionType } from '@oxc-project/types'
import type { CheckDefinition } from '../checks/define-check.ts'
import { checkKinds, isCheckKind } from '../checks/index.ts'
import type { CheckSpec, Exercise, FunctionSpec, KinkSpec, MistakeSpec } from '../exercise.ts'
import type { Condition, Expr } from '../formula/expr.ts'
import { parseAssumption, parseFormula } from '../source/parse-formula.ts'
import { parseTypeScript } from '../source/parse-typescript.ts'
import { didYouMean } from '../text/near-names.ts'
import { type CheckSource, checkOptions, type ExerciseSource } from './schema.ts'
import type { SpecPath } from './spec-positions.ts'

/** A defect of a spec, at a path of the YAML document; the loader turns it into file, line and column. */
export interface SpecDefect {
  readonly path: SpecPath
  readonly message: string
}

export interface Compiled {
  readonly exercise: Exercise
  readonly defects: readonly SpecDefect[]
}

/** A validated spec → an exercise with its formulas parsed. Collects every defect instead of stopping at the first. */
export function compileExercise(
  source: ExerciseSource,
  files: Pick<Exercise, 'folder' | 'references' | 'sha256'>,
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
    checks: source.checks.map((check) => compileCheck(check)),
    mistakes: source.mistakes.map((mistake, index) =>
      compileMistake(mistake, functions[mistake.function], ['mistakes', index], defects),
    ),
    equivalents: source.equivalents,
    hints: source.hints,
    ...files,
  }
  defects.push(...crossReferences(source, exercise))
  return { exercise, defects }
}

function compileParameters(source: ExerciseSource, defects: SpecDefect[]): Exercise['parameters'] {
  const entries = Object.entries(source.parameters).map(([name, spec]) => {
    const assume = spec.assume.flatMap((text, index): Condition[] => {
      try {
        return [parseAssumption(text)]
      } catch (error) {
        const path = ['parameters', name, 'assume', index]
        defects.push({ path, message: (error as Error).message })
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
      message: `"${spec.signature}" is not a function type such as "(x: number) => number"`,
    })
  }
  const names = signature?.names ?? []
  const formula = compileFormula(spec.formula, names, [...path, 'formula'], defects)
  if (spec.derivative && !source.functions[spec.derivative.of]?.formula) {
    defects.push({
      path: [...path, 'derivative', 'of'],
      message: `no function "${spec.derivative.of}" with a formula in this exercise`,
    })
  }
  return {
    name,
    signature: spec.signature,
    summary: spec.summary,
    arguments: names,
    shape: signature?.scalar === false ? 'structured' : 'scalar',
    ...(formula && { formula, formulaText: spec.formula ?? '' }),
    ...(spec.derivative && { derivative: spec.derivative }),
    kinks: spec.kinks.map(compileKink),
  }
}

function compileKink(kink: ExerciseSource['functions'][string]['kinks'][number]): KinkSpec {
  const { at, accept } = kink
  if (typeof accept === 'number') return { at, accept: { kind: 'value', value: accept } }
  return { at, accept: { kind: 'between', orNaN: accept === 'between-or-nan' } }
}

function compileCheck(source: CheckSource): CheckSpec {
  const target = source.function ?? 'file'
  return {
    id: source.id ?? `${target.toLowerCase()}-${source.kind}`,
    kind: source.kind,
    ...(source.function !== undefined && { function: source.function }),
    title: source.title ?? `${source.function ?? 'the file'}: ${source.kind}`,
    points: Math.round(source.points * 100),
    after: source.after,
    partial: source.partial,
    severity: source.severity ?? defaultSeverity(source.kind),
    ...(source.visibility && { visibility: source.visibility }),
    options: checkOptions(source),
  }
}

function defaultSeverity(kind: string): CheckSpec['severity'] {
  return (isCheckKind(kind) && (checkKinds[kind] as CheckDefinition).defaultSeverity) || 'error'
}

function compileMistake(
  source: ExerciseSource['mistakes'][number],
  target: FunctionSpec | undefined,
  path: SpecPath,
  defects: SpecDefect[],
): MistakeSpec {
  const { note, title, hint } = source
  const formula = compileFormula(
    source.formula,
    target?.arguments ?? [],
    [...path, 'formula'],
    defects,
  )
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
    const known = names.length > 0 ? names.join(', ') : 'none'
    defects.push({ path, message: `"${stranger}" is not an argument of the function (${known})` })
  } catch (error) {
    defects.push({ path, message: (error as Error).message })
  }
  return undefined
}

/** The free variables of a formula, without duplicates, found in its data whatever its kinds. */
function variablesOf(formula: Expr): string[] {
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

/** Names in a spec that must name something else in it. */
function crossReferences(source: ExerciseSource, exercise: Exercise): SpecDefect[] {
  const ids = exercise.checks.map((check) => check.id)
  const functions = Object.keys(exercise.functions)
  const unknownFunction = (name: string | undefined, path: SpecPath): SpecDefect[] =>
    name === undefined || functions.includes(name)
      ? []
      : [{ path, message: `no function "${name}" here; there are: ${functions.join(', ')}` }]
  return [
    ...source.checks.flatMap((check, index) => [
      ...unknownFunction(check.function, ['checks', index, 'function']),
      ...check.after
        .filter((id) => !ids.includes(id))
        .map((id) => ({ path: ['checks', index, 'after'], message: `no check "${id}" here` })),
    ]),
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => ({ path: ['checks'], message: `two checks have the id "${id}"` })),
    ...source.checks.flatMap((check, index) => unknownReference(check, index, exercise)),
    ...source.mistakes.flatMap((mistake, index) =>
      unknownFunction(mistake.function, ['mistakes', index, 'function']),
    ),
  ]
}

/** A check that names a reference must find it among the exports of `reference.ts`. */
function unknownReference(source: CheckSource, index: number, exercise: Exercise): SpecDefect[] {
  const { reference } = checkOptions(source)
  if (typeof reference !== 'string') return []
  const path = ['checks', index, 'reference']
  const names = exercise.references?.names
  if (names === undefined) {
    return [{ path, message: `there is no reference.ts beside this file to export "${reference}"` }]
  }
  if (names.includes(reference)) return []
  const advice = didYouMean(reference, names) ?? `It exports ${names.join(', ') || 'nothing'}.`
  return [{ path, message: `reference.ts exports no "${reference}". ${advice}` }]
}
