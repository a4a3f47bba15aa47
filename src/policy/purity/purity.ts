import type { ModuleGraph } from '../../source/module-graph.ts'
import { boundNames, declarationIn, isFunction } from '../../source/names.ts'
import { asNode, depthOf, isNode, nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare } from '../expression.ts'
import { kindOfExpression } from './expressions.ts'
import { called } from './functions.ts'
import { type Kind, OTHER, PLAIN } from './kinds.ts'
import { Scope } from './scopes.ts'
import { runStatement } from './statements.ts'
import { Walk } from './walk.ts'

/** What is nested deeper is nobody's hand. */
const DEEPEST = 150
/** What takes longer to understand is not understood: most programs take three turns. */
const MOST_TURNS = 24

class Program extends Walk {
  /** What stands where in this turn. */
  #kinds = new Map<SyntaxNode, Kind>()

  /** An expression is gone through once a turn, however many ask: else what is nested takes twice as long for each level. */
  override kindOf(node: unknown, scope: Scope): Kind {
    const inner = bare(node)
    if (inner === undefined) return PLAIN
    const kind = this.#kinds.get(inner) ?? kindOfExpression(this, inner, scope)
    this.#kinds.set(inner, kind)
    return kind
  }

  startTurn(): void {
    this.learnt = false
    this.#kinds = new Map()
  }

  override run(statement: unknown, scope: Scope): void {
    if (isNode(statement)) runStatement(this, statement, scope)
  }
}

/** A function, and what it is called with. */
export interface Calls {
  readonly name: string
  readonly given: readonly Kind[]
}

/**
 * Whether no call of a function, with such arguments, can leave anything behind that another call
 * could find: neither in variables or objects that outlive it, nor in its arguments, nor in what all
 * programs share. A proof by abstract interpretation; whatever it does not understand is not proven.
 */
export function isProvenPure({ modules, commonJs }: ModuleGraph, calls: Calls): boolean {
  const [module, ...others] = modules
  if (module === undefined || others.length > 0 || commonJs) return false
  return whyNotPure(asNode(module.parsed.program), calls) === undefined
}

/** The first part of a program that is not understood, or keeps something; undefined where it is pure. */
export function whyNotPure(program: SyntaxNode, calls: Calls): SyntaxNode | undefined {
  if (depthOf(program, DEEPEST).depth > DEEPEST) return program
  // Who is given a name of something built in may come upon it.
  if (calls.given.some((kind) => (kind & OTHER) !== 0)) return program
  const walk = new Program()
  const outer = new Scope()
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    walk.startTurn()
    walk.run(program, outer)
    const scope = walk.scopeOf(program, () => outer)
    for (const made of functionsOf(program, calls.name, scope)) called(walk, made, calls.given)
    if (walk.refused || !walk.learnt) return walk.refused
  }
  return program
}

/** The function that goes by a name among others; all that it could be where none is exported by it. */
function functionsOf(program: SyntaxNode, name: string, scope: Scope): SyntaxNode[] {
  const all = [...exportsOf(program), ...membersOf(program)]
  const named = all.filter(([exported]) => exported === name)
  const found = named.length > 0 ? named : all
  return found.flatMap(([, is]) => (typeof is === 'string' ? (scope.find(is)?.made ?? []) : is))
}

type Exported = readonly [name: string, is: string | SyntaxNode]

/** The functions of the object that a module exports without a name. */
function membersOf(program: SyntaxNode): Exported[] {
  const exported = (program.body as SyntaxNode[]).filter(
    ({ type }) => type === 'ExportDefaultDeclaration',
  )
  const objects = exported.map(({ declaration }) => bare(declaration))
  const properties = objects.flatMap((one) => (one?.properties ?? []) as SyntaxNode[])
  return properties.flatMap(({ key, value }) => {
    const made = bare(value)
    return made !== undefined && isFunction(made) ? [[nameOf(key) ?? '', made]] : []
  })
}

/** The module's own names of what it exports, by the names that others know. */
function exportsOf(program: SyntaxNode): Exported[] {
  const exported = (program.body as SyntaxNode[]).filter(({ type }) => /^Export/.test(type))
  return exported.flatMap((statement) => [
    ...namesIn(declarationIn(statement)).map((name) => [name, name] as const),
    ...((statement.specifiers ?? []) as SyntaxNode[]).map(
      (one) => [nameOf(one.exported) ?? '', nameOf(one.local) ?? ''] as const,
    ),
  ])
}

function namesIn(declaration: SyntaxNode): string[] {
  if (declaration.type === 'Identifier') return [String(declaration.name)]
  if (declaration.type === 'FunctionDeclaration') return [nameOf(declaration.id) ?? 'default']
  const declarations = (declaration.declarations ?? []) as SyntaxNode[]
  return declarations.flatMap(({ id }) => boundNames(id))
}
