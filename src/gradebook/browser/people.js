import { button, byId, make, say } from './element.js'

/** Everybody's names and grades as text, with names or without. */
export function peopleOf({ people, cells, exercises, states, texts }) {
  const isAnonymous = () => byId('anonymous').checked
  const nameOf = (row) => (isAnonymous() ? say('Person {1}', people.number[row]) : people.name[row])
  const idOf = (row) => (isAnonymous() ? '' : people.id[row])
  const sectionOf = (row) => people.sections[row].map((one) => texts[one]).join(', ')
  const stateOf = (row, at) => states[cells[at].state[row]]
  const open = (row) =>
    exercises.some((_, at) => ['set-aside', 'not-judged', 'errored'].includes(stateOf(row, at)))

  /** Points where there is a verdict, and what became of the work. */
  function gradeText(row, at) {
    const state = stateOf(row, at)
    const late = cells[at].late[row] ? say(', late') : ''
    const bare =
      ['missing', 'excused', 'not-judged', 'set-aside'].includes(state) && !cells[at].score[row]
    return `${bare ? '' : `${cells[at].score[row] / 100} `}${say(state)}${late}`
  }

  function totalText(row) {
    if (people.most[row] === 0) return '–'
    const text = say('{1} of {2}', people.total[row] / 100, people.most[row] / 100)
    return open(row) ? say('{1}, open', text) : text
  }

  /** What a search looks through: nothing that is hidden. */
  function haystackOf(row) {
    const grades = exercises.map((_, at) => texts[cells[at].notes[row]])
    const named = isAnonymous()
      ? []
      : exercises.flatMap((_, at) => [cells[at].file[row], texts[cells[at].why[row]]])
    return [nameOf(row), idOf(row), ...grades, ...named].join('\n').toLowerCase()
  }

  const order = {
    name: (row) => (isAnonymous() ? people.number[row] : people.byName[row]),
    id: (row) => (isAnonymous() ? people.number[row] : people.byId[row]),
    section: sectionRanks(people, texts),
    total: (row) => (people.most[row] === 0 ? -1 : people.total[row] / people.most[row]),
  }
  /** What is compared where a column is sorted: always a number. Of equal points, the state. */
  function keyOf(column) {
    if (order[column]) return order[column]
    const { state, score } = cells[Number(column.replace('grade-', ''))]
    return (row) => score[row] * states.length + state[row]
  }

  return {
    isAnonymous,
    nameOf,
    idOf,
    sectionOf,
    stateOf,
    gradeText,
    totalText,
    haystackOf,
    keyOf,
  }
}

function sectionRanks({ sections }, texts) {
  const names = sections.map((own) => own.map((one) => texts[one]).join(', '))
  const sorted = [...new Set(names)].sort(new Intl.Collator('en', { numeric: true }).compare)
  const places = new Map(sorted.map((name, place) => [name, place]))
  return (row) => places.get(names[row])
}

/** The line of the table for one person. */
export function lineOf(row, data, show) {
  const { nameOf, idOf, sectionOf, totalText, gradeText, stateOf } = show.people
  const name = make('th', { scope: 'row', class: 'name' })
  name.append(
    button(nameOf(row), say('{1}: all about this person', nameOf(row)), () => show.person(row)),
  )
  const cell = (text, kind) => make('td', { class: kind, title: text }, text)
  return make(
    'tr',
    {},
    name,
    cell(idOf(row), 'id'),
    cell(sectionOf(row), 'section'),
    cell(totalText(row), 'total'),
    ...data.exercises.map((_, at) => cell(gradeText(row, at), `points ${stateOf(row, at)}`)),
  )
}
