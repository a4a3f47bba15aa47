import { titleFor } from '../course-data.ts'
import { el } from './dom.ts'
import type { Surroundings } from './surroundings.ts'
import { standingOf } from './work.ts'

/** To the first exercise from here on that has not passed; nothing where all have. */
export function nextLink(
  id: string,
  { outline, work, embedded, speech }: Surroundings,
): readonly Node[] {
  const all = outline.exercises
  const here = all.findIndex((entry) => entry.id === id)
  const order = [...all.slice(here + 1), ...all.slice(0, Math.max(0, here))]
  const found = order.find((entry) => standingOf(work(), entry.id) !== 'passed')
  if (found === undefined || embedded) return []
  const title = speech.speak('page.heading', {
    exercise: found.id,
    title: titleFor(found, speech.locale),
  })
  return [
    el('a', { href: `#${encodeURIComponent(found.id)}` }, speech.speak('page.next', { title })),
  ]
}
