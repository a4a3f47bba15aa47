import { UsageError } from '../errors.ts'
import type { AtPoint, GradingOptions } from '../grading-options.ts'

/** Options as somebody wrote them, on a command line or in a program: nothing is known of them yet. */
export type WrittenOptions = { readonly [option in keyof GradingOptions]?: unknown }

/** How an option is called where it was written: `--seed`, or `seed`. */
type Spelling = (option: keyof GradingOptions) => string

/** What a run is asked for, every value within its range. @throws UsageError that names the option */
export function askedOptions(written: WrittenOptions, spelling: Spelling): GradingOptions {
  const { seed = 7, points = 4096, exhaustive = false, only, at } = written
  return {
    seed: wholeNumber(spelling('seed'), seed, { least: 0, most: 2 ** 32 - 1 }),
    points: wholeNumber(spelling('points'), points, { least: 16, most: 2 ** 20 }),
    exhaustive: yesOrNo(spelling('exhaustive'), exhaustive),
    only: listOf(spelling('only'), only).map((name) => nameIn(spelling('only'), name)),
    at: listOf(spelling('at'), at).map((point) => pointIn(spelling('at'), point)),
  }
}

interface Range {
  readonly least: number
  readonly most: number
}

function wholeNumber(option: string, given: unknown, { least, most }: Range): number {
  const value = numberOf(given)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new UsageError(
    `${option} takes a whole number from ${least} to ${most}, not ${shown(given)}`,
  )
}

export function yesOrNo(option: string, given: unknown): boolean {
  if (typeof given === 'boolean') return given
  throw new UsageError(`${option} is true or false, not ${shown(given)}`)
}

/** Absent means everything; a list that is there and names nothing would judge nothing. */
function listOf(option: string, given: unknown): readonly unknown[] {
  if (given === undefined) return []
  if (!Array.isArray(given)) throw new UsageError(`${option} takes a list, not ${shown(given)}`)
  if (given.length > 0) return given
  throw new UsageError(`${option} is an empty list`, 'leave it out to ask for everything')
}

function nameIn(option: string, given: unknown): string {
  if (typeof given === 'string' && given.trim() !== '') return given
  throw new UsageError(
    `${option} takes the name of a function or of a check, not ${shown(given)}`,
    'leave it out to ask for everything',
  )
}

/** `-0.5`, `x=-0.5`, or `-0.5,alpha=1.5`. */
function pointIn(option: string, given: unknown): AtPoint {
  const [first = '', ...rest] = String(given).split(',')
  const [variable, named] = coordinate(first)
  const parameters = rest.map(coordinate)
  const names = parameters.map(([, name]) => name)
  const values = [variable, ...parameters.map(([value]) => value)]
  const sound =
    values.every(Number.isFinite) &&
    names.every((name) => name !== undefined && name !== '') &&
    new Set(names).size === names.length
  if (!sound) {
    throw new UsageError(
      `${option} takes a point such as -0.5 or -0.5,alpha=1.5, not ${shown(given)}`,
      'the variable comes first; parameters follow by name, each once',
    )
  }
  return {
    variable,
    ...(named !== undefined && { named }),
    parameters: Object.fromEntries(parameters.map(([value, name]) => [name, value])),
  }
}

function coordinate(text: string): readonly [value: number, name: string | undefined] {
  const split = text.indexOf('=')
  if (split < 0) return [numberOf(text), undefined]
  return [numberOf(text.slice(split + 1)), text.slice(0, split).trim()]
}

/** NaN for what is no number; an empty text is none either, whatever JavaScript makes of it. */
function numberOf(given: unknown): number {
  if (typeof given === 'number') return given
  return typeof given === 'string' && given.trim() !== '' ? Number(given) : Number.NaN
}

function shown(given: unknown): string {
  return JSON.stringify(given) ?? String(given)
}
