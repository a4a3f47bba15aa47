import { escapeXml } from '../text/escape-xml.ts'
import type { Call, Condition, ConstantName, Expr, FunctionName, Operation } from './expr.ts'

const CONSTANTS: { readonly [name in ConstantName]: string } = {
  pi: '<mi>π</mi>',
  e: '<mi>e</mi>',
  NaN: '<mtext>undefined</mtext>',
  infinity: '<mi>∞</mi>',
  seluAlpha: '<msub><mi>α</mi><mtext>SELU</mtext></msub>',
  seluScale: '<msub><mi>λ</mi><mtext>SELU</mtext></msub>',
}

const GREEK: ReadonlyMap<string, string> = new Map([
  ['alpha', 'α'],
  ['beta', 'β'],
  ['gamma', 'γ'],
  ['delta', 'δ'],
  ['epsilon', 'ε'],
  ['lambda', 'λ'],
  ['mu', 'μ'],
  ['sigma', 'σ'],
  ['theta', 'θ'],
])

/** Functions that mathematics calls otherwise. */
const NAMES: { readonly [name in FunctionName]?: string } = {
  log: 'ln',
  asin: 'arcsin',
  acos: 'arccos',
  atan: 'arctan',
  sigmoid: 'σ',
}

const SUM = 1
const PRODUCT = 2
const UNARY = 3
const POWER = 4
const ATOM = 5

type Piece = readonly [markup: string, binding: number]

/** A formula for a page, in the MathML that browsers draw by themselves (MathML Core). */
export function printMathml(expr: Expr): string {
  return `<math>${whole(expr)}</math>`
}

function whole(expr: Expr): string {
  return mathml(expr, 0)
}

function mathml(expr: Expr, atLeast: number): string {
  const [markup, binding] = pieceOf(expr)
  return binding < atLeast ? fenced('(', markup, ')') : `<mrow>${markup}</mrow>`
}

function pieceOf(expr: Expr): Piece {
  switch (expr.kind) {
    case 'number':
      return numberPiece(expr.text)
    case 'constant':
      return [CONSTANTS[expr.name], ATOM]
    case 'variable':
      return [`<mi>${escapeXml(GREEK.get(expr.name) ?? expr.name)}</mi>`, ATOM]
    case 'negate':
      return [`<mo form="prefix">−</mo>${mathml(expr.operand, PRODUCT)}`, UNARY]
    case 'operation':
      return operationPiece(expr)
    case 'call':
      return callPiece(expr)
    case 'conditional':
      return [casesOf(expr), ATOM]
  }
}

function numberPiece(text: string): Piece {
  const [mantissa = '', exponent] = text.split('e')
  if (exponent === undefined) return [`<mn>${escapeXml(text)}</mn>`, ATOM]
  const power = `<msup><mn>10</mn><mn>${Number(exponent)}</mn></msup>`
  return [`<mn>${escapeXml(mantissa)}</mn><mo>·</mo>${power}`, PRODUCT]
}

function operationPiece({ operator, left, right }: Operation): Piece {
  switch (operator) {
    case '/':
      return [`<mfrac>${whole(left)}${whole(right)}</mfrac>`, POWER]
    case '**':
      return [`<msup>${mathml(left, ATOM)}${whole(right)}</msup>`, POWER]
    case '*':
      return [`${mathml(left, PRODUCT)}<mo>·</mo>${mathml(right, UNARY + 1)}`, PRODUCT]
    default: {
      const sign = operator === '-' ? '−' : '+'
      return [`${mathml(left, SUM)}<mo>${sign}</mo>${mathml(right, PRODUCT)}`, SUM]
    }
  }
}

function callPiece({ name, args }: Call): Piece {
  const inside = args.map(whole).join('<mo>,</mo>')
  switch (name) {
    case 'exp':
      return [`<msup><mi>e</mi><mrow>${inside}</mrow></msup>`, POWER]
    case 'sqrt':
      return [`<msqrt>${inside}</msqrt>`, ATOM]
    case 'cbrt':
      return [`<mroot><mrow>${inside}</mrow><mn>3</mn></mroot>`, ATOM]
    case 'abs':
      return [fenced('|', inside, '|'), ATOM]
    case 'floor':
      return [fenced('⌊', inside, '⌋'), ATOM]
    case 'ceil':
      return [fenced('⌈', inside, '⌉'), ATOM]
    default:
      return [`<mi>${NAMES[name] ?? name}</mi>${fenced('(', inside, ')')}`, ATOM]
  }
}

function fenced(open: string, inside: string, close: string): string {
  const fence = (form: string, sign: string) => `<mo form="${form}" fence="true">${sign}</mo>`
  return `<mrow>${fence('prefix', open)}${inside}${fence('postfix', close)}</mrow>`
}

function casesOf(expr: Expr & { kind: 'conditional' }): string {
  const rows: string[] = []
  let rest: Expr = expr
  while (rest.kind === 'conditional') {
    rows.push(caseRow(whole(rest.then), `<mtext>if </mtext>${condition(rest.test)}`))
    rest = rest.otherwise
  }
  rows.push(caseRow(whole(rest), '<mtext>otherwise</mtext>'))
  return `<mrow><mo form="prefix" fence="true">{</mo><mtable>${rows.join('')}</mtable></mrow>`
}

function caseRow(value: string, when: string): string {
  return `<mtr><mtd>${value}</mtd><mtd><mrow>${when}</mrow></mtd></mtr>`
}

const RELATIONS = {
  '<': '&lt;',
  '<=': '≤',
  '>': '&gt;',
  '>=': '≥',
  '===': '=',
  '!==': '≠',
} as const

function condition(test: Condition): string {
  switch (test.kind) {
    case 'truth':
      return `<mtext>${test.value}</mtext>`
    case 'not':
      return `<mo>¬</mo>${fenced('(', condition(test.operand), ')')}`
    case 'compare':
      return `${whole(test.left)}<mo>${RELATIONS[test.comparison]}</mo>${whole(test.right)}`
    default: {
      const word = test.kind === 'and' ? '∧' : '∨'
      return fenced('(', `${condition(test.left)}<mo>${word}</mo>${condition(test.right)}`, ')')
    }
  }
}
