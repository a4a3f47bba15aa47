import type { Edit } from '../../source/edits.ts'
import type { SyntaxNode } from '../../source/syntax-tree.ts'
import { bare, isMath, memberName } from '../expression.ts'
import { isKnownMath } from './math-members.ts'
import { ANY, NO_NUMBER, type Row, type Sighting } from './observation.ts'
import { textOf, type UsedNode, type View, wholeTextOf } from './view.ts'

/** What one writes in formulas, and what it means in a program. */
export const arithmeticRows: readonly Row[] = [
  { id: 'xor-for-power', explains: ANY, find: xor },
  { id: 'comparison-chain', explains: ANY, find: chain },
  { id: 'assignment-for-comparison', explains: ANY, find: assignedCondition },
  { id: 'decimal-comma', explains: ANY, find: decimalComma },
  { id: 'not-called', explains: NO_NUMBER, find: notCalled },
  { id: 'text-for-number', explains: NO_NUMBER, find: textForNumber },
  { id: 'never-nan', explains: ANY, find: comparedWithNaN },
  { id: 'comment-for-division', explains: ANY, suspicion: true, find: commentForDivision },
  { id: 'cut-off', explains: ['wrong'], suspicion: true, find: cutOff },
  { id: 'other-logarithm', explains: ['wrong'], suspicion: true, find: otherLogarithm },
  { id: 'one-twice', explains: ['wrong'], suspicion: true, find: oneTwice },
  { id: 'degrees', explains: ['wrong'], suspicion: true, find: degrees },
  { id: 'sort-as-text', explains: ANY, suspicion: true, find: sortedAsText },
]

const COMPARES = /^[<>]=?$/
const EQUATES = /^[=!]==?$/

function xor(view: View): Sighting[] {
  return view.nodes.flatMap((one) => {
    const { node } = one
    const isXor = node.operator === '^' || node.operator === '^='
    if (!isXor || compares(node.left) || isBit(node.left) || isBit(node.right)) return []
    const start = operatorStart(view, one)
    const [left, right] = [operand(view, one, 'left'), operand(view, one, 'right')]
    return [{ module: one.module, start, values: { left, right } }]
  })
}

/** Bits are written in hexadecimal, or are 0 and 1; nobody means a power of 1, or a first power. */
function isBit(node: unknown): boolean {
  return /^(0[xb].*|[01])$/i.test(String(bare(node)?.raw ?? ''))
}

function compares(node: unknown): boolean {
  const operator = String(bare(node)?.operator)
  return COMPARES.test(operator) || EQUATES.test(operator)
}

function chain(view: View): Sighting[] {
  return view.nodes.flatMap((one) => {
    const { node, module } = one
    const left = node.type === 'BinaryExpression' ? (node.left as SyntaxNode) : undefined
    const isChain =
      left?.type === 'BinaryExpression' &&
      COMPARES.test(String(node.operator)) &&
      COMPARES.test(String(left.operator))
    if (!isChain) return []
    const inner = { module, node: left }
    const middle = operand(view, inner, 'right')
    const right = operand(view, one, 'right')
    const values = {
      first: textOf(view, inner),
      second: right,
      instead: `${textOf(view, inner)} && ${middle} ${node.operator} ${right}`,
    }
    return [{ module, start: left.start, values }]
  })
}

function assignedCondition(view: View): Sighting[] {
  return view.nodes.flatMap(({ node, module }) => {
    const test = bare(node.test)
    if (test?.type !== 'AssignmentExpression' || test.operator !== '=') return []
    const one = { module, node: test }
    const values = { left: operand(view, one, 'left'), right: operand(view, one, 'right') }
    return [{ module, start: operatorStart(view, one), values }]
  })
}

/** `(0,5)`: two whole numbers, of which the first is for nothing. */
function decimalComma(view: View): Sighting[] {
  return view.nodes.flatMap(({ node, module }) => {
    if (node.type !== 'SequenceExpression') return []
    const numbers = node.expressions as SyntaxNode[]
    if (numbers.length !== 2 || !numbers.every(({ raw }) => /^\d+$/.test(String(raw)))) return []
    const [whole, part] = numbers.map(({ raw }) => String(raw))
    return [
      {
        module,
        start: node.start,
        values: { found: `${whole},${part}`, instead: `${whole}.${part}` },
      },
    ]
  })
}

/** `Math.exp * x`: arithmetic with the function itself. */
function notCalled(view: View): Sighting[] {
  return view.nodes.flatMap(({ node, module }) => {
    if (node.type !== 'BinaryExpression' || !/^([-+*/%]|\*\*)$/.test(String(node.operator)))
      return []
    return [node.left, node.right].flatMap((side) => {
      const member = bare(side)
      const name = member && mathName(member)
      if (name === undefined || !isKnownMath(name) || name === name.toUpperCase()) return []
      return [{ module, start: member?.start ?? 0, values: { found: `Math.${name}` } }]
    })
  })
}

function textForNumber(view: View): Sighting[] {
  return callsOf(view, (name) => /^to(Fixed|Precision|Exponential|String)$/.test(name))
}

function sortedAsText(view: View): Sighting[] {
  return callsOf(
    view,
    (name, { arguments: given }) => name === 'sort' && (given as []).length === 0,
    ({ end }) => ({ start: end - 1, end: end - 1, text: '(a, b) => a - b' }),
  )
}

function comparedWithNaN(view: View): Sighting[] {
  return view.nodes.flatMap((one) => {
    const { node, module } = one
    if (node.type !== 'BinaryExpression' || !EQUATES.test(String(node.operator))) return []
    const isOne = [node.left, node.right].some((side) =>
      /^(Number\.)?NaN$/.test(sideText(view, module, side)),
    )
    return isOne ? [{ module, start: node.start, values: { found: textOf(view, one) } }] : []
  })
}

/** `x // 2`, a whole-number division elsewhere: behind something that a line could go on from. */
function commentForDivision({ graph, own }: View): Sighting[] {
  const module = own?.module ?? 0
  const { text = '', parsed } = graph.modules[module] ?? {}
  return (parsed?.comments ?? []).flatMap(({ start, end }) => {
    const isInside = own && own.node.start <= start && own.node.end >= start
    const found = text.slice(start, Math.min(end, start + MOST_DIVISOR))
    const divisor = /^\/\/\s*([\w.]+)\)*;?\s*$/.exec(found)?.[1] ?? ''
    const isOne = /^\d/.test(divisor) || own?.parameters.flat().includes(divisor)
    if (!isInside || !isOne) return []
    const before = text.slice(text.lastIndexOf('\n', start) + 1, start)
    const goesOn = /[\w)]\s*$/.test(before) && /[-+*/(=]|return/.test(before)
    const repair = { start, end: start + '//'.length, text: '/' }
    return goesOn ? [{ module, start, values: { found }, repair }] : []
  })
}

const MOST_DIVISOR = 20

/** A number of which only the whole part is kept. */
function cutOff(view: View): Sighting[] {
  return view.nodes.flatMap((one) => {
    const { node, module } = one
    const cut = wholePartOf(node)
    if (cut === undefined) return []
    const whole = { module, node: cut }
    const values = { found: textOf(view, one), division: textOf(view, whole) }
    const repair = { start: node.start, end: node.end, text: `(${wholeTextOf(view, whole)})` }
    const isDivision = cut.type === 'BinaryExpression' && cut.operator === '/'
    const told = isDivision ? {} : { untold: true as const }
    return [{ module, start: node.start, values, repair, ...told }]
  })
}

function wholePartOf(node: SyntaxNode): SyntaxNode | undefined {
  const callee = bare(node.callee)
  const rounds = callee && /^(floor|trunc|round|ceil)$/.test(mathName(callee) ?? '')
  if (rounds || callee?.name === 'parseInt') return bare((node.arguments as SyntaxNode[])[0])
  if (node.operator === '|' && bare(node.right)?.value === 0) return bare(node.left)
  const inner = node.operator === '~' ? bare(node.argument) : undefined
  return inner?.operator === '~' ? bare(inner.argument) : undefined
}

function otherLogarithm(view: View): Sighting[] {
  return view.nodes.flatMap(({ node, module }) => {
    const name = mathName(node)
    const base = name === 'log10' ? 10 : name === 'log2' ? 2 : undefined
    if (base === undefined) return []
    const repair = { start: node.start, end: node.end, text: 'Math.log' }
    return [{ module, start: node.start, values: { found: `Math.${name}`, base }, repair }]
  })
}

/** `Math.log1p(1 + y)`, where log1p adds the 1 itself; and `Math.expm1(y) - 1`. */
function oneTwice(view: View): Sighting[] {
  return view.nodes.flatMap(({ node, module }) => {
    const member = called(node, 'log1p') ?? (node.operator === '-' && called(node.left, 'expm1'))
    if (!member) return []
    const name = memberName(member) === 'log1p' ? 'log' : 'exp'
    const ones =
      name === 'log' ? sidesOfSum((node.arguments as SyntaxNode[])[0]) : [bare(node.right)]
    if (!ones.some((side) => side?.value === 1)) return []
    const { start, end } = member
    const repair = { start, end, text: `Math.${name}` }
    return [{ module, start, values: { name }, repair }]
  })
}

/** The member of Math that is called. */
export function called(node: unknown, name: string): SyntaxNode | undefined {
  const call = bare(node)
  const member = call?.type === 'CallExpression' ? bare(call.callee) : undefined
  return member && mathName(member) === name ? member : undefined
}

export function sidesOfSum(node: unknown): readonly (SyntaxNode | undefined)[] {
  const sum = bare(node)
  return sum?.operator === '+' && sum.type === 'BinaryExpression'
    ? [bare(sum.left), bare(sum.right)]
    : []
}

/** 180 / π or π / 180. */
function degrees(view: View): Sighting[] {
  return view.nodes.flatMap((one) => {
    const { node, module } = one
    if (node.type !== 'BinaryExpression' || node.operator !== '/') return []
    const sides = [sideText(view, module, node.left), sideText(view, module, node.right)].join(' ')
    const converts = /\b180$/.test(sides) && /\b(Math\.)?PI\b|^3\.14/i.test(sides)
    const back = /\b180 (Math\.)?(PI|3\.14\d*)$/i.test(sides)
    if (!converts && !back) return []
    const { start, end } = node
    const repair = { start, end, text: wholeTextOf(view, one).replace(ANGLES, '1') }
    return [{ module, start, values: { found: textOf(view, one) }, repair }]
  })
}

/** What of the conversion is to become 1, so that nothing is converted. */
const ANGLES = /\b180\b|\b(Math\.)?PI\b|\b3\.14\d*/gi

function callsOf(
  view: View,
  isIt: (name: string, node: SyntaxNode) => boolean,
  repair?: (node: SyntaxNode) => Edit,
): Sighting[] {
  return view.nodes.flatMap(({ node, module }) => {
    const callee = node.type === 'CallExpression' ? bare(node.callee) : undefined
    const name = callee?.type === 'MemberExpression' ? memberName(callee) : undefined
    const property = callee?.property as SyntaxNode | undefined
    if (name === undefined || property === undefined || !isIt(name, node)) return []
    const mended = repair && { repair: repair(node) }
    return [{ module, start: property.start, values: { found: name }, ...mended }]
  })
}

export function mathName(node: SyntaxNode): string | undefined {
  return node.type === 'MemberExpression' && isMath(node.object) ? memberName(node) : undefined
}

function operand(view: View, { module, node }: UsedNode, side: 'left' | 'right'): string {
  return textOf(view, { module, node: node[side] as SyntaxNode })
}

function sideText(view: View, module: number, side: unknown): string {
  return textOf(view, { module, node: bare(side) as SyntaxNode })
}

/** Where the operator itself stands, between its operands. */
export function operatorStart({ graph }: View, { module, node }: UsedNode): number {
  const [left, right] = [node.left as SyntaxNode, node.right as SyntaxNode]
  const between = graph.modules[module]?.text.slice(left.end, right.start) ?? ''
  const at = between.indexOf(String(node.operator))
  return at < 0 ? node.start : left.end + at
}
