import type { Solution } from '../../exercise.ts'
import { el } from './dom.ts'
import type { Speech } from './speech.ts'

/** How others wrote it: for whoever has passed. */
export function solutionsView(
  solutions: readonly Solution[],
  { speak }: Speech,
): readonly HTMLElement[] {
  if (solutions.length === 0) return []
  const texts = solutions.map(({ name, text }) =>
    el(
      'figure',
      {},
      el('figcaption', {}, name),
      el('pre', { dir: 'ltr', tabindex: 0 }, el('code', {}, text.trimEnd())),
    ),
  )
  return [
    el(
      'details',
      { class: 'solutions' },
      el('summary', {}, speak('page.solutions')),
      el('p', {}, speak('page.solutions-why')),
      ...texts,
    ),
  ]
}
