import fc from 'fast-check'

/** What goes as deep as it is told, at work or in its own text. */
const SHAPES: readonly ((depth: number) => string)[] = [
  (n) => `const r = (k: number): number => (k <= 0 ? 0 : 1 + r(k - 1))\nconst deep = () => r(${n})`,
  (n) =>
    `const r = (k: number): number => (k <= 0 ? 0 : [k].map((j) => r(j - 1))[0]! + 1)\nconst deep = () => r(${n})`,
  (n) =>
    `const r = (k: number): any => (k <= 0 ? 1 : \`\${{ toString: () => r(k - 1) }}\`)\nconst deep = () => Number(r(${n}))`,
  (n) => `const deep = () => JSON.parse('['.repeat(${n}) + ']'.repeat(${n})).length`,
  (n) =>
    `const deep = () => { let a: any = []; for (let i = 0; i < ${n}; i++) a = [a]; return JSON.stringify(a).length }`,
  (n) => `const deep = () => Math.max(...Array(${n}).fill(1))`,
  (n) => `const deep = () => ${'\n-('.repeat(n % 1400)}1${')'.repeat(n % 1400)}`,
  (n) => `const deep = () => 1${'\n + 1'.repeat(n % 3000)}`,
]
const ENDS = [
  'x + deep()',
  '(() => { try { return x + deep() } catch { return 1 } })()',
  '(x > 1e6 ? deep() : x)',
]

const depth = fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 2000, max: 20_000 }))

/** Programs with a function `f` that goes deep at every point, or at none. */
export const deepProgram = fc
  .tuple(fc.constantFrom(...SHAPES), depth, fc.constantFrom(...ENDS))
  .map(([shape, n, end]) => `${shape(n)}\nexport function f(x: number): number { return ${end} }`)
