import { button, byId, make, say } from './element.js'

/** All that is known of one person's work, in a window of its own. */
export function showPerson(row, data, show) {
  const { people } = show
  byId('person-title').textContent = [people.nameOf(row), people.idOf(row)]
    .filter(Boolean)
    .join(', ')
  byId('person-text').replaceChildren(
    make('p', {}, summaryOf(row, data, people)),
    ...data.exercises.map((exercise, at) => exerciseOf(row, exercise, at, data, show)),
    ...feedbackOf(row, data, people),
  )
  byId('person').showModal()
}

function summaryOf(row, { people: { dropped }, texts }, people) {
  const section = people.sectionOf(row)
  const without = texts[dropped[row]]
  return [
    section && say('Section {1}. ', section),
    say('Total {1}', people.totalText(row)),
    without && say(', without {1}, the lowest', without),
    say('.'),
  ]
    .filter(Boolean)
    .join('')
}

function exerciseOf(row, exercise, at, { cells, texts, clusters }, show) {
  const cell = cells[at]
  const named = !show.people.isAnonymous()
  const facts = [
    ['Result', `${show.people.gradeText(row, at)}`],
    ['Checks', texts[cell.checks[row]]],
    ['Notes', texts[cell.notes[row]]],
    ['Why', named ? texts[cell.why[row]] : ''],
    ['File', named ? cell.file[row] : ''],
  ].filter(([, text]) => text !== '')
  const own = clusters.filter((one) => one.exercise === at && one.people.includes(row))
  const plot = own.find((one) => one.plot >= 0)?.plot
  const alike = own.filter((one) => one.kind === 'likeness')
  return make(
    'section',
    {},
    make('h3', {}, exercise),
    make(
      'dl',
      {},
      ...facts.flatMap(([term, text]) => [make('dt', {}, say(term)), make('dd', {}, text)]),
    ),
    ...(plot === undefined
      ? []
      : [button(say('Plot'), say('Plot of {1}', exercise), () => show.plot(plot)), ' ']),
    ...alike.map((one) =>
      button(
        one.people.length === 2
          ? say('Like 1 other')
          : say('Like {1} others', one.people.length - 1),
        say('Show who is alike in {1}', exercise),
        () => show.cluster(clusters.indexOf(one)),
      ),
    ),
  )
}

function feedbackOf(row, { people: { feedback } }, people) {
  if (feedback[row] === '' || people.isAnonymous()) return []
  return [make('p', {}, make('a', { href: feedback[row] }, say('What this person is told')))]
}
