import { button, byId, make, say } from './element.js'

/** So many are in a list at first; a press shows the others. */
const FIRST = 50

/** Mistakes, equal failures and like code, each with its people. */
export function fillClusters(data, show) {
  const lists = [...document.querySelectorAll('[data-kind]')].map((list) => {
    const own = data.clusters.flatMap((one, at) => (one.kind === list.dataset.kind ? [at] : []))
    const more = document.querySelector(`[data-more=${list.dataset.kind}]`)
    const fill = (count) => {
      const missing = own.slice(list.children.length, count)
      list.append(...missing.map((at) => itemOf(at, data, show)))
      more.hidden = list.children.length === own.length
    }
    more.textContent = say('Show all {1}', own.length)
    more.addEventListener('click', () => fill(own.length))
    fill(FIRST)
    return { fillAll: () => fill(own.length) }
  })
  const opened = () => document.querySelectorAll('.clusters details')
  addEventListener('beforeprint', () => {
    for (const { fillAll } of lists) fillAll()
    for (const one of opened()) one.open = true
    rename()
  })
  // Whoever is named is named anew where names are hidden.
  const rename = () => {
    for (const link of document.querySelectorAll('.evidence')) hideWithNames(link, show)
    for (const one of opened()) if (one.open) fillPeople(one, data, show)
  }
  byId('anonymous').addEventListener('change', rename)
}

function itemOf(at, data, show) {
  const { title, note, of, people, plot, evidence } = data.clusters[at]
  const count = make('strong', {}, say('{1} of {2}', people.length, of))
  const code = note === '' ? [] : [' ', make('code', {}, note)]
  const details = make(
    'details',
    { 'data-people': at },
    make('summary', {}, count, ' ', ...withCode(title), ...code),
    make(
      'p',
      {},
      button(say('Show in the table'), say('Show in the table: {1}', title), () =>
        show.cluster(at),
      ),
      ...(plot < 0
        ? []
        : [' ', button(say('Plot'), say('Plot: {1}', title), () => show.plot(plot))]),
      ...(evidence === '' ? [] : [' ', evidenceLink(evidence, show)]),
    ),
    make('ul', { class: 'names' }),
  )
  details.addEventListener('toggle', () => fillPeople(details, data, show))
  return make('li', {}, details)
}

/** What stands between backticks is code. */
function withCode(text) {
  return text.split('`').map((part, at) => (at % 2 === 0 ? part : make('code', {}, part)))
}

/** The page behind it names people. */
function evidenceLink(evidence, show) {
  const link = make('a', { href: evidence, class: 'evidence' }, say('Side by side'))
  hideWithNames(link, show)
  return link
}

function hideWithNames(link, { people }) {
  link.hidden = people.isAnonymous()
}

function fillPeople(details, { clusters }, { people }) {
  const names = clusters[Number(details.dataset.people)].people.map((row) => {
    const id = people.idOf(row)
    return id === '' ? people.nameOf(row) : `${people.nameOf(row)} (${id})`
  })
  details.querySelector('.names').replaceChildren(...names.map((name) => make('li', {}, name)))
}
