import { isFunction } from '../../source/names.ts'
import { nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare, memberName } from '../expression.ts'
import { nodesOf } from '../offence.ts'
import type { Row, Sighting } from './observation.ts'
import type { View } from './view.ts'

/** How objects are made, and what one that a function makes remembers. */
export const objectRows: readonly Row[] = [
  { id: 'class-without-new', explains: ['error'], find: calledClass },
  { id: 'class-for-function', explains: ['error'], find: classForFunction },
  { id: 'property-is-a-copy', explains: ['wrong'], suspicion: true, find: copiedProperty },
]

/** `Value(x)` where `Value` is a class: wherever it is reached, it is an error. */
function calledClass(view: View): Sighting[] {
  const classes = new Set(view.programs.flatMap(nodesOf).flatMap((node) => className(node) ?? []))
  return view.nodes.flatMap(({ module, node }) => {
    const name = node.type === 'CallExpression' ? nameOf(bare(node.callee)) : undefined
    if (name === undefined || !classes.has(name)) return []
    return [{ module, start: node.start, values: { name } }]
  })
}

/** `export class leaf`, where `leaf(…)` is called. */
function classForFunction({ programs, request }: View): Sighting[] {
  const { function: name, arguments: given } = request
  return programs.flatMap((program, module) =>
    nodesOf(program)
      .filter((node) => className(node) === name)
      .map(({ id }) => {
        const values = { function: name, given: given.join(', ') }
        return { module, start: (id as SyntaxNode).start, values }
      }),
  )
}

function className({ type, id, init }: SyntaxNode): string | undefined {
  const isClass = type === 'ClassDeclaration' || bare(init)?.type === 'ClassExpression'
  return isClass ? nameOf(id) : undefined
}

/**
 * `{ grad, backward(u) { grad += u } }`: the property was copied from the variable when the object
 * was made, and its methods change the variable. Where any of them sets a property of the name, all
 * may be well.
 */
function copiedProperty(view: View): Sighting[] {
  return view.nodes.flatMap(({ module, node }) => {
    if (node.type !== 'ObjectExpression') return []
    const properties = node.properties as SyntaxNode[]
    return properties.flatMap((property) => {
      const name = copiedFrom(property)
      const key = nameOf(property.key)
      if (name === undefined || key === undefined) return []
      const changes = properties.some(({ value }) => isChanging(value, name))
      if (!changes || view.nodes.some((one) => setsProperty(one.node, key))) return []
      return [{ module, start: property.start, values: { property: key, variable: name } }]
    })
  })
}

function copiedFrom({ type, kind, computed, value }: SyntaxNode): string | undefined {
  return type === 'Property' && kind === 'init' && computed !== true
    ? nameOf(bare(value))
    : undefined
}

function isChanging(value: unknown, name: string): boolean {
  const method = bare(value)
  return (
    method !== undefined && isFunction(method) && nodesOf(method).some((node) => sets(node, name))
  )
}

function sets({ type, left, argument }: SyntaxNode, name: string): boolean {
  if (type === 'AssignmentExpression') return nameOf(bare(left)) === name
  return type === 'UpdateExpression' && nameOf(bare(argument)) === name
}

function setsProperty({ type, left, argument }: SyntaxNode, name: string): boolean {
  const target = bare(type === 'AssignmentExpression' ? left : argument)
  const isSet = type === 'AssignmentExpression' || type === 'UpdateExpression'
  return isSet && target?.type === 'MemberExpression' && memberName(target) === name
}
