import { button, byId, make } from './element.js'

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
    section && `Section ${section}. `,
    `Total ${people.totalText(row)}`,
    without && `, without ${without}, the lowest`,
    '.',
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
      ...facts.flatMap(([term, text]) => [make('dt', {}, term), make('dd', {}, text)]),
    ),
    ...(plot === undefined
      ? []
      : [button('Plot', `Plot of ${exercise}`, () => show.plot(plot)), ' ']),
    ...alike.map((one) =>
      button(
        `Like ${one.people.length - 1} other${one.people.length === 2 ? '' : 's'}`,
        `Show who is alike in ${exercise}`,
        () => show.cluster(clusters.indexOf(one)),
      ),
    ),
  )
}

function feedbackOf(row, { people: { feedback } }, people) {
  if (feedback[row] === '' || people.isAnonymous()) return []
  return [make('p', {}, make('a', { href: feedback[row] }, 'What this person is told'))]
}
