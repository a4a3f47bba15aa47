import type { ExerciseText } from '../course-data.ts'
import { el } from './dom.ts'
import type { Surroundings } from './surroundings.ts'

/** What is asked; within somebody else's page it may be asked there already. */
export function questionView(
  { statement, source, language }: ExerciseText,
  { speech, embedded }: Surroundings,
): HTMLElement {
  const body = el('div', { class: 'statement', lang: language, dir: 'ltr' })
  // Made of the statement's Markdown when the site was made, which let no element through.
  body.innerHTML = statement
  return el(
    'details',
    { class: 'question', open: !embedded },
    el('summary', {}, el('h2', {}, speech.speak('page.question'))),
    body,
    el('p', { class: 'quiet small', lang: language }, source),
  )
}
