import { type Grader, openGrader } from '../../browser/open-grader.ts'
import { learn } from '../../messages/languages.ts'
import type { Work } from '../../progress/saved-work.ts'
import { type CourseOutline, languageFor } from '../course-data.ts'
import { api } from './api.ts'
import { el } from './dom.ts'
import { isEmbedded, tellSize } from './embedded.ts'
import { type ExerciseView, exerciseView } from './exercise-view.ts'
import { footerView, headerView } from './header-view.ts'
import { answerFrom, type Place, placeIn } from './link.ts'
import { listView } from './list-view.ts'
import { keepOffline } from './offline.ts'
import { plotSheet } from './plot-view.ts'
import { type Speech, speechFor } from './speech.ts'
import { localStorageIfAny, openStore } from './store.ts'
import type { Surroundings } from './surroundings.ts'
import { exerciseTexts } from './texts.ts'
import { workMenu } from './work-menu.ts'

/** Where everything of this version of the site lies. */
const BASE = new URL('.', import.meta.url)
const outline: CourseOutline = JSON.parse(document.getElementById('course')?.textContent ?? '{}')
const embedded = isEmbedded()
const textOf = exerciseTexts(BASE)
const store = openStore(localStorageIfAny(), location.pathname.replace(/index\.html$/, ''))

let work = store.readWork()
let speech = speechFor(new URLSearchParams(location.search).get('lang') ?? store.readLanguage())
let footing = { keeps: true, offline: false, version: outline.version }
let shown: ExerciseView | undefined
let current: string | undefined

const main = el('main', { id: 'main', tabindex: -1 })
const nav = el('nav')
const header = el('header')
const footer = el('footer')
const notice = el('div', { class: 'toast', role: 'status' })

let opened: Grader | undefined
function grader(): Grader {
  opened ??= openGrader({ base: BASE })
  return opened
}

function tell(text: string, ...actions: readonly HTMLElement[]): void {
  for (const action of actions) action.addEventListener('click', () => notice.replaceChildren())
  notice.replaceChildren(el('span', {}, text), ...actions)
}

function keep(changed: Work): void {
  work = changed
  drawFooter({ keeps: store.writeWork(changed) })
  drawList()
}

function surroundings(): Surroundings {
  return { outline, speech, work: () => work, keep, grader, tell, embedded }
}

function drawList(): void {
  const open = nav.querySelector('details')?.open
  const list = listView(current, surroundings())
  if (open !== undefined) list.toggleAttribute('open', open)
  nav.replaceChildren(list)
}

function drawHeader(): void {
  const replace = (other: Work) => {
    keep(other)
    void show()
  }
  const onLanguage = (tag: string) => {
    store.writeLanguage(tag)
    void spoken(speechFor(tag))
  }
  const menu = workMenu(surroundings(), replace)
  header.replaceChildren(...headerView(outline.name, speech, { menu, onLanguage }))
}

/** A language is loaded before anything is drawn in it. */
async function spoken(chosen: Speech): Promise<void> {
  await learn(chosen.locale)
  speech = chosen
  draw()
}

function drawFooter(changed: Partial<typeof footing> = {}): void {
  footing = { ...footing, ...changed }
  footer.replaceChildren(...footerView(speech, footing))
}

/** What the address asks for; the first exercise, where it asks for none. */
async function show(): Promise<void> {
  const place = placeIn(location.hash) ?? { exercise: outline.exercises[0]?.id ?? '' }
  const entry = outline.exercises.find(({ id }) => id === place.exercise)
  open(undefined)
  current = entry?.id
  drawList()
  if (entry === undefined) {
    main.replaceChildren(speech.speak('page.no-exercise', { name: place.exercise }))
    return
  }
  try {
    const { locale } = speech
    const language = languageFor(entry, locale)
    const [linked, text] = await Promise.all([linkedAnswer(place), textOf(entry.id, language)])
    if (current !== entry.id || speech.locale !== locale) return
    document.title = `${speech.speak('page.heading', { exercise: entry.id, title: text.title })} · mlp-check`
    open(exerciseView(text, linked, surroundings()))
  } catch {
    main.replaceChildren(el('p', { role: 'alert' }, speech.speak('page.not-loaded')))
  }
}

async function linkedAnswer({ answer }: Place): Promise<string | undefined> {
  if (answer === undefined) return undefined
  const found = await answerFrom(answer)
  if (found === undefined) tell(speech.speak('page.link-unreadable'))
  return found
}

function open(view: ExerciseView | undefined): void {
  shown?.close()
  shown = view
  if (view !== undefined) main.replaceChildren(view.element)
}

function draw(): void {
  const { speak, locale } = speech
  document.documentElement.lang = locale
  nav.setAttribute('aria-label', speak('page.exercises'))
  drawHeader()
  drawFooter()
  const skip = el('a', { class: 'skip', href: '#main' }, speak('page.skip'))
  skip.addEventListener('click', (event) => {
    // The address says which exercise is shown.
    event.preventDefault()
    main.focus()
  })
  const around = embedded ? [main] : [skip, header, el('div', { class: 'shell' }, nav, main)]
  document.body.replaceChildren(...around, footer, notice)
  void show()
}

document.adoptedStyleSheets = [plotSheet()]
document.body.classList.toggle('embedded', embedded)
window.mlpCheck = api({ grader })
addEventListener('hashchange', async () => {
  await show()
  main.focus()
  scrollTo({ top: 0 })
})
// What another tab writes is not written over by this one.
addEventListener('storage', () => {
  work = store.readWork()
  drawList()
})
if (embedded) tellSize()
void spoken(speech)
addEventListener('load', async () => drawFooter({ offline: await keepOffline() }))
