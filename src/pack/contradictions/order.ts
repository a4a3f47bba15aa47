import type { CheckSpec } from '../../exercise.ts'
import { didYouMean } from '../../text/near-names.ts'
import type { SpecDefect } from '../defect.ts'
import type { Missing, Specified } from './specified.ts'

export function orderDefects({
  source,
  exercise: { checks: all },
  missing,
}: Specified): SpecDefect[] {
  const ids = all.map(({ id }) => id)
  return source.checks.flatMap((check, index): SpecDefect[] => {
    const path = ['checks', index]
    const id = ids[index] as string
    const first = ids.indexOf(id)
    const twice =
      first < index
        ? [
            {
              path: [...path, ...(check.id === undefined ? [] : ['id'])],
              message: `two checks have the id "${id}"`,
              advice: 'give one of them an id of its own: id: …',
            },
          ]
        : []
    return [
      ...twice,
      ...check.after.flatMap((other, place) =>
        wait(other, [...path, 'after', place], { id, all, missing }),
      ),
    ]
  })
}

function wait(
  other: string,
  path: SpecDefect['path'],
  {
    id,
    all,
    missing,
  }: { readonly id: string; readonly all: readonly CheckSpec[]; readonly missing: Missing },
): SpecDefect[] {
  const ids = all.map((check) => check.id)
  if (missing.checks.has(other)) return []
  // Its id may come of what is faulty in it.
  if (missing.checks.size > 0 && !ids.includes(other)) return []
  if (!ids.includes(other)) {
    const advice = didYouMean(other, ids) ?? `there are ${ids.join(', ')}`
    return [{ path, message: `there is no check "${other}"`, advice }]
  }
  if (other === id) {
    return [{ path, message: 'the check waits for itself', advice: 'leave it out' }]
  }
  if (!waitsFor(other, id, all)) return []
  const message = `${id} waits for ${other}, which waits for ${id}`
  return [{ path, message, advice: 'let one of them wait for nothing' }]
}

function waitsFor(id: string, wanted: string, all: readonly CheckSpec[]): boolean {
  const seen = new Set<string>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const after = all.find((check) => check.id === next)?.after ?? []
    if (after.includes(wanted)) return true
    open.push(...after)
  }
  return false
}
