import type { SyntaxNode } from '../../source/syntax-tree.ts'
import { guards, memberTarget } from './assignments.ts'
import { bare, part, partIn, parts } from './nodes.ts'
import type { Rewrite, Writer } from './writer.ts'

export const STATEMENTS: { readonly [type: string]: Rewrite } = {
  IfStatement: (node, writer) => tested(node, 'holds', writer),
  WhileStatement: (node, writer) => tested(node, 'goesOn', writer),
  DoWhileStatement: (node, writer) => tested(node, 'goesOn', writer),
  ForStatement: (node, writer) => {
    const test = partIn(node, 'test')
    const head = partIn(node, 'init')
    const replaced = new Map<SyntaxNode, string>()
    if (test) replaced.set(test, writer.callAt(test, 'goesOn', writer.argument(test)))
    if (head?.type === 'VariableDeclaration') replaced.set(head, writer.splice(head))
    return writer.splice(node, replaced)
  },
  ForOfStatement: forEach,
  ForInStatement: forEach,
  SwitchStatement: switched,
  TryStatement: tried,
  ImportDeclaration: (node, writer) => writer.verbatim(node),
  ExportAllDeclaration: (node, writer) => writer.verbatim(node),
  ExportNamedDeclaration: (node, writer) =>
    partIn(node, 'declaration') ? writer.splice(node) : writer.verbatim(node),
  ExportDefaultDeclaration: (node, writer) => {
    const text = writer.splice(node)
    return /^(Function|Class)/.test(part(node, 'declaration').type) || text.endsWith(';')
      ? text
      : `${text};`
  },
}

function tested(node: SyntaxNode, question: 'holds' | 'goesOn', writer: Writer): string {
  const test = part(node, 'test')
  return writer.splice(
    node,
    new Map([[test, writer.callAt(test, question, writer.argument(test))]]),
  )
}

function forEach(node: SyntaxNode, writer: Writer): string {
  const [left, right] = [part(node, 'left'), part(node, 'right')]
  if (left.type === 'VariableDeclaration') {
    return writer.splice(node, new Map([[left, writer.splice(left)]]))
  }
  const target = bare(left)
  const replaced = new Map([[right, `(${guards(target, writer)}${writer.argument(right)})`]])
  if (target.type === 'MemberExpression') replaced.set(left, memberTarget(target, writer))
  return writer.splice(node, replaced)
}

/** `switch` asks `===` of each case in turn. */
function switched(node: SyntaxNode, writer: Writer): string {
  const value = writer.temporary()
  const discriminant = part(node, 'discriminant')
  const cases = parts(node, 'cases').map((one) => {
    const test = partIn(one, 'test')
    if (!test) return writer.splice(one)
    const same = writer.callAt(test, 'sameCase', value, writer.argument(test))
    return writer.splice(one, new Map([[test, same]]))
  })
  return `{const ${value}=${writer.argument(discriminant)};switch(true){${cases.join('\n')}}}`
}

/**
 * A handler must not take what the runtime throws to end a path for an error of the program's own,
 * nor an exhausted stack.
 */
function tried(node: SyntaxNode, writer: Writer): string {
  const [handler, finalizer] = [partIn(node, 'handler'), partIn(node, 'finalizer')]
  const block = writer.out(part(node, 'block'))
  const inner = handler ? `try${block}${caught(handler, writer)}` : block
  if (!finalizer) return inner
  const error = writer.temporary()
  const rethrow = `catch(${error}){${writer.call('caught', error)};throw ${error}}`
  return `try{${inner}}${rethrow}finally${writer.out(finalizer)}`
}

function caught(handler: SyntaxNode, writer: Writer): string {
  const body = writer.out(part(handler, 'body'))
  const param = partIn(handler, 'param')
  if (param?.type === 'Identifier') {
    const name = writer.verbatim(param)
    return `catch(${name}){${writer.call('caught', name)};${body.slice(1)}`
  }
  const error = writer.temporary()
  const bound = param ? `let ${writer.out(param)}=${error};` : ''
  return `catch(${error}){${writer.call('caught', error)};${bound}${body}}`
}
