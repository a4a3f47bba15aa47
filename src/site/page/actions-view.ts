import type { RunReport } from '../../report/report.ts'
import { button, el } from './dom.ts'
import { linkTo } from './link.ts'
import { offerFile } from './offer-file.ts'
import type { Surroundings } from './surroundings.ts'

/** What can be taken out of the page. */
export function actionsView(
  answer: {
    readonly id: string
    readonly source: () => string
    readonly report: () => RunReport | undefined
    readonly startOver: () => void
  },
  { speech: { speak }, grader, tell }: Surroundings,
): HTMLElement {
  const { id, source, report, startOver } = answer
  const file = `${id}.ts`

  async function offerReport(): Promise<void> {
    const last = report()
    if (last === undefined) return tell(speak('page.empty'))
    const text = await grader().render(last, 'json')
    offerFile(`${id}.json`, text, 'application/json')
  }

  async function copyLink(): Promise<void> {
    const place = location.href.replace(/[?#].*$/, '')
    const link = `${place}${await linkTo(id, source())}`
    const copied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    )
    if (copied) return tell(speak('page.link-copied'))
    const shown = el('input', {
      type: 'text',
      readonly: true,
      value: link,
      dir: 'ltr',
      'aria-label': speak('page.copy-link'),
    })
    tell(speak('page.link-shown'), shown)
    shown.select()
  }

  return el(
    'section',
    { class: 'actions' },
    el('h2', {}, speak('page.actions')),
    el(
      'div',
      { class: 'buttons' },
      button(speak('page.download', { file }), () => offerFile(file, source(), 'text/typescript')),
      button(speak('page.download-report'), () => void offerReport()),
      button(speak('page.copy-link'), () => void copyLink()),
      button(speak('page.start-over'), startOver),
    ),
    el('p', { class: 'quiet small' }, speak('page.never-grade')),
  )
}
