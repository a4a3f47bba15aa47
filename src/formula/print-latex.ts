import type { Condition, ConstantName, Expr, FunctionName, Operation } from './expr.ts'

const CONSTANTS: { readonly [name in ConstantName]: string } = {
  pi: '\\pi',
  e: 'e',
  NaN: '\\text{undefined}',
  infinity: '\\infty',
  seluAlpha: '\\alpha_{\\text{SELU}}',
  seluScale: '\\lambda_{\\text{SELU}}',
}

const GREEK: ReadonlySet<string> = new Set([
  'alpha',
  'beta',
  'gamma',
  'delta',
  'epsilon',
  'lambda',
  'mu',
  'sigma',
  'theta',
])

/** Functions that LaTeX has a command for. */
const COMMANDS: { readonly [name in FunctionName]?: string } = {
  log: '\\ln',
  tanh: '\\tanh',
  sinh: '\\sinh',
  cosh: '\\cosh',
  coth: '\\coth',
  sin: '\\sin',
  cos: '\\cos',
  tan: '\\tan',
  asin: '\\arcsin',
  acos: '\\arccos',
  atan: '\\arctan',
  max: '\\max',
  min: '\\min',
  sigmoid: '\\sigma',
}

const SUM = 1
const PRODUCT = 2
const UNARY = 3
const POWER = 4
const ATOM = 5

/** A formula for a paper or a page; a fraction is set as one, and a conditional as cases. */
export function printLatex(expr: Expr): string {
  return latex(expr, 0)
}

function latex(expr: Expr, atLeast: number): string {
  const [text, binding] = pieceOf(expr)
  return binding < atLeast ? `\\left(${text}\\right)` : text
}

function pieceOf(expr: Expr): readonly [text: string, binding: number] {
  switch (expr.kind) {
    case 'number':
      return numberPiece(expr.text)
    case 'constant':
      return [CONSTANTS[expr.name], ATOM]
    case 'variable':
      return [variableText(expr.name), ATOM]
    case 'negate':
      return [`-${latex(expr.operand, PRODUCT)}`, UNARY]
    case 'operation':
      return operationPiece(expr)
    case 'call':
      return callPiece(expr)
    case 'conditional':
      return [casesOf(expr), ATOM]
  }
}

function numberPiece(text: string): readonly [text: string, binding: number] {
  const [mantissa, exponent] = text.split('e')
  if (exponent === undefined) return [text, ATOM]
  return [`${mantissa} \\cdot 10^{${Number(exponent)}}`, PRODUCT]
}

function variableText(name: string): string {
  if (GREEK.has(name)) return `\\${name}`
  return name.length === 1
    ? name
    : `\\mathit{${name.replaceAll('_', '\\_').replaceAll('$', '\\$')}}`
}

function operationPiece({
  operator,
  left,
  right,
}: Operation): readonly [text: string, binding: number] {
  switch (operator) {
    case '/':
      return [`\\frac{${printLatex(left)}}{${printLatex(right)}}`, POWER]
    case '**':
      return [`${latex(left, ATOM)}^{${printLatex(right)}}`, POWER]
    case '*':
      return [`${latex(left, PRODUCT)} \\cdot ${latex(right, UNARY + 1)}`, PRODUCT]
    default:
      return [`${latex(left, SUM)} ${operator} ${latex(right, PRODUCT)}`, SUM]
  }
}

function callPiece(expr: Expr & { kind: 'call' }): readonly [text: string, binding: number] {
  const args = expr.args.map(printLatex).join(', ')
  if (expr.name === 'exp') return [`e^{${args}}`, POWER]
  if (expr.name === 'sqrt') return [`\\sqrt{${args}}`, ATOM]
  if (expr.name === 'cbrt') return [`\\sqrt[3]{${args}}`, ATOM]
  if (expr.name === 'floor') return [`\\left\\lfloor ${args} \\right\\rfloor`, ATOM]
  if (expr.name === 'ceil') return [`\\left\\lceil ${args} \\right\\rceil`, ATOM]
  if (expr.name === 'abs') return [`\\left|${args}\\right|`, ATOM]
  const name = COMMANDS[expr.name] ?? `\\operatorname{${expr.name}}`
  return [`${name}\\left(${args}\\right)`, ATOM]
}

function casesOf(expr: Expr & { kind: 'conditional' }): string {
  const rows: string[] = []
  let rest: Expr = expr
  while (rest.kind === 'conditional') {
    rows.push(`${printLatex(rest.then)} & \\text{if } ${conditionText(rest.test)}`)
    rest = rest.otherwise
  }
  rows.push(`${printLatex(rest)} & \\text{otherwise}`)
  return `\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`
}

const RELATIONS = {
  '<': '<',
  '<=': '\\le',
  '>': '>',
  '>=': '\\ge',
  '===': '=',
  '!==': '\\ne',
} as const

function conditionText(test: Condition): string {
  switch (test.kind) {
    case 'truth':
      return `\\text{${test.value}}`
    case 'not':
      return `\\neg\\left(${conditionText(test.operand)}\\right)`
    case 'compare':
      return `${printLatex(test.left)} ${RELATIONS[test.comparison]} ${printLatex(test.right)}`
    default: {
      const word = test.kind === 'and' ? '\\wedge' : '\\vee'
      return `\\left(${conditionText(test.left)} ${word} ${conditionText(test.right)}\\right)`
    }
  }
}
