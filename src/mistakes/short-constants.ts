import { number, operation } from '../formula/build.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import type { Expr } from '../formula/expr.ts'
import { type KnownConstant, knownConstants } from '../formula/known-constants.ts'
import { mapFormula } from '../formula/map-formula.ts'
import { formsOf } from './forms.ts'
import { differ, type Run } from './match.ts'
import type { TableView } from './table-view.ts'

/** So many ways to lengthen the constants of one formula are tried. */
const MOST_WAYS = 256

/** A first look, before all points are asked. */
const FIRST = 16

/** Who writes so many digits means the constant's double. */
const LONG = 15

/**
 * Whether a formula is right as soon as its decimals are the constants that they are the first digits
 * of: `0.67 for 2/3`. However few the digits, the whole must then be right at every point.
 */
export function shortConstants(
  written: Expr,
  truth: Expr,
  view: TableView,
): readonly string[] | undefined {
  // What is right as it stands nearly everywhere is wrong for another reason: at a kink, in a bump.
  if (!isWidelyWrong(written, view)) return undefined
  const literals = literalsOf(written)
  const constants = [...knownConstants(true), ...FRACTIONS, ...constantsOf(truth)]
  const ways = literals.reduce<readonly Way[]>(
    (some, text) =>
      some.length > MOST_WAYS
        ? some
        : some.flatMap((way) => [
            way,
            ...longer(text, constants).map((one) => new Map([...way, [text, one]])),
          ]),
    [new Map()],
  )
  const found = ways.find((way) => way.size > 0 && isRight(lengthened(written, way), view))
  return (
    found &&
    [...found].map(([text, { name, double }]) => {
      return `${text} for ${name}, off by ${Math.abs(Number(text) - double)}`
    })
  )
}

/** A constant for each literal that is taken for its first digits. */
type Way = ReadonlyMap<string, KnownConstant>

/** The decimals that stand in a formula; whole numbers mean themselves. */
function literalsOf(formula: Expr): readonly string[] {
  const texts = new Set<string>()
  mapFormula(formula, (part) => {
    if (part.kind === 'number' && !Number.isInteger(Number(part.text))) texts.add(part.text)
    return part
  })
  return [...texts]
}

/** The fractions that people write as decimals. */
const FRACTIONS: readonly KnownConstant[] = [3, 6, 7, 9, 11, 12].flatMap((q) =>
  Array.from({ length: 2 * q }, (_, k) => k + 1)
    .filter((p) => greatestDivisor(p, q) === 1)
    .map((p) => ({
      name: `${p}/${q}`,
      expr: operation('/', number(p), number(q)),
      double: p / q,
    })),
)

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

/** The decimals of the right formula, and of what its functions stand for. */
function constantsOf(truth: Expr): readonly KnownConstant[] {
  const texts = new Set(formsOf(truth).flatMap(literalsOf))
  return [...texts].map((text) => ({ name: text, expr: number(text), double: Number(text) }))
}

/** The constants that a literal is the rounding of, or the cutting short. */
function longer(text: string, constants: readonly KnownConstant[]): readonly KnownConstant[] {
  const [mantissa = ''] = text.toLowerCase().split('e')
  const digits = mantissa.replace('.', '').replace(/^0+/, '').length
  const value = Number(text)
  if (digits === 0 || digits >= LONG) return []
  return constants.filter(({ double }) => {
    if (double === value) return false
    const unit = 10 ** (Math.floor(Math.log10(double)) - digits + 1)
    const cut = Math.floor(double / unit) * unit
    return Number(double.toPrecision(digits)) === value || Math.abs(cut - value) < unit * 1e-9
  })
}

function lengthened(formula: Expr, way: Way): Expr {
  return mapFormula(formula, (part) =>
    part.kind === 'number' ? (way.get(part.text)?.expr ?? part) : part,
  )
}

/** A constant with too few digits is felt at many points. */
const MANY = 8

function isWidelyWrong(formula: Expr, view: TableView): boolean {
  const run: Run = compileFloat64(formula, view.names)
  const wrong = view.indices.filter((index) =>
    differ(view.runAt(run, index), view.truth[index] as number),
  )
  return wrong.length >= MANY
}

function isRight(formula: Expr, view: TableView): boolean {
  const run: Run = compileFloat64(formula, view.names)
  const agrees = (index: number) => {
    const value = view.runAt(run, index)
    return !differ(value, view.truth[index] as number)
  }
  return view.indices.slice(0, FIRST).every(agrees) && view.indices.every(agrees)
}
