import type { Json } from '../report/report.ts'

/** What fills the gaps of a sentence. */
export type Values = { readonly [name: string]: Json }

/** A number at full precision; whatever else it is, as JSON, with the numbers that JSON has no word for. */
export function number(value: Json | undefined): string {
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  return value === undefined
    ? 'undefined'
    : JSON.stringify(value).replaceAll(/"(NaN|-?Infinity|-0)"/g, '$1')
}

/**
 * Data as a program would write it: a text stands in quotes, unless it spells a number of
 * which JSON has none, or stands for what is left out. */
export function datum(value: Json | undefined): string {
  const isText = typeof value === 'string' && !/^(NaN|-?Infinity|-0|…)$/.test(value)
  return isText ? JSON.stringify(value) : number(value)
}

/** `1 point`, `4096 points`. */
export function quantity(count: Json | undefined, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** `a`, `a and b`, `a, b and c`. */
export function list(values: Json | undefined): string {
  const words = (Array.isArray(values) ? values : [values]).map(number)
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`
}

/** The call that a sentence is about: `prelu(-2, alpha = 1.5)`. The first argument needs no name. */
export function call(values: Values): string {
  const inputs = Object.entries((values.inputs ?? {}) as Values)
  const args = inputs.map(([name, value], index) =>
    index === 0 ? datum(value) : `${name} = ${datum(value)}`,
  )
  return `${values.function}(${args.join(', ')})`
}
