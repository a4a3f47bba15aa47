import { isEmpty, parseWork, printWork, type Work } from '../../progress/saved-work.ts'
import { button, el } from './dom.ts'
import { offerFile } from './offer-file.ts'
import type { Surroundings } from './surroundings.ts'
import { withWork } from './work.ts'

/** The largest file that is read: no course's answers are as long. */
const LARGEST = 8 << 20

/** Everything that was written here, as a file: for another browser, or for a workspace. */
export function workMenu(
  surroundings: Pick<Surroundings, 'speech' | 'work' | 'tell'>,
  /** Puts another work in place of this one, and shows it. */
  replace: (work: Work) => void,
): HTMLElement {
  const { speech, work, tell } = surroundings
  const { speak } = speech
  const input = el('input', {
    type: 'file',
    accept: '.json,application/json',
    class: 'unseen',
    tabindex: -1,
    'aria-label': speak('page.load-work'),
  })
  input.addEventListener('change', async () => {
    const file = input.files?.[0]
    input.value = ''
    if (file === undefined) return
    const found = parseWork(file.size > LARGEST ? '' : await file.text())
    const { name } = file
    if (isEmpty(found)) return tell(speak('page.work-unreadable', { file: name }))
    const before = work()
    replace(withWork(before, found))
    tell(
      speak('page.work-loaded', { file: name }),
      button(speak('page.undo'), () => replace(before)),
    )
  })
  return el(
    'details',
    { class: 'menu' },
    el('summary', {}, speak('page.work')),
    el(
      'div',
      { class: 'buttons' },
      button(speak('page.save-work'), () =>
        offerFile('mlp-check-work.json', printWork(work()), 'application/json'),
      ),
      button(speak('page.load-work'), () => input.click()),
      input,
    ),
  )
}
