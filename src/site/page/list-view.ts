import { languageFor, titleFor } from '../course-data.ts'
import { el } from './dom.ts'
import type { Surroundings } from './surroundings.ts'
import { type Standing, standingOf } from './work.ts'

const SIGNS: Readonly<Record<Standing, string>> = { passed: '✓', failed: '✗', untouched: '·' }

/** All exercises and where one stands with each. */
export function listView(
  current: string | undefined,
  { outline, speech: { speak, locale }, work }: Pick<Surroundings, 'outline' | 'speech' | 'work'>,
): HTMLElement {
  const words = {
    passed: speak('progress.passed'),
    failed: speak('report.not-yet'),
    untouched: speak('progress.untouched'),
  }
  const { exercises } = outline
  const passed = exercises.filter(({ id }) => standingOf(work(), id) === 'passed').length
  const items = exercises.map((entry) => {
    const { id } = entry
    const standing = standingOf(work(), id)
    const sign = el(
      'span',
      { class: `sign ${standing}` },
      el('span', { 'aria-hidden': 'true' }, SIGNS[standing]),
      el('span', { class: 'unseen' }, words[standing]),
    )
    const here = id === current
    const link = el(
      'a',
      { href: `#${encodeURIComponent(id)}`, 'aria-current': here ? 'page' : undefined },
      sign,
      el('span', { class: 'id' }, id),
      ' ',
      el('span', { lang: languageFor(entry, locale) }, titleFor(entry, locale)),
    )
    return el('li', {}, link)
  })
  const heading = speak('progress.heading', { passed, total: exercises.length })
  return el(
    'details',
    { class: 'list', open: matchMedia('(min-width: 60rem)').matches },
    el('summary', {}, el('strong', {}, speak('page.exercises')), ` ${heading}`),
    el('ol', { role: 'list' }, ...items),
  )
}
