import { type Json, POINT_SCALE } from '../report/report.ts'

/** A value as JavaScript writes it, at full precision; NaN, ±Infinity and -0 without quotes. */
export function formatValue(value: Json): string {
  if (typeof value === 'string') return isSpeltOut(value) ? value : JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(formatValue).join(', ')}]`
  if (typeof value === 'object' && value !== null) return `{ ${formatNamed(value).join(', ')} }`
  return String(value)
}

/** `x = -0.5, alpha = 0.25` */
export function formatInputs(inputs: { readonly [name: string]: Json }): string {
  return Object.entries(inputs)
    .map(([name, value]) => `${name} = ${formatValue(value)}`)
    .join(', ')
}

/** Points out of the record's whole hundredths: 150 is `1.5`. Exact, as no division rounds. */
export function formatPoints(hundredths: number): string {
  const size = Math.abs(hundredths)
  const rest = String(size % POINT_SCALE)
    .padStart(2, '0')
    .replace(/0+$/, '')
  const digits = `${Math.floor(size / POINT_SCALE)}${rest === '' ? '' : `.${rest}`}`
  return hundredths < 0 ? `-${digits}` : digits
}

/** The double nearest to so many hundredths of a point, which JSON writes as `1.5`. */
export function pointsAsNumber(hundredths: number): number {
  return hundredths / POINT_SCALE
}

function isSpeltOut(text: string): boolean {
  return text === 'NaN' || text === 'Infinity' || text === '-Infinity' || text === '-0'
}

function formatNamed(value: object): string[] {
  return Object.entries(value).map(([name, item]) => `${name}: ${formatValue(item)}`)
}
