import { exerciseState } from '../../progress/remembered.ts'
import type { ExerciseText } from '../course-data.ts'
import { button, el } from './dom.ts'
import type { Surroundings } from './surroundings.ts'
import { withHint } from './work.ts'

/** From a nudge to nearly the answer: one at a time, and those that were seen stay. */
export function hintsView(
  { id, hints, language }: ExerciseText,
  surroundings: Surroundings,
): HTMLElement {
  const { speech, work, keep } = surroundings
  const { speak } = speech
  const list = el('ol', { lang: language })
  const more = el('div')
  const section = el('section', { class: 'hints' }, el('h2', {}, speak('page.hints')), list, more)
  section.hidden = hints.length === 0

  function show(seen: number): void {
    list.replaceChildren(...hints.slice(0, seen).map((hint) => el('li', {}, hint.trim())))
    list.hidden = seen === 0
    const number = seen + 1
    more.replaceChildren(...(number > hints.length ? [] : [nextButton(number)]))
  }

  function nextButton(number: number): HTMLElement {
    return button(speak('page.next-hint', { number, of: hints.length }), () => {
      keep(withHint(work(), id, number))
      show(number)
      // The button is gone: whoever uses a keyboard goes on at what came.
      const last = list.lastElementChild as HTMLElement
      last.tabIndex = -1
      last.focus()
    })
  }

  show(Math.min(exerciseState(work(), id).hints, hints.length))
  return section
}
