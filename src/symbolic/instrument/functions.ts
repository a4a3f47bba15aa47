import { type SyntaxNode, visitNodes } from '../../source/syntax-tree.ts'
import { keyOf } from './members.ts'
import { isFunction, part, partIn, parts, writtenName } from './nodes.ts'
import type { Rewrite, Writer } from './writer.ts'

export const FUNCTIONS: { readonly [type: string]: Rewrite } = {
  FunctionDeclaration: (node, writer) => written(node, writer, constructed(node, writer)),
  FunctionExpression: (node, writer) => written(node, writer, constructed(node, writer)),
  ArrowFunctionExpression: (node, writer) => written(node, writer, ''),
  ClassDeclaration: classOf,
  ClassExpression: classOf,
  MethodDefinition: (node, writer) => {
    const value = part(node, 'value')
    const first = prologueOf(node, value, writer)
    const key = part(node, 'key')
    return writer.splice(
      node,
      new Map([
        [key, keyOf(node, key, writer)],
        [value, written(value, writer, first)],
      ]),
    )
  },
  PropertyDefinition: (node, writer) => {
    const [key, value] = [part(node, 'key'), partIn(node, 'value')]
    const replaced = new Map([[key, keyOf(node, key, writer)]])
    if (value && writtenName(node, key) === 'return') {
      replaced.set(value, writer.refused(node, 'return()'))
    }
    if (value && writtenName(node, key) === 'done') {
      replaced.set(value, writer.callAt(value, 'flag', writer.argument(value)))
    }
    return writer.splice(node, replaced)
  },
}

/** The function with what has to happen first. */
function written(node: SyntaxNode, writer: Writer, first: string): string {
  const body = part(node, 'body')
  const text = writer.out(body)
  const [moment, rest] = [writer.momentOf(node), restOf(node, writer)]
  const replaced =
    body.type === 'BlockStatement'
      ? `{${moment && `const ${moment}=${writer.call('moment')};`}${first}${rest && `${rest};`}${text.slice(1)}`
      : expressionBody(node, { text, moment, rest }, writer)
  return writer.splice(node, new Map([[body, replaced]]))
}

interface ArrowBody {
  readonly text: string
  readonly moment: string
  readonly rest: string
}

/** The body of an arrow function stays an expression: brackets may stand around it. */
function expressionBody(node: SyntaxNode, body: ArrowBody, writer: Writer): string {
  const text = body.rest === '' ? body.text : `(${body.rest},(${body.text}))`
  if (body.moment === '') return text
  if (node.async === true) return writer.refused(node, 'async')
  return `((${body.moment})=>(${text}))(${writer.call('moment')})`
}

/** An array of the remaining arguments is made by the call. */
function restOf(node: SyntaxNode, writer: Writer): string {
  const last = parts(node, 'params').at(-1)
  const rest = last?.type === 'RestElement' ? part(last, 'argument') : undefined
  return rest?.type === 'Identifier' ? writer.call('born', writer.verbatim(rest)) : ''
}

/** An ordinary function that is called by `new` makes what `this` is; `arguments` are its own. */
function constructed(node: SyntaxNode, writer: Writer): string {
  const body = part(node, 'body')
  const made = has(body, ({ type }) => type === 'ThisExpression')
  return `${made ? `if(new.target)${writer.call('born', 'this')};` : ''}${ownArguments(node, writer)}`
}

function ownArguments(node: SyntaxNode, writer: Writer): string {
  const isArguments = ({ type, name }: SyntaxNode) => type === 'Identifier' && name === 'arguments'
  return has(part(node, 'body'), isArguments) ? `${writer.call('ownArguments', 'arguments')};` : ''
}

function isReturn(node: SyntaxNode): boolean {
  return node.type === 'ReturnStatement' && partIn(node, 'argument') !== undefined
}

/** Whether something stands in a function's body; arrow functions in it share `this`. */
function has(body: SyntaxNode, isWanted: (node: SyntaxNode) => boolean): boolean {
  let found = false
  visitNodes(body, (node) => {
    found ||= isWanted(node)
    return !isFunction(node) || node.type === 'ArrowFunctionExpression'
  })
  return found
}

function prologueOf(node: SyntaxNode, value: SyntaxNode, writer: Writer): string {
  if (node.kind === 'constructor') {
    if (has(part(value, 'body'), isReturn)) {
      return `${writer.refused(value, 'constructor() { return … }')};`
    }
    return writer.classes.at(-1) === 0 ? `${writer.call('born', 'this')};` : ''
  }
  // What closes an iterator has to give an object, which the input is here and not on the machine.
  if (writtenName(node, part(node, 'key')) === 'return') {
    return `${writer.refused(value, 'return()')};`
  }
  const isFlag = node.kind === 'get' && writtenName(node, part(node, 'key')) === 'done'
  return isFlag ? `${writer.refused(value, 'get done()')};` : ''
}

/** What a class without a parent makes is new; so it is said in its constructor. */
function classOf(node: SyntaxNode, writer: Writer): string {
  const [heritage, body] = [partIn(node, 'superClass'), part(node, 'body')]
  const replaced = new Map<SyntaxNode, string>()
  const number = heritage ? writer.classNumber() : 0
  if (heritage) {
    replaced.set(heritage, writer.callAt(heritage, 'heritage', number, writer.argument(heritage)))
  }
  writer.classes.push(number)
  const text = writer.splice(body)
  writer.classes.pop()
  const isMissing = parts(body, 'body').every(({ kind }) => kind !== 'constructor')
  const added = `constructor(){${writer.call('born', 'this')}}`
  replaced.set(body, heritage || !isMissing ? text : `{${added}${text.slice(1)}`)
  return writer.splice(node, replaced)
}
