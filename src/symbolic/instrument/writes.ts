import { childrenOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { isFunction, part, partIn, parts } from './nodes.ts'

/**
 * What a write to a variable has to be held against: nothing where the function that declares it is
 * the one that is running; else the moment at which that function was called.
 */
type Guard =
  | { readonly kind: 'none' }
  /** A variable of the module, or of nobody. */
  | { readonly kind: 'module' }
  | { readonly kind: 'call'; readonly of: number }
  /** In the default of a parameter, where the moment is not yet known. */
  | { readonly kind: 'parameter' }

export interface Writes {
  /** By the identifier that is written to. */
  readonly guards: ReadonlyMap<SyntaxNode, Guard>
  /** Functions whose variables are written from inside of other functions, with their numbers. */
  readonly written: ReadonlyMap<SyntaxNode, number>
}

/** Resolves every write to a variable by ECMAScript's scopes (13–15 and B.3 do not apply: strict). */
export function writesIn(program: SyntaxNode): Writes {
  const walk = new Walk(program)
  walk.module(program)
  return walk.resolved()
}

/** Code that runs at one moment: a function, a field's initialiser, a static block, the module. */
interface Unit {
  readonly node: SyntaxNode
  /** A generator or async function goes on after it was left. */
  readonly resumes: boolean
}

interface Scope {
  readonly names: ReadonlySet<string>
  readonly parent: Scope | undefined
  readonly unit: Unit
}

interface Write {
  readonly target: SyntaxNode
  readonly scope: Scope
  /** The unit in one of whose branches this stands, that may be tried and left. */
  readonly branchOf: Unit | undefined
  /** Functions in whose parameters this stands. */
  readonly inParametersOf: readonly SyntaxNode[]
}

class Walk {
  readonly #writes: Write[] = []
  readonly #root: Unit
  #inParametersOf: readonly SyntaxNode[] = []
  #branchOf: Unit | undefined

  constructor(program: SyntaxNode) {
    this.#root = { node: program, resumes: false }
  }

  module(program: SyntaxNode): void {
    const body = parts(program, 'body')
    const names = new Set([...importedNames(body), ...hoistedNames(program), ...lexicalNames(body)])
    this.#all(body, { names, parent: undefined, unit: this.#root })
  }

  resolved(): Writes {
    const guards = new Map<SyntaxNode, Guard>()
    const written = new Map<SyntaxNode, number>()
    for (const { target, scope, branchOf, inParametersOf } of this.#writes) {
      const owner = ownerOf(String(target.name), scope)
      if (owner === undefined || owner === this.#root) {
        const isOwn = scope.unit === this.#root && owner !== undefined
        guards.set(target, { kind: isOwn ? 'none' : 'module' })
      } else if (owner === scope.unit && owner !== branchOf && !owner.resumes) {
        guards.set(target, { kind: 'none' })
      } else if (inParametersOf.includes(owner.node) || !isFunction(owner.node)) {
        guards.set(target, { kind: 'parameter' })
      } else {
        const of = written.get(owner.node) ?? written.size
        written.set(owner.node, of)
        guards.set(target, { kind: 'call', of })
      }
    }
    return { guards, written }
  }

  #all(nodes: readonly SyntaxNode[], scope: Scope): void {
    for (const node of nodes) this.#visit(node, scope)
  }

  #visit(node: SyntaxNode, scope: Scope): void {
    if (isFunction(node)) this.#function(node, scope)
    else if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
      this.#class(node, scope)
    } else if (node.type === 'AssignmentExpression') {
      const isShort = node.operator === '&&=' || node.operator === '||='
      this.#asBranch(isShort ? scope.unit : undefined, () => {
        this.#target(part(node, 'left'), scope)
        this.#visit(part(node, 'right'), scope)
      })
    } else if (node.type === 'LogicalExpression' && node.operator !== '??') {
      this.#visit(part(node, 'left'), scope)
      this.#asBranch(scope.unit, () => this.#visit(part(node, 'right'), scope))
    } else if (node.type === 'ConditionalExpression') {
      this.#visit(part(node, 'test'), scope)
      const branches = [part(node, 'consequent'), part(node, 'alternate')]
      this.#asBranch(scope.unit, () => this.#all(branches, scope))
    } else if (node.type === 'UpdateExpression') this.#target(part(node, 'argument'), scope)
    else if (SCOPED.has(node.type)) this.#scoped(node, scope)
    else this.#all(childrenOf(node), scope)
  }

  /** What stands in a branch of a condition may be tried and left again. */
  #asBranch(unit: Unit | undefined, visit: () => void): void {
    const before = this.#branchOf
    this.#branchOf = unit ?? before
    visit()
    this.#branchOf = before
  }

  #function(node: SyntaxNode, outer: Scope): void {
    const unit = { node, resumes: node.generator === true || node.async === true }
    const own = node.type === 'FunctionExpression' ? boundNames(partIn(node, 'id')) : []
    const parent = own.length > 0 ? { names: new Set(own), parent: outer, unit: outer.unit } : outer
    const params = parts(node, 'params')
    const body = part(node, 'body')
    const statements = parts(body, 'body')
    const names = new Set([
      ...params.flatMap(boundNames),
      'arguments',
      ...hoistedNames(body),
      ...lexicalNames(statements),
    ])
    const scope = { names, parent, unit }
    const before = this.#inParametersOf
    this.#inParametersOf = [...before, node]
    this.#all(params, scope)
    this.#inParametersOf = before
    if (body.type === 'BlockStatement') this.#all(statements, scope)
    else this.#visit(body, scope)
  }

  #class(node: SyntaxNode, outer: Scope): void {
    const scope = {
      names: new Set(boundNames(partIn(node, 'id'))),
      parent: outer,
      unit: outer.unit,
    }
    const heritage = partIn(node, 'superClass')
    if (heritage) this.#visit(heritage, scope)
    for (const member of parts(part(node, 'body'), 'body')) {
      if (member.computed === true) this.#visit(part(member, 'key'), scope)
      const value = partIn(member, 'value')
      if (member.type === 'MethodDefinition' && value) this.#visit(value, scope)
      else if (member.type === 'StaticBlock') this.#block(member, unitOf(member, scope))
      else if (value) this.#visit(value, unitOf(member, scope))
    }
  }

  #scoped(node: SyntaxNode, outer: Scope): void {
    if (node.type === 'BlockStatement') this.#block(node, outer)
    else if (node.type === 'SwitchStatement') this.#switch(node, outer)
    else if (node.type === 'CatchClause') this.#catch(node, outer)
    else this.#loop(node, outer)
  }

  #switch(node: SyntaxNode, outer: Scope): void {
    this.#visit(part(node, 'discriminant'), outer)
    const cases = parts(node, 'cases')
    const names = lexicalNames(cases.flatMap((one) => parts(one, 'consequent')))
    this.#all(cases, within(outer, names))
  }

  #catch(node: SyntaxNode, outer: Scope): void {
    const param = partIn(node, 'param')
    const scope = within(outer, boundNames(param))
    if (param) this.#visit(param, scope)
    this.#block(part(node, 'body'), scope)
  }

  #block(node: SyntaxNode, outer: Scope): void {
    const body = parts(node, 'body')
    const hoisted = node.type === 'StaticBlock' ? hoistedNames(node) : []
    this.#all(body, within(outer, [...hoisted, ...lexicalNames(body)]))
  }

  #loop(node: SyntaxNode, outer: Scope): void {
    const head = partIn(node, 'init') ?? partIn(node, 'left')
    const isDeclaration = head?.type === 'VariableDeclaration'
    const scope = within(outer, isDeclaration ? lexicalNames([head]) : [])
    if (node.type !== 'ForStatement' && head && !isDeclaration) this.#target(head, scope)
    this.#all(
      childrenOf(node).filter((child) => child !== node.left || isDeclaration),
      scope,
    )
  }

  /** Names and members of a target that is written to; its defaults and keys are ordinary. */
  #target(node: SyntaxNode, scope: Scope): void {
    switch (node.type) {
      case 'Identifier':
        this.#write(node, scope)
        break
      case 'ParenthesizedExpression':
        this.#target(part(node, 'expression'), scope)
        break
      case 'AssignmentPattern':
        this.#target(part(node, 'left'), scope)
        this.#visit(part(node, 'right'), scope)
        break
      case 'RestElement':
        this.#target(part(node, 'argument'), scope)
        break
      case 'ArrayPattern':
        for (const element of parts(node, 'elements')) this.#target(element, scope)
        break
      case 'ObjectPattern':
        for (const property of parts(node, 'properties')) this.#property(property, scope)
        break
      default:
        this.#visit(node, scope)
    }
  }

  #property(property: SyntaxNode, scope: Scope): void {
    if (property.computed === true) this.#visit(part(property, 'key'), scope)
    this.#target(property.type === 'RestElement' ? property : part(property, 'value'), scope)
  }

  #write(target: SyntaxNode, scope: Scope): void {
    const [branchOf, inParametersOf] = [this.#branchOf, this.#inParametersOf]
    this.#writes.push({ target, scope, branchOf, inParametersOf })
  }
}

const SCOPED = new Set([
  'BlockStatement',
  'SwitchStatement',
  'CatchClause',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
])

function within(parent: Scope, names: readonly string[]): Scope {
  return { names: new Set(names), parent, unit: parent.unit }
}

function unitOf(node: SyntaxNode, parent: Scope): Scope {
  return { names: new Set(), parent, unit: { node, resumes: false } }
}

function ownerOf(name: string, scope: Scope): Unit | undefined {
  let found: Scope | undefined = scope
  while (found !== undefined && !found.names.has(name)) found = found.parent
  return found?.unit
}

/** The names that a pattern binds. */
function boundNames(pattern: SyntaxNode | undefined): string[] {
  switch (pattern?.type) {
    case undefined:
      return []
    case 'Identifier':
      return [String(pattern.name)]
    case 'AssignmentPattern':
      return boundNames(part(pattern, 'left'))
    case 'RestElement':
      return boundNames(part(pattern, 'argument'))
    case 'ArrayPattern':
      return parts(pattern, 'elements').flatMap(boundNames)
    case 'ObjectPattern':
      return parts(pattern, 'properties').flatMap((property) =>
        boundNames(property.type === 'RestElement' ? property : part(property, 'value')),
      )
    default:
      return []
  }
}

/** Names of `var`, at any depth of statements. */
function hoistedNames(node: SyntaxNode): string[] {
  const own =
    node.type === 'VariableDeclaration' && node.kind === 'var'
      ? parts(node, 'declarations').flatMap((one) => boundNames(part(one, 'id')))
      : []
  const below = childrenOf(node).filter(
    (child) => !isFunction(child) && !/^Class|^StaticBlock$/.test(child.type),
  )
  return [...own, ...below.flatMap(hoistedNames)]
}

/** Names that statements declare for the block that they stand in. */
function lexicalNames(statements: readonly SyntaxNode[]): string[] {
  return statements.flatMap((statement) => {
    const node = /^Export/.test(statement.type)
      ? (partIn(statement, 'declaration') ?? statement)
      : statement
    if (node.type === 'VariableDeclaration' && node.kind !== 'var') {
      return parts(node, 'declarations').flatMap((one) => boundNames(part(one, 'id')))
    }
    const isNamed = node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration'
    return isNamed ? boundNames(partIn(node, 'id')) : []
  })
}

function importedNames(body: readonly SyntaxNode[]): string[] {
  return body
    .filter(({ type }) => type === 'ImportDeclaration')
    .flatMap((node) => parts(node, 'specifiers'))
    .flatMap((specifier) => boundNames(part(specifier, 'local')))
}
