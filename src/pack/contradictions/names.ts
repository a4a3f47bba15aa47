import type { SpecDefect } from '../defect.ts'
import type { Specified } from './specified.ts'

export function nameDefects({ source, missing }: Specified): SpecDefect[] {
  const all = missing.parts.has('id') ? [] : [source.id]
  const aliases = source.aliases.flatMap((alias, index): SpecDefect[] => {
    const earlier = [...all, ...source.aliases.slice(0, index)]
    if (!earlier.includes(alias)) return []
    const message = `"${alias}" already names this exercise`
    return [{ path: ['aliases', index], message, advice: 'leave it out' }]
  })
  const hints = source.hints.flatMap((hint, index): SpecDefect[] => {
    if (source.hints.indexOf(hint) === index) return []
    const advice = 'each of the three says more than the one before'
    return [{ path: ['hints', index], message: 'this hint is there twice', advice }]
  })
  return [...aliases, ...(missing.parts.has('hints') ? [] : hints)]
}
