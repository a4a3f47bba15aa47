import { compileFloat64 } from '../../../src/formula/evaluate.ts'
import type { Expr } from '../../../src/formula/expr.ts'
import { printFormula } from '../../../src/formula/print.ts'
import { render } from '../../../src/messages/render.ts'
import { readEngine } from '../../../src/node/engine-files.ts'
import { Room } from '../../../src/sandbox/room.ts'
import type { EvaluationResult, LoadResult, NotFollowed } from '../../../src/session.ts'
import { pointsOf } from './points.ts'
import type { Program } from './program.ts'

export type Judgement =
  | { readonly kind: 'followed' }
  | { readonly kind: 'refused'; readonly why: string }
  /** The program itself does not run. */
  | { readonly kind: 'broken'; readonly why: string }
  | { readonly kind: 'fault'; readonly what: string }

/** The machine and the formula, held against each other. */
export interface Oracle {
  judge(program: Program): Promise<Judgement>
}

export async function openOracle(): Promise<Oracle> {
  const files = await readEngine(Promise.resolve())
  const tools = {
    pulse: { tick: () => undefined, goesOn: () => undefined },
    judge: () => undefined,
  }
  const [room, ruler] = [0, 1].map(() => new Room(files, tools))
  return { judge: (program) => judge(program, room as Room, ruler as Room) }
}

async function judge(program: Program, room: Room, ruler: Room): Promise<Judgement> {
  const loaded = await load(room, program)
  if (loaded.kind === 'fault') return { kind: 'broken', why: loaded.message }
  const found = loaded.functions.f
  if (found?.kind !== 'function') return { kind: 'broken', why: 'no function' }
  if (found.formula.kind === 'undecided') return refusal(found.formula)
  const { expr, assumes } = found.formula
  const tolerance = assumes.includes('float32-rounding') ? ROUNDED : EXACT
  const columns = pointsOf(program)
  const formula = compileFloat64(expr, program.args)
  // Backwards and forwards again: what is remembered from call to call shows.
  for (const order of [columns, columns.map(reversed), columns]) {
    const got = await evaluate(room, order)
    const what = await difference(got, order, { formula, expr, program, ruler, tolerance })
    if (what !== undefined) return { kind: 'fault', what }
  }
  return { kind: 'followed' }
}

function refusal({ why }: NotFollowed): Judgement {
  const said = render(why)
  return why.id === 'not-followed.bug'
    ? { kind: 'fault', what: said }
    : { kind: 'refused', why: said }
}

async function load(room: Room, { text, args }: Program): Promise<LoadResult> {
  const wanted = [{ name: 'f', arguments: args, symbolic: true }]
  const source = { file: 'program.ts', text, siblings: {} }
  const answer = room.answer({ request: { kind: 'load', source, wanted, ahead: [] } })
  return (answer as { readonly result: LoadResult }).result
}

async function evaluate(room: Room, columns: readonly Float64Array[]): Promise<EvaluationResult> {
  const request = { function: 'f', columns }
  return room.answer({ request: { kind: 'evaluate', request } }) as EvaluationResult
}

function reversed(column: Float64Array): Float64Array {
  return column.slice().reverse()
}

interface Formula {
  readonly formula: (...args: number[]) => number
  readonly expr: Expr
  readonly program: Program
  readonly ruler: Room
  readonly tolerance: Tolerance
}

interface Tolerance {
  readonly relative: number
  /** Numbers below this count as if they were this large. */
  readonly size: number
  readonly farthest: number
  readonly spared: number
}

/**
 * Beyond the rounding of doubles; and of float32, where the formula says that it leaves that out:
 * then as far out as values are judged, and but for single points, where a threshold may lie.
 */
const EXACT = { relative: 1e-9, size: 1e-300, farthest: Infinity, spared: 0 }
const ROUNDED = { relative: 1e-4, size: 1, farthest: 20, spared: 3 }

async function difference(
  { values, ended, unstable }: EvaluationResult,
  columns: readonly Float64Array[],
  { formula, expr, program, ruler, tolerance }: Formula,
): Promise<string | undefined> {
  if (ended) return `the machine did not end: ${ended.message}`
  if (unstable) return `the machine remembers something at point ${unstable.index}`
  const suspects = [...values.keys()].filter((index) => {
    const args = columns.map((column) => column[index] as number)
    if (args.some((x) => Math.abs(x) > tolerance.farthest)) return false
    return !isClose(values[index] as number, formula(...args), tolerance)
  })
  if (suspects.length <= tolerance.spared) return undefined
  // The functions of two engines differ in the last digit, and a program may magnify that.
  const exact = await evaluatedInGuest(expr, program, columns, ruler)
  const index = suspects.find(
    (one) => !isClose(values[one] as number, exact[one] as number, tolerance),
  )
  if (index === undefined) return undefined
  const at = columns.map((column) => column[index]).join(', ')
  return `at ${at} the machine gives ${values[index]} and the formula ${exact[index]}: ${printFormula(expr)}`
}

function isClose(a: number, b: number, { relative, size }: Tolerance): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true
  return Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b), size)
}

/** The formula as a program for the same engine. */
async function evaluatedInGuest(
  expr: Expr,
  { args }: Program,
  columns: readonly Float64Array[],
  ruler: Room,
): Promise<Float64Array> {
  const text = `const { ${NAMES.join(', ')} } = Math; const pi = Math.PI, E = Math.E
const seluAlpha = 1.6732632423543772, seluScale = 1.0507009873554805
export const f = (${args.join(', ')}) => ${printFormula(expr)}`
  const loaded = await load(ruler, { text, args, kinds: [] })
  if (loaded.kind === 'fault') throw new Error(`${loaded.message}: ${text}`)
  return (await evaluate(ruler, columns)).values
}

const NAMES = [
  'exp',
  'expm1',
  'log',
  'log1p',
  'log2',
  'log10',
  'sqrt',
  'cbrt',
  'abs',
  'sign',
  'floor',
  'ceil',
  'round',
  'trunc',
  'max',
  'min',
  'tanh',
  'sinh',
  'cosh',
  'asinh',
  'acosh',
  'atanh',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
]
