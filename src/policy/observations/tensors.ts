import { isNode, nameOf, type SyntaxNode } from '../../source/syntax-tree.ts'
import { bare, isMath, memberName } from '../expression.ts'
import { operatorStart } from './arithmetic.ts'
import { NO_NUMBER, type Row, type Sighting } from './observation.ts'
import { textOf, type UsedNode, type View } from './view.ts'

/** Numbers' operators, Math and arrays' methods, where a function is given tensors. */
export const tensorRows: readonly Row[] = [
  { id: 'operator-on-tensor', explains: NO_NUMBER, find: operators },
  { id: 'math-on-tensor', explains: NO_NUMBER, find: mathOnTensor },
  { id: 'array-method-on-tensor', explains: NO_NUMBER, find: arrayMethods },
]

/** What TensorFlow.js calls them. */
const FUNCTIONS: { readonly [operator: string]: string } = {
  ...{ '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '**': 'pow', '%': 'mod' },
  ...{ '<': 'less', '<=': 'lessEqual', '>': 'greater', '>=': 'greaterEqual' },
  ...{ '===': 'equal', '==': 'equal', '!==': 'notEqual', '!=': 'notEqual' },
}

function operators(view: View): Sighting[] {
  const isTensor = tensorsOf(view)
  return view.nodes.flatMap((one) => {
    const { node, module } = one
    const name = node.type === 'BinaryExpression' ? FUNCTIONS[String(node.operator)] : undefined
    const side = [node.left, node.right].find(isTensor) as SyntaxNode | undefined
    if (name === undefined || side === undefined) return []
    const values = {
      operator: String(node.operator),
      tensor: textOf(view, { module, node: side }),
      instead: `tf.${name}(a, b)`,
    }
    return [{ module, start: operatorStart(view, one), values }]
  })
}

const OF_MATH: { readonly [name: string]: string } = {
  ...{ max: 'maximum', min: 'minimum', log: 'log', abs: 'abs', sign: 'sign' },
}

function mathOnTensor(view: View): Sighting[] {
  const isTensor = tensorsOf(view)
  return view.nodes.flatMap(({ node, module }) => {
    const callee = node.type === 'CallExpression' ? bare(node.callee) : undefined
    const name = callee && isMath(callee.object) ? memberName(callee) : undefined
    const tensor = ((node.arguments ?? []) as SyntaxNode[]).find(isTensor)
    if (name === undefined || tensor === undefined) return []
    const instead = `tf.${OF_MATH[name] ?? name}(…)`
    const values = {
      found: `Math.${name}`,
      tensor: textOf(view, { module, node: tensor }),
      instead,
    }
    return [{ module, start: node.start, values }]
  })
}

const OF_ARRAYS = /^(map|reduce|forEach|filter|length|every|some|push)$/

function arrayMethods(view: View): Sighting[] {
  const isTensor = tensorsOf(view)
  return view.nodes.flatMap(({ node, module }) => {
    const name = node.type === 'MemberExpression' ? memberName(node) : undefined
    if (name === undefined || !OF_ARRAYS.test(name) || !isTensor(node.object)) return []
    const object = { module, node: node.object as SyntaxNode }
    const values = { found: name, tensor: textOf(view, object) }
    return [{ module, start: (node.property as SyntaxNode).start, values }]
  })
}

/** Tells what is a tensor: an argument that is one, what `tf` or a tensor gives, and names for these. */
function tensorsOf({ own, request, nodes }: View): (node: unknown) => boolean {
  const names = new Set<string>()
  request.arguments.forEach((argument, i) => {
    if (request.tensors.includes(argument))
      for (const name of own?.parameters[i] ?? []) names.add(name)
  })
  if (names.size === 0) return () => false
  const tf = own?.parameters[0]?.[0]
  const isTensor = (node: unknown): boolean => {
    const inner = bare(node)
    if (inner?.type === 'Identifier') return names.has(String(inner.name))
    const callee = inner?.type === 'CallExpression' ? bare(inner.callee) : undefined
    if (callee?.type !== 'MemberExpression' || DATA.test(memberName(callee) ?? '')) return false
    return nameOf(bare(callee.object)) === tf || isTensor(callee.object)
  }
  for (const { node } of declarators(nodes)) {
    const name = nameOf(node.id)
    if (name !== undefined && isTensor(node.init)) names.add(name)
  }
  return isTensor
}

/** Methods that give numbers out of a tensor. */
const DATA = /^(data|array|dataSync|arraySync|map|reduce|forEach|print|toString|dispose)$/

function declarators(nodes: readonly UsedNode[]): UsedNode[] {
  return nodes.filter(({ node }) => node.type === 'VariableDeclarator' && isNode(node.init))
}
