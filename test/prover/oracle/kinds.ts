import type { Expr } from '../../../src/formula/expr.ts'
import { printFormula } from '../../../src/formula/print.ts'
import { generatePair, type Random } from '../pair-generator.ts'
import type { Exact } from './exact.ts'
import * as X from './exact.ts'
import * as F from './fraction.ts'
import { pick } from './judge.ts'

/** A question as text. `truth` where it is known by construction. */
export interface Case {
  readonly a: string
  readonly b: string
  readonly assume?: readonly string[]
  readonly truth?: string
  /** Numbers around which something may happen. */
  readonly near?: readonly Exact[]
}

type Kind = (random: Random) => Case

/** A difference that no comparison of doubles shows. */
const TINY = '1e-13'

const SMOOTH = [
  'x',
  'tanh(x)',
  'exp(x)',
  'x**3 - x',
  'sigmoid(x)',
  'x*exp(-x)',
  'erf(x)',
  'softplus(x)',
  'x**2/(1+x**2)',
  'asinh(x)',
  'gelu(x)',
  'cos(x)',
  'beta*x',
  '1/(1+exp(-beta*x))',
]

function at(...texts: readonly string[]): readonly Exact[] {
  return texts.map((text) => X.exact(F.fromText(text)))
}

/** Decimals with a few digits, of both signs. */
function decimal(random: Random): string {
  const digits = 1 + Math.floor(random() * 4)
  const value = (random() * 20 - 10).toFixed(digits)
  return Number(value) === 0 ? '0.5' : value
}

/** The decimal text of a + 10^−k, exactly. */
function raised(text: string, k: number): string {
  const decimals = Math.max(k, text.split('.')[1]?.length ?? 0)
  const scale = 10n ** BigInt(decimals)
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const own = BigInt(whole + fraction.padEnd(decimals, '0')) * (text.startsWith('-') ? -1n : 1n)
  return decimalText(own + scale / 10n ** BigInt(k), decimals)
}

function decimalText(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const point = digits.length - decimals
  const text = `${digits.slice(0, point)}${decimals > 0 ? '.' : ''}${digits.slice(point)}`
  return value < 0n ? `-${text}` : text
}

/** A narrow stretch on which one side is higher, told in several ways. */
const bump: Kind = (random) => {
  const low = decimal(random)
  const k = Math.floor(random() * 31)
  const high = raised(low, k)
  const middle = raised(low, k + 1)
  const f = pick(random, SMOOTH)
  const height = pick(random, ['1', TINY, `${TINY}*(1+x**2)`, `${TINY}*exp(x)`])
  const inside = pick(random, [
    `x > ${low} && x < ${high}`,
    `x >= ${low} && x <= ${high}`,
    `(x - (${low}))*(${high} - x) > 0`,
    `exp(x) > exp(${low}) && exp(x) < exp(${high})`,
    `tanh(x) > tanh(${low}) && x < ${high}`,
    `x**3 > (${low})**3 && x**3 < (${high})**3`,
    `abs(x - (${middle})) < 1e-${k + 2}`,
  ])
  return {
    a: `${inside} ? ${f} + ${height} : ${f}`,
    b: f,
    truth: 'different',
    near: at(low, middle, high),
  }
}

/** A stretch without room, or a single point. */
const closedBump: Kind = (random) => {
  const low = decimal(random)
  const high = raised(low, Math.floor(random() * 31))
  const f = pick(random, SMOOTH)
  return pick<Case>(random, [
    { a: `x > ${high} && x < ${low} ? ${f} + 1 : ${f}`, b: f, truth: 'equal', near: at(low, high) },
    { a: `x >= ${low} && x <= ${low} ? ${f} + 1 : ${f}`, b: f, truth: 'null-set', near: at(low) },
    { a: `x === ${low} ? ${f} + ${TINY} : ${f}`, b: f, truth: 'null-set', near: at(low) },
    { a: `x < ${low} || x > ${low} ? ${f} : ${f}`, b: f, truth: 'equal', near: at(low) },
    { a: `x !== ${low} && x > ${high} ? ${f} : ${f} + 0*x`, b: f, truth: 'equal', near: at(low) },
  ])
}

interface Angle {
  readonly text: string
  /** Where it is a multiple of π/6, for those that are linear in x. */
  readonly zeros: readonly Exact[]
}

/** slope · x + shift. */
function linear(text: string, slope: string, shift: Exact): Angle {
  const zeros = [-6, -4, -3, -1, 0, 1, 2, 3, 4, 6, 9].map((sixths) => {
    const angle = X.exact(F.ZERO, F.fraction(BigInt(sixths), 6n))
    return X.divide(X.subtract(angle, shift), X.exact(F.fromText(slope))) ?? shift
  })
  return { text, zeros }
}

const ANGLES: readonly Angle[] = [
  linear('x', '1', X.exact(F.ZERO)),
  linear('2*x', '2', X.exact(F.ZERO)),
  linear('3*x', '3', X.exact(F.ZERO)),
  linear('x/2', '1/2', X.exact(F.ZERO)),
  linear('x/3', '1/3', X.exact(F.ZERO)),
  linear('x+1', '1', X.exact(F.ONE)),
  linear('2*x+1', '2', X.exact(F.ONE)),
  linear('x-pi/3', '1', X.exact(F.ZERO, F.fraction(-1n, 3n))),
  linear('x+pi/4', '1', X.exact(F.ZERO, F.fraction(1n, 4n))),
  linear('1-x', '-1', X.exact(F.ONE)),
  linear('x/2+1/3', '1/2', X.exact(F.fraction(1n, 3n))),
  { text: 'pi*x', zeros: at('-1/2', '0', '1/6', '1/3', '1/2', '1', '3/2') },
  ...[
    'x**2',
    'exp(x)',
    'beta*x',
    'x+beta',
    '4*tanh(x)',
    'atan(x)',
    'atan(x)/2',
    '3*sigmoid(x)',
  ].map((text) => ({ text, zeros: at('0') })),
]

function trigonometric(random: Random, angle: string): string {
  const other = pick(random, [angle, `2*(${angle})`, `(${angle})/2`, `(${angle})+1`])
  const [c, s] = [`cos(${angle})`, `sin(${angle})`]
  return pick(random, [
    c,
    s,
    `cos(2*(${angle}))`,
    `${c}*${s}`,
    `${c}**2`,
    `${s}**2`,
    `(1+${c})`,
    `(1-${s})`,
    `(2+${c})`,
    `(1.001+${s})`,
    `(${c}-1/2)`,
    `(${c}+${s})`,
    `(${c}**2-${s}**2)`,
    `(${c}*cos(${other})-${s}*sin(${other}))`,
    `(1-${s}**2)`,
    `(${s}-sin(${other}))`,
    `(${c}-0.3)*(${s}+0.2)`,
    `(3+${c}+${s}*cos(${other}))`,
    `tan(${angle})`,
  ])
}

/** Signs, roots and quotients of sines and cosines. */
const trigonometricSign: Kind = (random) => {
  const { text, zeros } = pick(random, ANGLES)
  const t = trigonometric(random, text)
  const f = pick(random, SMOOTH)
  const cases: Case[] = [
    { a: `${t}/${t}`, b: '1' },
    { a: `${t} > 0 ? ${f} : ${f} + ${TINY}*(1+x**2)`, b: f },
    { a: `${t} >= 0 ? ${f} : ${f} - ${TINY}`, b: f },
    { a: `${t}*${t} >= 0 ? ${f} : 0`, b: f },
    { a: `(${t})**2 > 0 ? ${f} : ${f} + 1`, b: f },
    { a: `${TINY}*sqrt((${t})**2)`, b: `${TINY}*${t}` },
    { a: `sqrt((${t})**2)`, b: `abs(${t})` },
    { a: `${TINY}*abs(${t})`, b: `${TINY}*${t}` },
    { a: `sqrt(${t})**2`, b: t },
    { a: `${TINY}*max(${t}, 0)`, b: `${TINY}*${t}` },
    { a: `max(${t}, 0) + min(${t}, 0)`, b: t },
    { a: `log((${t})**2)`, b: `2*log(abs(${t}))` },
    { a: `sign(${t})*abs(${t})`, b: t },
    { a: `exp(log(${t}))`, b: t },
    { a: `${t} === 0 ? ${f} + 1 : ${f}`, b: f },
    {
      a: `${t} < 0 && x > 4.70001 && x < 4.70002 ? ${f} + 1 : ${f}`,
      b: f,
      near: at('4.70001', '4.700015', '4.70002'),
    },
    { a: `${TINY}*(${t}*(log(x**2+2*x+1)-2*log(abs(x+1)))+2*pi*sin(x))`, b: '0' },
  ]
  return { near: zeros, assume: pick(random, STRETCHES), ...pick(random, cases) }
}

/** Mostly everywhere, and stretches that end where sines and cosines turn their signs, or beside. */
const STRETCHES: readonly (readonly string[])[] = [
  [],
  [],
  [],
  ['x >= 0', 'x <= pi'],
  ['x > 0', 'x < 3.2'],
  ['abs(x) <= pi/2'],
  ['x >= -1', 'x <= 1.6'],
]

/** Theorems of addition and of halves, right ones and ones that are off by little. */
const trigonometricIdentity: Kind = (random) => {
  const { text: u, zeros } = pick(random, ANGLES)
  const v = pick(random, ['x', '1', 'beta', 'pi/6', '2*x'])
  const [a, b] = pick(random, [
    [`sin(${u}+${v})`, `sin(${u})*cos(${v})+cos(${u})*sin(${v})`],
    [`cos(${u}-${v})`, `cos(${u})*cos(${v})+sin(${u})*sin(${v})`],
    [`sin(2*(${u}))`, `2*sin(${u})*cos(${u})`],
    [`cos(2*(${u}))`, `1-2*sin(${u})**2`],
    [`sin(${u})**2`, `(1-cos(2*(${u})))/2`],
    [`cos(3*(${u}))`, `4*cos(${u})**3-3*cos(${u})`],
    [`sin(${u})**4+cos(${u})**4`, `1-2*sin(${u})**2*cos(${u})**2`],
    [`sin(${u}+pi/2)`, `cos(${u})`],
    [`cos(${u}+pi/3)+cos(${u}-pi/3)`, `cos(${u})`],
    [`abs(sin(${u}))`, `sqrt(1-cos(${u})**2)`],
    [`cos(atan(x))`, `1/sqrt(1+x**2)`],
    [`cos(atan(x)/2)**2`, `(1+1/sqrt(1+x**2))/2`],
    [`tan(atan(x)/2)`, `x/(1+sqrt(1+x**2))`],
    [`2*atan(x/(1+sqrt(1+x**2)))`, `atan(x)`],
    [`sin(2*atan(x))`, `2*x/(1+x**2)`],
    [`sin(asin(x))`, `x`],
    [`cos(asin(x))`, `sqrt(1-x**2)`],
    [`2*atan(tanh(x/2))`, `atan(sinh(x))`],
    [`atan(x)+atan(1/x)`, `sign(x)*pi/2`],
    [`tan(${u}/2)`, `sin(${u})/(1+cos(${u}))`],
  ] as const)
  const off = random()
  if (off < 0.6) return { a, b, near: zeros }
  const error = pick(random, [`${TINY}*cos(x)`, `${TINY}`, `${TINY}*x`, `${TINY}*sin(3*x)**2`])
  return { a, b: `${b} + ${error}` }
}

const HIDDEN_ZEROS = [
  '(sin(x)**2+cos(x)**2-1)',
  '(log(x**2+2*x+1)-2*log(abs(x+1)))',
  '(atan(x)+atan(1/x)-pi/2)',
  '(asinh(sinh(x))-x)',
  '(sqrt(3+2*sqrt(2))-1-sqrt(2))',
  '(tanh(x)-2*sigmoid(2*x)+1)',
  '(sqrt(x**2)-abs(x))',
  '(exp(x)*exp(beta)-exp(x+beta))',
  '(erf(x)+erf(-x))',
  '(asin(tanh(x))-atan(sinh(x)))',
  '(cos(pi/5)-(1+sqrt(5))/4)',
  '(atan(1/2)+atan(1/3)-pi/4)',
  '(log(6)-log(2)-log(3))',
  '(sqrt(2)*sqrt(3)-sqrt(6))',
  '(x**2-2*x*beta+beta**2-(x-beta)**2)',
]

/** Conditions on what is zero everywhere, or on one side, without looking so. */
const hiddenZero: Kind = (random) => {
  const z = pick(random, HIDDEN_ZEROS)
  const f = pick(random, SMOOTH)
  return pick<Case>(random, [
    { a: `${z} > 0 ? ${f} + ${TINY} : ${f}`, b: f },
    { a: `${z} === 0 ? ${f} : ${f} + 1`, b: f },
    { a: `${z} === 0 ? ${f} + ${TINY} : ${f}`, b: f },
    { a: `${z} !== 0 ? ${f} + 1 : ${f}`, b: f },
    { a: `${z}*${f}`, b: '0' },
    { a: `1/${z}`, b: `1/${z} + 1` },
    { a: `${f}/(1+${z})`, b: f },
    { a: `x > ${z} ? ${f} : ${f} + ${TINY}`, b: `x > 0 ? ${f} : ${f} + ${TINY}` },
    { a: `sqrt(${z})`, b: '0' },
    { a: `log(${z})`, b: f },
    { a: `(${z} - 1e-30) < 0 ? ${f} : ${f} + 1`, b: f },
  ])
}

/** Branches chosen where two smooth functions cross. */
const crossing: Kind = (random) => {
  const pool = [...SMOOTH, '0', '1/2', 'alpha', 'x-1', '-x', 'exp(-x)', '1-x**2', 'alpha*x']
  const [f, g] = [pick(random, pool), pick(random, pool)]
  const cases: Case[] = [
    { a: `max(${f}, ${g})`, b: `${f} > ${g} ? ${f} : ${g}`, truth: 'equal' },
    { a: `min(${f}, ${g})`, b: `${f} < ${g} ? ${f} : ${g}`, truth: 'equal' },
    {
      a: `abs((${f}) - (${g}))`,
      b: `${f} >= ${g} ? (${f}) - (${g}) : (${g}) - (${f})`,
      truth: 'equal',
    },
    { a: `max(${f}, ${g}) + min(${f}, ${g})`, b: `(${f}) + (${g})`, truth: 'equal' },
    { a: `${f} > ${g} ? ${f} : ${g}`, b: `${f} > ${g} ? ${f} : ${g} + ${TINY}*((${f}) - (${g}))` },
    { a: `${TINY}*max(${f}, ${g})`, b: `${TINY}*(${f} < ${g} ? ${f} : ${g})` },
    { a: `relu((${f}) - (${g}))`, b: `max(${f}, ${g}) - (${g})`, truth: 'equal' },
    { a: `D(max(${f}, ${g}), x)`, b: `${f} > ${g} ? D(${f}, x) : D(${g}, x)` },
    { a: `${f} > ${g} ? 1 : 0`, b: `${f} >= ${g} ? 1 : 0` },
    { a: `sign((${f}) - (${g}))`, b: `${f} > ${g} ? 1 : ${g} > ${f} ? -1 : 0`, truth: 'equal' },
  ]
  return pick(random, cases)
}

/** Activations with parameters, their other forms, and forms that are off somewhere. */
const parameters: Kind = (random) => {
  const [low, high] = [decimal(random), decimal(random)]
  const assume = pick(random, [
    [],
    ['alpha > 0'],
    ['alpha > 0', 'beta > alpha'],
    ['alpha >= 0 && alpha <= 1'],
    ['alpha !== 0'],
    ['beta > 0', 'alpha < 1'],
  ])
  const [a, b] = pick(random, [
    ['prelu(x, alpha)', 'max(x, 0) + alpha*min(x, 0)'],
    ['prelu(x, alpha)', 'max(x, alpha*x)'],
    ['prelu(prelu(x, alpha), beta)', 'prelu(x, alpha*beta)'],
    ['elu(x, alpha)', 'x > 0 ? x : alpha*(exp(x) - 1)'],
    ['max(0, x) + min(0, alpha*expm1(x/alpha))', 'x > 0 ? x : alpha*(exp(x/alpha) - 1)'],
    ['hardTanh(beta*x)', 'beta*x > 1 ? 1 : beta*x < -1 ? -1 : beta*x'],
    ['min(max(x, alpha), beta)', 'x < alpha ? alpha : x > beta ? beta : x'],
    ['min(max(x, alpha), beta)', 'max(min(x, beta), alpha)'],
    ['swish(x, beta)', 'x/(1+exp(-beta*x))'],
    ['D(swish(x, beta), x)', 'sigmoid(beta*x)*(1+beta*x*(1-sigmoid(beta*x)))'],
    ['sqrt(alpha**2*x**2)', 'abs(alpha)*abs(x)'],
    ['abs(alpha*x)', 'alpha*abs(x)'],
    ['D(sqrt(alpha**2+beta**2), alpha)', 'alpha/sqrt(alpha**2+beta**2)'],
    ['alpha*x > beta*x ? 1 : 0', '(alpha-beta)*x > 0 ? 1 : 0'],
    ['alpha*x > beta ? 1 : 0', 'x > beta/alpha ? 1 : 0'],
    ['x**alpha', 'exp(alpha*log(x))'],
    [
      'abs(x) <= alpha ? x**2/2 : alpha*(abs(x)-alpha/2)',
      'min(abs(x), alpha)*(abs(x)-min(abs(x), alpha)/2)',
    ],
    ['sign(alpha*x)', 'sign(alpha)*sign(x)'],
    ['relu(alpha*x)', 'alpha*relu(x)'],
    ['(alpha*x+beta)/(alpha*x+beta)', '1'],
    ['log(alpha*beta)', 'log(alpha) + log(beta)'],
    ['sigmoid(x-alpha) > 1/2 ? 1 : 0', 'x > alpha ? 1 : 0'],
  ] as const)
  const off = random()
  if (off < 0.45) return { a, b, assume }
  const where = pick(random, [
    `x > ${low} && x < ${raised(low, 4)}`,
    `x > ${low}`,
    `alpha > ${high}`,
    `alpha > ${high} && x < ${low}`,
    `alpha > 0.25 && alpha < 0.2501`,
    `x > alpha && x < alpha + 1e-6`,
    `alpha*x > ${low} && alpha*x < ${raised(low, 3)}`,
  ])
  const error = pick(random, ['1', TINY, `${TINY}*x`])
  return {
    a,
    b: `${b} + (${where} ? ${error} : 0)`,
    assume,
    near: at(low, raised(low, 5), high, '0.25005'),
  }
}

/** Equations among the assumptions. */
const equations: Kind = (random) => {
  const f = pick(random, SMOOTH)
  const error = pick(random, ['0', '0', `${TINY}*x`, TINY])
  const cases: Case[] = [
    { a: 'alpha*x', b: `2*x + ${error}`, assume: ['alpha === 2'] },
    { a: 'prelu(x, alpha)', b: `relu(x) + ${error}`, assume: ['alpha === 0'] },
    { a: 'alpha*x + beta*x', b: `x + ${error}`, assume: ['alpha + beta === 1'] },
    { a: 'exp(alpha)*exp(beta)', b: `E + ${error}`, assume: ['beta === 1 - alpha'] },
    { a: '(alpha - beta)*x', b: error, assume: ['alpha === beta'] },
    { a: 'alpha**2', b: `4 + ${error}`, assume: ['alpha**2 === 4', 'alpha > 0'] },
    { a: 'alpha', b: `2 + ${error}`, assume: ['alpha**2 === 4', 'alpha > 0'] },
    { a: 'alpha', b: '2', assume: ['alpha**2 === 4'] },
    { a: 'alpha*beta*x', b: `x + ${error}`, assume: ['alpha*beta === 1'] },
    {
      a: `swish(x, beta) + alpha*(${f})`,
      b: `silu(x) + ${error}`,
      assume: ['beta === 1', 'alpha === 0'],
    },
    { a: `sin(alpha)*x`, b: error, assume: ['alpha === pi'] },
    { a: `x/alpha`, b: `x/alpha + ${error}`, assume: ['alpha === 0'] },
  ]
  return pick(random, cases)
}

/** Comparisons with infinity. */
const infinity: Kind = (random) => {
  const u = pick(random, [
    'x',
    'log(x)',
    'exp(x)',
    '1/x',
    'sqrt(x)',
    'x**2',
    'log(x**2+1)',
    'asin(x)',
    'tan(x)',
    'NaN',
    '-exp(x)',
    'x*beta',
  ])
  const f = pick(random, SMOOTH)
  const compare = pick(random, ['<', '<=', '>', '>=', '===', '!=='])
  const bound = pick(random, ['Infinity', '-Infinity'])
  const test = random() < 0.5 ? `${u} ${compare} ${bound}` : `${bound} ${compare} ${u}`
  return { a: `${test} ? ${f} : ${f} + ${TINY}`, b: pick(random, [f, `${f} + ${TINY}`]) }
}

/** Numbers that are nearly others. */
const nearlyEqual: Kind = (random) => {
  const f = pick(random, SMOOTH)
  const k = 14 + Math.floor(random() * 50)
  const epsilon = pick(random, [
    `1e-${k}`,
    'exp(-300)',
    'exp(-90)',
    '2**(-80)',
    '(1/3-0.3333333333333333)',
    `(pi-3.14159265358979323846)`,
    `(sqrt(2)-1.41421356237309504880)`,
    'erfc(9)',
    '(1-erf(7))',
  ])
  return pick<Case>(random, [
    { a: `(${f})*(1 - ${epsilon})`, b: f },
    {
      a: `x > ${epsilon} ? ${f} : 0*x`,
      b: `x > 0 ? ${f} : 0*x`,
      near: at('1e-70', '1e-45', '1e-25', '1e-15'),
    },
    { a: `1 - ${epsilon} > 0 ? ${f} : 0`, b: f },
    { a: `1 - ${epsilon} < 1 ? ${f} : ${f} + 1`, b: f },
    { a: `max(${f}, (${f}) + ${epsilon})`, b: `(${f}) + ${epsilon}` },
    { a: `tanh(x)*(1 + ${epsilon})`, b: 'tanh(x)' },
  ])
}

/** Domains: roots, logarithms and quotients that exist on one side only. */
const domains: Kind = (random) => {
  const u = pick(random, [
    'x',
    'x-1',
    '1-x**2',
    'x*beta',
    'cos(x)',
    'x**3',
    'exp(x)-2',
    'x**2-2',
    'log(x)',
    'sin(x)-1/2',
    'x**2-2*x+1',
    'alpha-x**2',
    'x+1/x',
  ])
  return pick<Case>(random, [
    { a: `sqrt(${u})**2`, b: u },
    { a: `exp(log(${u}))`, b: u },
    { a: `sqrt(${u})*sqrt(${u})`, b: `abs(${u})` },
    { a: `(${u})/(${u})`, b: '1' },
    { a: `(${u})**2/(${u})`, b: u },
    { a: `log((${u})**2)`, b: `2*log(${u})` },
    { a: `log((${u})**2)`, b: `2*log(abs(${u}))` },
    { a: `sqrt((${u})**2)`, b: `abs(${u})` },
    { a: `cbrt(${u})**3`, b: u },
    { a: `(${u})**0.5`, b: `sqrt(${u})` },
    { a: `1/sqrt(${u})`, b: `sqrt(${u})/(${u})` },
    { a: `sqrt(${u}) + ${TINY}*max(0, x-5)`, b: `sqrt(${u})` },
    { a: `${u} > 0 ? log(${u}) : 0`, b: `log(max(${u}, 1e-9))` },
    { a: `asin(${u}) + acos(${u})`, b: 'pi/2' },
    { a: `tanh(atanh(${u}))`, b: u },
  ])
}

/** A growing function, and where it is a number. */
const GROWING: readonly (readonly [f: (u: string) => string, inverse: (c: string) => string])[] = [
  [(u) => `exp(${u})`, (c) => `log(${c})`],
  [(u) => `(exp(${u}) + 1)`, (c) => `log(${c} - 1)`],
  [(u) => `log(${u})`, (c) => `exp(${c})`],
  [(u) => `softplus(${u})`, (c) => `log(exp(${c}) - 1)`],
  [(u) => `sigmoid(${u})`, (c) => `log(${c}/(1 - ${c}))`],
  [(u) => `tanh(${u})`, (c) => `atanh(${c})`],
  [(u) => `atanh(${u})`, (c) => `tanh(${c})`],
  [(u) => `atan(${u})`, (c) => `tan(${c})`],
  [(u) => `asin(${u})`, (c) => `sin(${c})`],
  [(u) => `-acos(${u})`, (c) => `cos(${c})`],
]

/** Branches chosen by what a function grows beyond, told by its inverse, or beside that by little. */
const inverses: Kind = (random) => {
  const [f, inverse] = pick(random, GROWING)
  const c = pick(random, ['0.3', '1/2', '0.7', '1', '1.5', '2', '-0.4', 'pi/5', '(sqrt(2)/2)'])
  const u = pick(random, ['x', 'x', '2*x + 1', 'x**3', 'x + beta', 'exp(x)', 'x**2'])
  const scale = pick(random, ['1', '3', '1/7', 'pi', '(1 + cos(1))'])
  const off = pick(random, ['0', '0', '0', '1e-13', '1e-30', '-1e-30'])
  const test = pick(random, ['>', '>=', '<'])
  const [y, n] = pick(random, [
    ['1', '0'],
    ['x', `x + ${TINY}`],
  ])
  const texts = [0.3, 0.5, 0.7, 1, 1.5, 2, -0.4].flatMap((value) => [
    Math.log(Math.abs(value)).toFixed(15),
    Math.exp(value).toFixed(15),
    Math.tan(value).toFixed(15),
    Math.log(Math.expm1(Math.abs(value))).toFixed(15),
  ])
  return {
    a: `${scale}*${f(u)} ${test} ${scale}*${c} ? ${y} : ${n}`,
    b: `${u} ${test} ${inverse(c)} + ${off} ? ${y} : ${n}`,
    near: at(pick(random, texts), pick(random, texts), '0', '1'),
  }
}

/** Branches that no point reaches, or hardly one, without looking so. */
const hardlyMet: Kind = (random) => {
  const [u, v] = [pick(random, SMOOTH), pick(random, [...SMOOTH, 'beta', 'alpha'])]
  const f = pick(random, SMOOTH)
  const least = pick(random, ['1e-9', '1e-9', '0.1', '0', '-1e-9'])
  const test = pick(random, [
    `(${u})**2 + (${v})**2 + ${least} < 2*(${u})*(${v})`,
    `exp(${u}) + exp(${v}) + ${least} < 2*exp(((${u}) + (${v}))/2)`,
    `exp(${u}) < 1 + (${u}) - ${least}`,
    `log(1 + (${u})**2) > (${u})**2 + ${least}`,
    `sin(${u})*cos(${v}) > 1 + ${least}`,
    `tanh(${u})**2 + 1/cosh(${u})**2 > 1 + ${least}`,
    `abs(${u}) + abs(${v}) < abs((${u}) + (${v})) - ${least}`,
    `max(${u}, ${v}) < ((${u}) + (${v}))/2 - ${least}`,
  ])
  return { a: `${test} ? ${f} + ${pick(random, ['1', TINY])} : ${f}`, b: f }
}

/** Random formulas and their derivatives in other forms, or off by a small share of a mutant. */
const rewritten: Kind = (random) => {
  const { a, b, same } = generatePair(random)
  const [left, right] = [textOf(a), textOf(b)]
  return { a: left, b: same ? right : `${left} + ${TINY}*((${right}) - (${left}))` }
}

function textOf(expr: Expr): string {
  const { derivativeOf } = expr
  if (derivativeOf === undefined) return `(${printFormula(expr)})`
  return `D(${textOf(derivativeOf.operand)}, ${derivativeOf.variable})`
}

export const KINDS: { readonly [name: string]: Kind } = {
  'narrow bumps': bump,
  'empty stretches and single points': closedBump,
  'signs of sines and cosines': trigonometricSign,
  'theorems of addition and halves': trigonometricIdentity,
  'zeros that do not look so': hiddenZero,
  'crossings of smooth functions': crossing,
  'thresholds of inverse functions': inverses,
  'conditions that are hardly met': hardlyMet,
  'parameters and assumptions': parameters,
  'equations among assumptions': equations,
  'comparisons with infinity': infinity,
  'numbers that are nearly others': nearlyEqual,
  'domains of roots and logarithms': domains,
  'rewritten formulas and derivatives': rewritten,
}
