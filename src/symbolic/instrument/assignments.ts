import type { SyntaxNode } from '../../source/syntax-tree.ts'
import { keyOf, type Member, memberOf, refusedKey } from './members.ts'
import { bare, part, parts, writtenName } from './nodes.ts'
import { quoted, shortCircuit } from './operators.ts'
import type { Rewrite, Writer } from './writer.ts'

export const ASSIGNMENTS: { readonly [type: string]: Rewrite } = {
  AssignmentExpression: (node, writer) => {
    const target = bare(part(node, 'left'))
    if (target.type === 'Identifier') return assignName(node, target, writer)
    if (target.type === 'MemberExpression') return assignMember(node, target, writer)
    return `(${guards(target, writer)}${writer.splice(node)})`
  },
  UpdateExpression: (node, writer) => {
    const target = bare(part(node, 'argument'))
    return target.type === 'Identifier'
      ? updateName(node, target, writer)
      : updateMember(node, target, writer)
  },
  ArrayPattern: (node, writer) => writer.splice(node, targets(parts(node, 'elements'), writer)),
  ObjectPattern: (node, writer) => {
    const properties = parts(node, 'properties').filter(({ type }) => type !== 'RestElement')
    const written = properties.map((one) => [one, taken(one, writer)] as const)
    return writer.splice(node, new Map(written))
  },
  AssignmentPattern: (node, writer) => writer.splice(node, targets([part(node, 'left')], writer)),
  RestElement: (node, writer) => writer.splice(node, targets([part(node, 'argument')], writer)),
}

/** The guards of all names that a pattern assigns to. */
export function guards(target: SyntaxNode, writer: Writer): string {
  switch (target.type) {
    case 'Identifier':
      return writer.guard(target)
    case 'ParenthesizedExpression':
      return guards(part(target, 'expression'), writer)
    case 'AssignmentPattern':
      return guards(part(target, 'left'), writer)
    case 'RestElement':
      return guards(part(target, 'argument'), writer)
    case 'ArrayPattern':
      return parts(target, 'elements')
        .map((element) => guards(element, writer))
        .join('')
    case 'ObjectPattern':
      return parts(target, 'properties')
        .map((property) =>
          guards(property.type === 'RestElement' ? property : part(property, 'value'), writer),
        )
        .join('')
    default:
      return ''
  }
}

/** Members are written to; names are bound, or guarded from outside. */
function targets(nodes: readonly SyntaxNode[], writer: Writer): Map<SyntaxNode, string> {
  const members = nodes.filter((node) => bare(node).type === 'MemberExpression')
  return new Map(members.map((node) => [node, memberTarget(bare(node), writer)]))
}

/** A property of a pattern: it is read under its key. */
function taken(node: SyntaxNode, writer: Writer): string {
  const [key, value] = [part(node, 'key'), part(node, 'value')]
  const target = targets([value], writer).get(value) ?? writer.out(value)
  if (writtenName(node, key) === 'stack') return `[${refusedKey(node, writer)}]:${target}`
  if (node.shorthand === true) return target
  return node.computed === true
    ? `[${keyOf(node, key, writer)}]:${target}`
    : `${keyOf(node, key, writer)}:${target}`
}

/** Members that mean something only where they hold an object, which the input is here alone. */
function isRefused(name: string | undefined): boolean {
  return name === 'return' || name === '__proto__'
}

/** A member as the target of an assignment. */
export function memberTarget(node: SyntaxNode, writer: Writer): string {
  const { object, access, name } = memberOf(node, writer)
  if (isRefused(name)) return `${writer.refused(node, `[x.${name}] = …`)}.refused`
  if (object === undefined || name === 'done') {
    return `${writer.refused(node, '[super.x] = …')}.refused`
  }
  return `${writer.callAt(node, 'mayWrite', object)}${access}`
}

function assignName(node: SyntaxNode, target: SyntaxNode, writer: Writer): string {
  const name = writer.verbatim(target)
  const guard = writer.guard(target)
  const right = part(node, 'right')
  const operator = String(node.operator).slice(0, -1)
  const plain = (value: string) =>
    guard === '' ? `(${name}=${value})` : `(${guard}${name}=${value})`
  // A function that is assigned as it stands takes the variable's name.
  if (operator === '') return plain(writer.out(right))
  if (operator === '??') return `(${name}??${plain(writer.out(right))})`
  if (operator === '&&' || operator === '||') {
    if (writer.suspends(right)) return writer.refused(node, 'yield')
    return shortCircuit(node, name, plain(writer.out(right)), writer)
  }
  return plain(writer.callAt(node, 'binary', quoted(operator), name, writer.argument(right)))
}

/** Object and key are worked out once, and first. */
function assignMember(node: SyntaxNode, target: SyntaxNode, writer: Writer): string {
  const member = memberOf(target, writer)
  const { object } = member
  if (object === undefined) return writer.refused(node, 'super.x = …')
  if (isRefused(member.name)) return writer.refused(node, `x.${member.name} = …`)
  const right = part(node, 'right')
  const operator = String(node.operator).slice(0, -1)
  const flag = (value: string) =>
    member.name === 'done' ? writer.callAt(node, 'flag', value) : value
  if (operator === '') {
    const value = flag(writer.argument(right))
    return `(${writer.callAt(target, 'mayWrite', object)}${member.access}=${value})`
  }
  if (writer.suspends(right)) return writer.refused(node, 'yield')
  const { parameters, values, read, write } = onceWorkedOut(target, member, writer)
  const assign = (value: string) => `(${write}=${flag(value)})`
  const value = writer.argument(right)
  const body =
    operator === '??'
      ? `${read}??${assign(value)}`
      : operator === '&&' || operator === '||'
        ? shortCircuit(node, read, assign(value), writer)
        : assign(writer.callAt(node, 'binary', quoted(operator), read, value))
  return `((${parameters})=>${body})(${values})`
}

interface OnceWorkedOut {
  readonly parameters: string
  readonly values: string
  readonly read: string
  readonly write: string
}

/** A member whose object and key stand in parameters of a function that is called at once. */
function onceWorkedOut(target: SyntaxNode, member: Member, writer: Writer): OnceWorkedOut {
  const { object = '', access, key } = member
  const own = writer.temporary()
  const name = writer.temporary()
  const reach = key === undefined ? access : `[${name}]`
  return {
    parameters: key === undefined ? own : `${own},${name}`,
    values: key === undefined ? object : `${object},${key}`,
    read: own + reach,
    write: writer.callAt(target, 'mayWrite', own) + reach,
  }
}

const STEP: { readonly [operator: string]: number } = { '++': 1, '--': -1 }

function updateName(node: SyntaxNode, target: SyntaxNode, writer: Writer): string {
  const name = writer.verbatim(target)
  const step = STEP[String(node.operator)] as number
  const guard = writer.guard(target)
  if (node.prefix === true) {
    return `(${guard}${name}=${writer.callAt(node, 'step', name, step)})`
  }
  const old = writer.temporary()
  const numeric = writer.callAt(node, 'numeric', name)
  return `((${old})=>(${guard}${name}=${writer.callAt(node, 'step', old, step)},${old}))(${numeric})`
}

function updateMember(node: SyntaxNode, target: SyntaxNode, writer: Writer): string {
  const member = memberOf(target, writer)
  if (isRefused(member.name)) return writer.refused(node, `x.${member.name} = …`)
  if (member.object === undefined || member.name === 'done') {
    return writer.refused(node, 'super.x++')
  }
  const step = STEP[String(node.operator)] as number
  const { parameters, values, read, write } = onceWorkedOut(target, member, writer)
  if (node.prefix === true) {
    return `((${parameters})=>(${write}=${writer.callAt(node, 'step', read, step)}))(${values})`
  }
  const old = writer.temporary()
  const numeric = writer.callAt(node, 'numeric', read)
  const next = writer.callAt(node, 'step', old, step)
  return `((${parameters})=>((${old})=>(${write}=${next},${old}))(${numeric}))(${values})`
}
