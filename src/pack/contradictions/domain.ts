import type { SpecDefect } from '../defect.ts'
import type { Specified } from './specified.ts'

export function domainDefects({
  exercise: {
    domain: [low, high],
  },
}: Specified): SpecDefect[] {
  if (low < high) return []
  const advice = low === high ? 'the second end lies above the first' : `write [${high}, ${low}]`
  return [{ path: ['domain'], message: `[${low}, ${high}] holds no interval`, advice }]
}

export function kinkDefects({ source, exercise, missing }: Specified): SpecDefect[] {
  const [low, high] = exercise.domain
  return Object.entries(source.functions).flatMap(([name, spec]) =>
    spec.kinks.flatMap(({ at }, index): SpecDefect[] => {
      const path = ['functions', name, 'kinks', index, 'at']
      const first = spec.kinks.findIndex((other) => other.at === at)
      if (first < index) {
        return [
          { path, message: `the kink at ${at} is there twice`, advice: 'keep one of the two' },
        ]
      }
      if (
        typeof at !== 'number' ||
        missing.parts.has('domain') ||
        low >= high ||
        (at >= low && at <= high)
      )
        return []
      const message = `${at} lies outside the domain [${low}, ${high}], where nothing is judged`
      return [{ path, message, advice: 'widen the domain, or leave the kink out' }]
    }),
  )
}
