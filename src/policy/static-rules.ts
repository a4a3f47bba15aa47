import type { PolicyRule } from '../session.ts'
import { referencesTo } from '../source/references.ts'
import type { SyntaxNode } from '../source/syntax-tree.ts'
import { mayBeFunction } from './declarations.ts'
import { loopIn } from './loops.ts'
import { isForbiddenMath, mathUses } from './math-uses.ts'
import { nodesOf, type Offence } from './offence.ts'
import { recursions } from './recursion.ts'
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
  'no-use': ({ names }, used) => usesOf(names, used),
  // Whether a demand is met, and what is applied to what, is seen where the function also runs.
  'must-use': () => [],
  'no-nesting': () => [],
  'no-recursion': (_rule, used) => recursions(used),
  'no-loops': ({ lookups = false }, used) => eachNode(used, (node) => loopIn(node, lookups)),
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
  return eachOnce(row(rule, used))
}

/** A node inside two declarations, such as a method of an object, offends once. */
export function eachOnce(offences: readonly Offence[]): Offence[] {
  return offences.filter((one, i) => offences.findIndex(({ node }) => node === one.node) === i)
}

/** Functions of the file by these names, under whatever alias: what a name means, not what it is. */
function usesOf(names: readonly string[], used: readonly UsedSource[]): Offence[] {
  const functions = used.filter(
    (source) => names.includes(source.name) && mayBeFunction({ ...source, as: 'both' }),
  )
  return used.flatMap(({ module, node, mentions }) => {
    const own = new Set(functions.map(({ name }) => name))
    const written = new Set(referencesTo(own, node).map((found) => found.node))
    return mentions
      .filter(({ node: at, name, of }) => own.has(name) && (of !== 'module' || written.has(at)))
      .map(({ node: at, name }) => ({ node: at, module, message: `${name} is not allowed here` }))
  })
}

function eachNode(
  used: readonly UsedSource[],
  ask: (node: SyntaxNode) => string | undefined,
): Offence[] {
  return used.flatMap((source) =>
    nodesOf(source.node).flatMap((node) => {
      const message = ask(node)
      return message === undefined ? [] : [{ node, module: source.module, message }]
    }),
  )
}
