import { before, behind, type Code, freshName, replaceRange } from './code.ts'
import { blank, type Edit } from './edits.ts'
import { boundNames, isFunction } from './names.ts'
import { childrenOf, isNode, nameOf, type SyntaxNode } from './syntax-tree.ts'

/** Edits for what a class has at run time that JavaScript has not: parameter properties, `accessor`. */
export function classEdits(code: Code, node: SyntaxNode): Edit[] {
  const members = childrenOf(node.body as SyntaxNode)
  return members.flatMap((member) => {
    if (member.type === 'AccessorProperty') return accessorEdits(code, member, nameOf(node.id))
    return member.kind === 'constructor' ? propertyEdits(code, node, member) : []
  })
}

/**
 * `constructor(private x) {}` declares the field `x;` where the class begins, as TypeScript does,
 * and assigns it where `this` begins to exist: first in the constructor, or with `super(…)`.
 */
function propertyEdits(code: Code, node: SyntaxNode, member: SyntaxNode): Edit[] {
  const { params, body } = member.value as SyntaxNode
  const properties = (params as SyntaxNode[]).filter(({ type }) => type === 'TSParameterProperty')
  if (properties.length === 0 || !isNode(body)) return []
  const names = properties.flatMap(boundNames)
  const fields = names.map((name) => `${name};`).join('')
  return [
    insideOf(node.body as SyntaxNode, fields),
    ...properties.map(({ start, parameter }) =>
      blank(code.text, start, (parameter as SyntaxNode).start),
    ),
    ...assignments(node, body, names.map((name) => `this.${name}=${name}`).join()),
  ]
}

function assignments(node: SyntaxNode, body: SyntaxNode, assigned: string): Edit[] {
  if (!isNode(node.superClass)) return [insideOf(body, `;${assigned};`)]
  return superCalls(body).flatMap(({ call, isStatement }) =>
    // A statement that began with a bracket would go on with the line before it.
    isStatement
      ? [before(call, 'void('), behind(call, `,${assigned})`)]
      : [before(call, '('), behind(call, `,${assigned},this)`)],
  )
}

function insideOf({ start }: SyntaxNode, text: string): Edit {
  return { start: start + 1, end: start + 1, text }
}

interface SuperCall {
  readonly call: SyntaxNode
  readonly isStatement: boolean
}

function superCalls(body: SyntaxNode): SuperCall[] {
  const calls: SuperCall[] = []
  const search = (node: SyntaxNode, parent: SyntaxNode): void => {
    if (/^Class/.test(node.type)) return
    if (isFunction(node) && node.type !== 'ArrowFunctionExpression') return
    if (node.type === 'CallExpression' && (node.callee as SyntaxNode).type === 'Super') {
      const isStatement = /^(Expression|Sequence)/.test(parent.type)
      calls.push({ call: node, isStatement })
    }
    for (const child of childrenOf(node)) search(child, node)
  }
  search(body, body)
  return calls
}

/** `accessor x = 1` becomes `get x(){…}set x(…){…}#x_ = 1`: a private field and what reads and writes it. */
function accessorEdits(code: Code, member: SyntaxNode, className: string | undefined): Edit[] {
  const key = member.key as SyntaxNode
  const start = code.plain.lastIndexOf('accessor', key.start - 1)
  const end = member.computed === true ? code.plain.indexOf(']', key.end) + 1 : key.end
  const isStatic = member.static === true ? 'static ' : ''
  const holder = isStatic !== '' ? (className ?? 'this') : 'this'
  const slot = freshName(code, `#accessor${member.start}`)
  const name = code.text.slice(
    member.computed === true ? code.plain.lastIndexOf('[', key.start) : key.start,
    end,
  )
  const get = `get ${name}(){return ${holder}.${slot}}`
  const set = `${isStatic}set ${name}(value){${holder}.${slot}=value}`
  return [replaceRange(code, start, end, `${get}${set}${isStatic}${slot}`)]
}
