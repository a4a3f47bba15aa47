import { describe } from 'vitest'
import { exerciseOf, judgesEach, openJudge } from './judge-text.ts'

const judge = openJudge()

const asked = exerciseOf({
  functions: {
    pieces: { signature: '(net: Net) => Pieces' },
    add: { signature: '(p: Pieces, q: Pieces) => Pieces' },
  },
  checks: [
    { kind: 'piecewise-linear', function: 'pieces', points: 6, asked: 'pieces' },
    { kind: 'piecewise-linear', function: 'add', points: 4, asked: 'sum' },
  ],
  mistakes: [
    ...['orientation-ignored', 'zero-weight-unit-lost', 'zero-weight-breakpoint'],
    ...['duplicates-not-merged', 'unsorted-breakpoints', 'discontinuous', 'output-bias-lost'],
    ...['output-weights-lost', 'second-breakpoints-lost'],
  ].map((note) => ({ note, function: 'pieces', title: note, hint: note })),
})

/** The solution, with one expression of it replaced. */
const pieces = (change: { readonly [part: string]: string } = {}, before = '') => {
  const part = (name: string, right: string) => change[name] ?? right
  return `
const inside = (cuts: number[]) => cuts.length === 0 ? [0]
  : [cuts[0] - 1, ...cuts.map((at, k) => (at + (cuts[k + 1] ?? at + 2)) / 2)]
export function pieces({ w1, b1, w2, b2 }: any): any {
  ${before}
  const units = w1.map((w: number, k: number) => ({ w, b: b1[k], v: w2[k] }))
  const bending = ${part('bending', 'units.filter((u: any) => u.w !== 0)')}
  const kinks = bending.map((u: any) => 0 - u.b / u.w)
  const breakpoints = ${part('sort', '[...new Set(kinks)].sort((a: any, b: any) => a - b)')} as number[]
  const on = (x: number) => units.filter((u: any) => ${part('on', 'u.w * x + u.b > 0')})
  const sum = (x: number, term: (u: any) => number, start = 0) =>
    on(x).reduce((s: number, u: any) => s + ${part('v', 'u.v')} * term(u), start)
  const slopes = inside(breakpoints).map((x) => sum(x, (u) => u.w))
  const intercepts = inside(breakpoints).map((x) => sum(x, (u) => u.b, ${part('b2', 'b2')}))
  return ${part('form', '{ breakpoints, slopes, intercepts }')}
}`
}

const RIGHT: { readonly [part: string]: string } = { b2: 'b2', v: 'u.v', on: 'u.w * x + u.b > 0' }

describe('asks for the pieces of a network of ReLUs', () => {
  judgesEach(judge, asked, 'pieces-piecewise-linear', [
    [
      'right',
      pieces(),
      {
        ...{ status: 'passed', score: 600 },
        message: /^right for all \d+ inputs$/,
      },
    ],
    [
      'as a list of pieces',
      pieces({
        form: 'slopes.map((slope, k) => ({ from: k ? breakpoints[k - 1] : -Infinity, slope, intercept: intercepts[k] }))',
      }),
      { status: 'passed' },
    ],
    [
      'with a bias lost',
      pieces({ b2: '0' }),
      { status: 'failed', note: 'output-bias-lost', score: 0 },
    ],
    ['with weights lost', pieces({ v: '1' }), { note: 'output-weights-lost' }],
    [
      'with units on the wrong side',
      pieces({ on: 'u.w ? x > -u.b / u.w : u.b > 0' }),
      { note: 'orientation-ignored' },
    ],
    ...Object.entries({ b2: 'b2 * 0', v: '1', on: 'x > -u.b / u.w' }).map(
      ([part, wrong]) =>
        [
          `with ${wrong} for some networks only, which is another mistake`,
          pieces({ [part]: `(w1.length > 3 ? ${wrong} : ${RIGHT[part]})` }),
          { status: 'failed', note: undefined },
        ] as const,
    ),
    [
      'without level units',
      pieces({ on: 'u.w !== 0 && u.w * x + u.b > 0' }),
      { note: 'zero-weight-unit-lost' },
    ],
    [
      'with a breakpoint of a level unit',
      pieces({ bending: 'units' }),
      {
        note: 'zero-weight-breakpoint',
        message: /^a breakpoint is no finite number: \[.*Infinity/,
      },
    ],
    [
      'with a breakpoint twice',
      pieces({ sort: 'kinks.sort((a: any, b: any) => a - b)' }),
      { note: 'duplicates-not-merged', message: /^the breakpoint -?\S+ is there twice$/ },
    ],
    [
      'out of order',
      pieces({ sort: '[...new Set(kinks)].reverse()' }),
      { status: 'failed', note: 'unsorted-breakpoints' },
    ],
    [
      'that do not meet',
      pieces({ form: '{ breakpoints, slopes, intercepts: intercepts.map((b, k) => b + k) }' }),
      {
        note: 'discontinuous',
        message: /^the pieces do not meet at \S+: \S+ on the left, \S+ on the right$/,
      },
    ],
    [
      'of another function, which meet',
      pieces({ form: '{ breakpoints: [], slopes: [7], intercepts: [0] }' }),
      { note: undefined, message: /^at \S+ the function is \S+, but the pieces give \S+$/ },
    ],
    [
      'one too few',
      pieces({ form: '{ breakpoints, slopes, intercepts: [0] }' }),
      {
        message:
          'the list breakpoints has length 1, so slopes and intercepts should have length 2, one for each piece: theirs are 2 and 1',
      },
    ],
    [
      'with a slope that is none',
      pieces({ form: '{ breakpoints, slopes: slopes.map(() => NaN), intercepts }' }),
      { message: 'a slope or an intercept is no finite number' },
    ],
    [
      'no pieces',
      pieces({ form: '7' }),
      { message: 'an object { breakpoints, slopes, intercepts } of three arrays is expected' },
    ],
    ['nothing', pieces({ form: 'undefined' }), { says: { id: 'data.not-data' } }],
    ['a throw', pieces({}, 'if (w1.length > 1) throw new Error("no")'), { cause: 'crashed' }],
    ['what never ends', pieces({}, 'for (;;) {}'), { cause: 'did-not-finish' }],
    [
      'dice, however small',
      pieces({ b2: 'b2 + 1e-12 * Math.random()' }),
      { cause: 'not-deterministic' },
    ],
    ['what is missing', 'export const g = 1', { cause: 'missing-export' }],
  ])
})

const add = (cuts: string) => `
const value = (f: any, x: number, of: string) => f[of][f.breakpoints.filter((at: number) => at < x).length]
export function add(p: any, q: any): any {
  const breakpoints = ${cuts}
  const xs = breakpoints.length === 0 ? [0]
    : [breakpoints[0] - 1, ...breakpoints.map((at: any, k: any) => (at + (breakpoints[k + 1] ?? at + 2)) / 2)]
  const sum = (of: string) => xs.map((x: number) => value(p, x, of) + value(q, x, of))
  return { breakpoints, slopes: sum('slopes'), intercepts: sum('intercepts') }
}`

describe('asks for the sum of two such functions', () => {
  judgesEach(judge, asked, 'add-piecewise-linear', [
    [
      'right',
      add('[...new Set([...p.breakpoints, ...q.breakpoints])].sort((a: any, b: any) => a - b)'),
      { status: 'passed', score: 400 },
    ],
    [
      'with one’s breakpoints alone',
      `export const add = (p: any, q: any) => ({
  breakpoints: p.breakpoints,
  slopes: p.slopes.map((s: number, k: number) => s + (q.slopes[k] ?? 0)),
  intercepts: p.intercepts.map((b: number, k: number) => b + (q.intercepts[k] ?? 0)),
})`,
      { status: 'failed', note: 'second-breakpoints-lost' },
    ],
    [
      'with a breakpoint twice',
      add('[...p.breakpoints, ...q.breakpoints].sort((a: any, b: any) => a - b)'),
      { note: 'duplicates-not-merged' },
    ],
  ])
})
