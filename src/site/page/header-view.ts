import { type Child, el } from './dom.ts'
import { LANGUAGES, type Speech } from './speech.ts'

/** Whose course it is, what can be done with one's work, and in which language. */
export function headerView(
  name: string | undefined,
  { locale, speak }: Speech,
  parts: { readonly menu: Child; readonly onLanguage: (tag: string) => void },
): readonly HTMLElement[] {
  const options = Object.entries(LANGUAGES).map(([tag, own]) =>
    el('option', { value: tag, lang: tag, selected: tag === locale }, own),
  )
  const select = el('select', { 'aria-label': speak('page.language') }, ...options)
  select.addEventListener('change', () => parts.onLanguage(select.value))
  const brand = name === undefined ? 'mlp-check' : `${name} · mlp-check`
  return [el('p', { class: 'brand' }, brand), el('div', { class: 'tools' }, parts.menu, select)]
}

/** What becomes of the answers. */
export function footerView(
  { speak }: Speech,
  state: { readonly keeps: boolean; readonly offline: boolean; readonly version: string },
): readonly HTMLElement[] {
  return [
    el('p', {}, speak(state.keeps ? 'page.kept-here' : 'page.not-kept')),
    ...(state.offline ? [el('p', {}, speak('page.offline-ready'))] : []),
    el('p', {}, `mlp-check ${state.version}`),
  ]
}
