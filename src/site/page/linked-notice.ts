import { button, el } from './dom.ts'
import type { Speech } from './speech.ts'

/** Whose answer is shown, and what becomes of it: nothing, until somebody says so. */
export function linkedNotice(
  { speak }: Speech,
  onChoice: { readonly use: () => void; readonly leave: () => void },
): HTMLElement {
  const choose = (what: () => void) => () => {
    notice.remove()
    what()
  }
  const notice = el(
    'div',
    { class: 'notice', role: 'note' },
    el('p', {}, speak('page.linked')),
    el(
      'div',
      { class: 'buttons' },
      button(speak('page.keep-linked'), choose(onChoice.use)),
      button(speak('page.leave-linked'), choose(onChoice.leave)),
    ),
  )
  return notice
}
