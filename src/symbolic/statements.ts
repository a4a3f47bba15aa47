import type {
  Directive,
  Expression,
  ForOfStatement,
  ForStatement,
  Statement,
  SwitchStatement,
  VariableDeclaration,
} from '@oxc-project/types'
import { makeClass, makeFunction } from './literals.ts'
import { describe, located } from './located.ts'
import { choose, type End, evaluate, type Place, step } from './machine.ts'
import { NotFollowed } from './not-followed.ts'
import { binary, truthiness } from './operators.ts'
import { assignPattern } from './patterns.ts'
import { declare, functionScope, innerScope } from './scope.ts'
import { UNDEFINED } from './values.ts'

const NEXT: End = { kind: 'next' }

/** Runs statements in order until one leaves. Functions are known from the start. */
export function runStatements(statements: readonly (Statement | Directive)[], place: Place): End {
  hoist(statements, place)
  for (const statement of statements) {
    const end = runOne(statement as Statement, place)
    if (end.kind !== 'next') return end
  }
  return NEXT
}

export function hoist(statements: readonly (Statement | Directive)[], place: Place): void {
  for (const statement of statements) {
    if (statement.type === 'FunctionDeclaration' && statement.id) {
      const value = makeFunction(statement, place)
      declare(place.scope, statement.id.name, { value, constant: true })
    } else if (statement.type === 'ClassDeclaration' && statement.id) {
      declare(place.scope, statement.id.name, { value: undefined, constant: false })
    } else if (statement.type === 'VariableDeclaration' && statement.kind !== 'var') {
      for (const { id } of statement.declarations) {
        if (id.type === 'Identifier') {
          declare(place.scope, id.name, { value: undefined, constant: false })
        }
      }
    }
  }
}

export function runOne(statement: Statement, place: Place): End {
  step(place.machine)
  try {
    return runNode(statement, place)
  } catch (error) {
    throw located(error, statement.start, place)
  }
}

function runNode(statement: Statement, place: Place): End {
  switch (statement.type) {
    case 'ExpressionStatement':
      evaluate(statement.expression, place)
      return NEXT
    case 'VariableDeclaration':
      runDeclaration(statement, place)
      return NEXT
    case 'ClassDeclaration':
      if (statement.id) {
        const value = makeClass(statement, place)
        declare(place.scope, statement.id.name, { value, constant: true })
      }
      return NEXT
    case 'FunctionDeclaration':
    case 'EmptyStatement':
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      return NEXT
    case 'ReturnStatement':
      return {
        kind: 'return',
        value: statement.argument === null ? UNDEFINED : evaluate(statement.argument, place),
      }
    case 'BlockStatement':
      return runStatements(statement.body, { ...place, scope: innerScope(place.scope) })
    case 'IfStatement':
      return runIf(statement, place)
    case 'ForStatement':
      return runFor(statement, place)
    case 'ForOfStatement':
      return runForOf(statement, place)
    case 'WhileStatement':
      return loop(place, () => holdsKnown(statement.test, place), statement.body)
    case 'DoWhileStatement':
      return runDoWhile(statement, place)
    case 'SwitchStatement':
      return runSwitch(statement, place)
    case 'BreakStatement':
    case 'ContinueStatement':
      if (statement.label !== null) throw new NotFollowed('a jump to a label')
      return { kind: statement.type === 'BreakStatement' ? 'break' : 'continue' }
    case 'ThrowStatement':
      throw new NotFollowed('an error that may be thrown')
    case 'TryStatement':
      throw new NotFollowed('`try`')
    default:
      throw new NotFollowed(`${describe(statement.type)} is not followed`)
  }
}

export function runDeclaration(node: VariableDeclaration, place: Place): void {
  if (node.declare) return
  const isVar = node.kind === 'var'
  const scope = isVar ? functionScope(place.scope) : place.scope
  for (const { id, init } of node.declarations) {
    if (isVar && init === null && id.type === 'Identifier' && scope.variables.has(id.name)) continue
    const value = init === null ? UNDEFINED : evaluate(init, place)
    assignPattern(id, value, place, (name, part) => {
      const constant = node.kind !== 'var' && node.kind !== 'let'
      declare(scope, name, { value: part, constant })
    })
  }
}

function runIf(statement: Extract<Statement, { type: 'IfStatement' }>, place: Place): End {
  if (choose(place.machine, truthiness(evaluate(statement.test, place)))) {
    return runOne(statement.consequent, place)
  }
  return statement.alternate === null ? NEXT : runOne(statement.alternate, place)
}

/** A loop must not depend on the input: it would have no fixed number of rounds. */
function holdsKnown(test: Expression, place: Place): boolean {
  const condition = truthiness(evaluate(test, place))
  if (condition.kind !== 'truth')
    throw new NotFollowed('a loop that depends on the input', test.start)
  return condition.value
}

function loop(place: Place, goesOn: () => boolean, body: Statement, after?: () => void): End {
  while (goesOn()) {
    step(place.machine)
    const end = runOne(body, place)
    if (end.kind === 'return') return end
    if (end.kind === 'break') break
    after?.()
  }
  return NEXT
}

/** Each round has variables of its own, as closures see them. */
function runFor(node: ForStatement, outer: Place): End {
  let place: Place = { ...outer, scope: innerScope(outer.scope) }
  if (node.init?.type === 'VariableDeclaration') runDeclaration(node.init, place)
  else if (node.init) evaluate(node.init as Expression, place)
  for (;;) {
    if (node.test !== null && !holdsKnown(node.test, place)) return NEXT
    step(place.machine)
    const end = runOne(node.body, place)
    if (end.kind === 'return') return end
    if (end.kind === 'break') return NEXT
    const scope = innerScope(outer.scope)
    for (const [name, variable] of place.scope.variables) declare(scope, name, { ...variable })
    place = { ...outer, scope }
    if (node.update !== null) evaluate(node.update, place)
  }
}

function runForOf(node: ForOfStatement, place: Place): End {
  const values = evaluate(node.right, place)
  if (values.kind !== 'array' || node.await) {
    throw new NotFollowed('a loop over something that is no array')
  }
  if (node.left.type !== 'VariableDeclaration') throw new NotFollowed('a loop into a variable')
  const [declarator] = node.left.declarations
  if (declarator === undefined) return NEXT
  for (const value of values.items) {
    const round: Place = { ...place, scope: innerScope(place.scope) }
    assignPattern(declarator.id, value, round, (name, part) =>
      declare(round.scope, name, { value: part, constant: false }),
    )
    step(place.machine)
    const end = runOne(node.body, round)
    if (end.kind === 'return') return end
    if (end.kind === 'break') break
  }
  return NEXT
}

function runDoWhile(node: Extract<Statement, { type: 'DoWhileStatement' }>, place: Place): End {
  let first = true
  const goesOn = () => {
    const again = first || holdsKnown(node.test, place)
    first = false
    return again
  }
  return loop(place, goesOn, node.body)
}

function runSwitch(node: SwitchStatement, outer: Place): End {
  const place: Place = { ...outer, scope: innerScope(outer.scope) }
  const value = evaluate(node.discriminant, place)
  const start = node.cases.findIndex(({ test }) => {
    if (test === null) return false
    const same = truthiness(binary('===', value, evaluate(test, place)))
    return choose(place.machine, same)
  })
  const from = start >= 0 ? start : node.cases.findIndex(({ test }) => test === null)
  if (from < 0) return NEXT
  for (const { consequent } of node.cases.slice(from)) {
    const end = runStatements(consequent, place)
    if (end.kind === 'break') return NEXT
    if (end.kind !== 'next') return end
  }
  return NEXT
}
