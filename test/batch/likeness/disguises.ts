/** An answer of somebody's own, long enough that nobody writes it twice. */
export const ORIGINAL = `
// exponentials by halving
function scaled(value: number, factor: number): number {
  return value * factor + 0.5 * factor
}

export function tanh(x: number): number {
  if (x > 20) return 1
  if (x < -20) return -1
  const half = x / 2
  const up = Math.exp(half)
  const down = Math.exp(-half)
  const top = up * up - down * down
  const bottom = up * up + down * down
  let sum = 0
  for (let step = 0; step < 3; step++) {
    sum += scaled(step, 0)
  }
  return top / bottom + sum
}

export function dtanh(x: number): number {
  const value = tanh(x)
  const square = value * value
  const rest = 1 - square
  if (Math.abs(x) > 19) return 4 * Math.exp(-2 * Math.abs(x))
  return rest > 0 ? rest : 0
}
`

const swap = (text: string) => {
  const at = text.indexOf('export function dtanh')
  const before = text.indexOf('export function tanh')
  return `${text.slice(0, before)}${text.slice(at)}\n${text.slice(before, at)}`
}

/** The same program as somebody dresses it up who did not write it. */
export const DISGUISES: Readonly<Record<string, string>> = {
  'other names': ORIGINAL.replace(
    /\b(half|up|down|top|bottom|sum|step|square|rest|value|factor)\b/g,
    (word) => `${word}Q`,
  ),
  'other comments and layout': ORIGINAL.replace(/\/\/.*\n/, '/* my own idea */\n').replaceAll(
    '  ',
    '\t',
  ),
  'let for const': ORIGINAL.replaceAll('const ', 'let '),
  'no types': ORIGINAL.replaceAll(': number', ''),
  'functions swapped': swap(ORIGINAL),
  'a dead line': ORIGINAL.replace(
    '  const half',
    '  const unused = Math.sqrt(2) * 17\n  const half',
  ),
  'an arrow for a function': ORIGINAL.replace(
    'export function dtanh(x: number): number {',
    'export const dtanh = (x: number): number => {',
  ),
  'a temporary variable': ORIGINAL.replace(
    '  return top / bottom + sum',
    '  const quotient = top / bottom\n  const result = quotient + sum\n  return result',
  ),
  'operands commuted': ORIGINAL.replace('up * up + down * down', 'down * down + up * up')
    .replace('value * factor + 0.5 * factor', 'factor * 0.5 + factor * value')
    .replace('x > 20', '20 < x'),
  'a helper inlined': ORIGINAL.replace('scaled(step, 0)', 'step * 0 + 0.5 * 0'),
}

/** What people write who were asked for the same two short functions. */
const TANH = [
  'return Math.tanh(x)',
  'return (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x))',
  'return 1 - 2 / (Math.exp(2 * x) + 1)',
  'return 2 / (1 + Math.exp(-2 * x)) - 1',
  'return (1 - Math.exp(-2 * x)) / (1 + Math.exp(-2 * x))',
  'const e = Math.exp(2 * x); return (e - 1) / (e + 1)',
  'const a = Math.exp(x); const b = 1 / a; return (a - b) / (a + b)',
  'return Math.sinh(x) / Math.cosh(x)',
  'const t = Math.expm1(2 * x); return t / (t + 2)',
  'if (x > 20) return 1; if (x < -20) return -1; const e = Math.exp(-2 * x); return (1 - e) / (1 + e)',
]
const DTANH = [
  'const t = tanh(x); return 1 - t * t',
  'return 1 - tanh(x) ** 2',
  'return 1 - Math.pow(tanh(x), 2)',
  'const c = Math.cosh(x); return 1 / (c * c)',
  'return 4 / (Math.exp(x) + Math.exp(-x)) ** 2',
  'return (1 - tanh(x)) * (1 + tanh(x))',
  'const e = Math.exp(-2 * x); return 4 * e / ((1 + e) * (1 + e))',
  'const s = 1 / (1 + Math.exp(-2 * x)); return 4 * s * (1 - s)',
  'const h = 1e-5; return (tanh(x + h) - tanh(x - h)) / (2 * h)',
  'const t = Math.tanh(x); if (!Number.isFinite(x)) return 0; return 1 - t * t',
]

/** @param draw a whole number below its argument */
export function shortAnswer(draw: (below: number) => number): string {
  return `export function tanh(x: number): number { ${TANH[draw(TANH.length)]} }
export function dtanh(x: number): number { ${DTANH[draw(DTANH.length)]} }`
}
