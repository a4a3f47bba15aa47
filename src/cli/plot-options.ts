import { drawableFunctions, type PlotRequest, usualRange } from '../drawing/samples.ts'
import { UsageError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { didYouMean } from '../text/near-names.ts'
import type { Invocation } from './command.ts'

/** @throws UsageError naming the option */
export function plotRequest(exercise: Exercise, options: Invocation['options']): PlotRequest {
  return {
    range: rangeOf(exercise, options.range),
    parameters: parametersOf(exercise, options.param),
  }
}

/** The functions that are asked for; all that can be drawn, where nobody asks. */
export function plottedFunctions(exercise: Exercise, wish: unknown): readonly string[] {
  const names = drawableFunctions(exercise)
  const wanted = Array.isArray(wish) ? wish.map(String) : names
  for (const name of wanted) {
    if (!names.includes(name)) {
      const others = names.length > 0 ? `it has ${names.join(', ')}` : 'it has none of one number'
      const advice = didYouMean(name, names) ?? others
      throw new UsageError(`${exercise.id} has no function "${name}" to draw`, advice)
    }
  }
  if (wanted.length === 0) {
    throw new UsageError(`${exercise.id} has no function of one number to draw`)
  }
  return wanted
}

function rangeOf(exercise: Exercise, text: unknown): readonly [number, number] {
  if (typeof text !== 'string') return usualRange(exercise)
  const parts = text
    .split(/\.\.|,|:/)
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [from, to] = parts
  const sound = from !== undefined && to !== undefined && from < to && parts.length === 2
  if (!sound || !Number.isFinite(from) || !Number.isFinite(to)) {
    throw new UsageError(
      `--range takes two numbers, the lower one first, such as -3,3, not "${text}"`,
    )
  }
  return [from, to]
}

function parametersOf(exercise: Exercise, list: unknown): { [name: string]: number } {
  const texts = Array.isArray(list) ? list.map(String) : []
  return Object.fromEntries(texts.map((text) => parameterOf(exercise, text)))
}

function parameterOf(exercise: Exercise, text: string): [string, number] {
  const [name = '', value = ''] = text.split('=').map((part) => part.trim())
  const names = Object.keys(exercise.parameters)
  if (!names.includes(name)) {
    const advice =
      didYouMean(name, names) ?? (names.length > 0 ? `it has ${names.join(', ')}` : undefined)
    throw new UsageError(`${exercise.id} has no parameter "${name}"`, advice)
  }
  if (value === '' || !Number.isFinite(Number(value))) {
    throw new UsageError(`--param takes a number such as ${name}=0.25, not "${text}"`)
  }
  return [name, Number(value)]
}
