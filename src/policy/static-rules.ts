import type { PolicyRule } from '../session.ts'
import { isNode, nameOf, type SyntaxNode } from '../source/syntax-tree.ts'
import { nestedCalls } from './nested-calls.ts'
import { descendants, type Offence } from './offence.ts'
import type { UsedSource } from './used-source.ts'

type Rows = {
  readonly [R in PolicyRule['rule']]: (
    rule: Extract<PolicyRule, { rule: R }>,
    used: readonly UsedSource[],
  ) => Offence[]
}

/** What each rule finds in the source that a function uses. */
const ROWS: Rows = {
  'no-math': (rule, used) => mathUses(used).filter(({ name }) => isForbiddenMath(rule, name ?? '')),
  'no-use': ({ names }, used) =>
    eachNode(used, (node) => {
      const name = node.type === 'Identifier' ? nameOf(node) : undefined
      return name !== undefined && names.includes(name) ? `${name} is not allowed here` : undefined
    }),
  // Whether a demand is met is decided where the function also runs.
  'must-use': () => [],
  'no-nesting': (_rule, used) => nestedCalls(used),
  'no-recursion': (_rule, used) => recursions(used),
  'no-loops': (_rule, used) => eachNode(used, loopIn),
  'no-operators': ({ operators }, used) =>
    eachNode(used, (node) =>
      typeof node.operator === 'string' &&
      operators.includes(node.operator.replace(/(?<=[*+/-])=$/, ''))
        ? `the operator ${node.operator} is not allowed here`
        : undefined,
    ),
}

export function staticOffences(rule: PolicyRule, used: readonly UsedSource[]): Offence[] {
  const row = ROWS[rule.rule] as (rule: PolicyRule, used: readonly UsedSource[]) => Offence[]
  const offences = row(rule, used)
  // A node inside two declarations, such as a method of an object, offends once.
  return offences.filter((one, i) => offences.findIndex(({ node }) => node === one.node) === i)
}

export function isForbiddenMath(
  rule: Extract<PolicyRule, { rule: 'no-math' }>,
  name: string,
): boolean {
  if (rule.deny) return rule.deny.includes(name)
  return rule.allow === undefined || !rule.allow.includes(name)
}

/** Every name of Math that the source reads: `Math.tanh`, `Math['ta' + 'nh']`, `const { tanh } = Math`. */
export function mathUses(used: readonly UsedSource[]): Offence[] {
  return used.flatMap((source) =>
    nodesOf(source).flatMap((node) =>
      mathNames(node).map((name) => ({
        node,
        module: source.module,
        name,
        message: `Math.${name} is not allowed here`,
      })),
    ),
  )
}

function mathNames(node: SyntaxNode): string[] {
  if (node.type === 'MemberExpression' && isMath(node.object)) {
    const property = node.computed === true ? constantText(node.property) : nameOf(node.property)
    return property === undefined ? [] : [property]
  }
  if (node.type !== 'VariableDeclarator' || !isMath(node.init)) return []
  const pattern = node.id as SyntaxNode
  const properties = Array.isArray(pattern.properties) ? pattern.properties.filter(isNode) : []
  return properties.map(({ key }) => nameOf(key) ?? '').filter(Boolean)
}

function isMath(node: unknown): boolean {
  if (!isNode(node)) return false
  if (node.type === 'MemberExpression') return nameOf(node.property) === 'Math'
  return node.type === 'ParenthesizedExpression' ? isMath(node.expression) : nameOf(node) === 'Math'
}

/** The text of a string expression of literals alone. */
function constantText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined
  const left = constantText(node.left)
  const right = constantText(node.right)
  return left === undefined || right === undefined ? undefined : left + right
}

const LOOPS = new Set([
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
])
const LOOPING = new Set([
  'forEach',
  'map',
  'reduce',
  'reduceRight',
  'filter',
  'some',
  'every',
  'find',
  'findIndex',
  'flatMap',
])

function loopIn(node: SyntaxNode): string | undefined {
  if (LOOPS.has(node.type)) return 'loops are not allowed here'
  if (node.type !== 'CallExpression') return undefined
  const callee = node.callee as SyntaxNode
  const method = callee.type === 'MemberExpression' ? nameOf(callee.property) : undefined
  return method && LOOPING.has(method)
    ? `.${method}() is a loop, and loops are not allowed here`
    : undefined
}

/** Declarations that reach themselves through what they mention. */
function recursions(used: readonly UsedSource[]): Offence[] {
  const functions = used.filter(
    ({ node }) => node.type !== 'ExportSpecifier' && node.type !== 'ImportSpecifier',
  )
  return functions
    .filter((source) => callsItself(source, functions))
    .map(({ node, module, name }) => ({ node, module, message: `${name} calls itself` }))
}

function callsItself(source: UsedSource, functions: readonly UsedSource[]): boolean {
  const seen = new Set<UsedSource>()
  const waiting = [source]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const called = calledNames(next.node)
    if (called.has(source.name)) return true
    for (const other of functions) {
      if (called.has(other.name) && !seen.has(other)) {
        seen.add(other)
        waiting.push(other)
      }
    }
  }
  return false
}

function calledNames(node: SyntaxNode): Set<string> {
  const names = new Set<string>()
  for (const inner of [node, ...descendants(node)]) {
    if (inner.type !== 'CallExpression') continue
    const callee = inner.callee as SyntaxNode
    const isMathCall = callee.type === 'MemberExpression' && isMath(callee.object)
    const name = nameOf(callee.type === 'MemberExpression' ? callee.property : callee)
    if (name !== undefined && !isMathCall) names.add(name)
  }
  return names
}

function eachNode(
  used: readonly UsedSource[],
  ask: (node: SyntaxNode) => string | undefined,
): Offence[] {
  return used.flatMap((source) =>
    nodesOf(source).flatMap((node) => {
      const message = ask(node)
      return message === undefined ? [] : [{ node, module: source.module, message }]
    }),
  )
}

function nodesOf({ node }: UsedSource): SyntaxNode[] {
  return [node, ...descendants(node)]
}
