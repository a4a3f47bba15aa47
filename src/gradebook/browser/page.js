import { fillClusters } from './clusters.js'
import { byId, say } from './element.js'
import { lineOf, peopleOf } from './people.js'
import { showPerson } from './person.js'
import { drawPlot } from './plot.js'
import { virtualTable } from './table.js'

const data = JSON.parse(byId('data').textContent)
const count = data.people.name.length
const people = peopleOf(data)
const nothing = { text: '', exercise: '', state: '', section: '', cluster: -1 }
const wanted = { ...nothing, column: 'name', descending: false }
const show = {
  people,
  person: (row) => showPerson(row, data, show),
  plot: showPlot,
  cluster: showCluster,
}
const places = { scroll: byId('scroll'), table: byId('table') }
const table = virtualTable(places, (row) => lineOf(row, data, show))
let haystacks
let members

function refresh() {
  members = wanted.cluster < 0 ? undefined : new Set(data.clusters[wanted.cluster].people)
  const rows = []
  for (let row = 0; row < count; row++) if (fits(row)) rows.push(row)
  const key = people.keyOf(wanted.column)
  const values = new Float64Array(count)
  for (const row of rows) values[row] = key(row)
  const sign = wanted.descending ? -1 : 1
  rows.sort((one, other) => sign * (values[one] - values[other]) || one - other)
  table.show(rows)
  byId('count').textContent = countText(rows.length)
  for (const button of document.querySelectorAll('[data-sort]')) {
    const sorted = button.dataset.sort === wanted.column
    const direction = wanted.descending ? 'descending' : 'ascending'
    button.closest('th').setAttribute('aria-sort', sorted ? direction : 'none')
  }
}

function countText(found) {
  const all = say('{1} people', count)
  const text = found === count ? all : say('{1} of {2} people', found, count)
  return members === undefined ? text : `${text}: ${data.clusters[wanted.cluster].title}`
}

function fits(row) {
  return (
    (members === undefined || members.has(row)) &&
    (wanted.section === '' ||
      data.people.sections[row].some((one) => data.texts[one] === wanted.section)) &&
    (wanted.state === '' || exercisesWanted().some((at) => hasState(row, at))) &&
    (wanted.text === '' || haystackOf(row).includes(wanted.text))
  )
}

function exercisesWanted() {
  const all = data.exercises.map((_, at) => at)
  return wanted.exercise === '' ? all : [data.exercises.indexOf(wanted.exercise)]
}

function hasState(row, at) {
  if (wanted.state === 'late') return data.cells[at].late[row] === 1
  return people.stateOf(row, at) === wanted.state
}

/** Made when somebody looks for something; anew when names are hidden. */
function haystackOf(row) {
  haystacks ??= []
  haystacks[row] ??= people.haystackOf(row)
  return haystacks[row]
}

function showPlot(place) {
  const plot = data.plots[place]
  byId('plot-title').textContent = plot.title
  byId('drawing').replaceChildren(drawPlot(plot))
  byId('plot').showModal()
}

function showCluster(cluster) {
  byId('person').close()
  choose({ ...nothing, cluster })
}

/** Shows who answers to this, and goes there. */
function choose(choice) {
  Object.assign(wanted, choice)
  for (const id of ['exercise', 'state', 'section']) byId(id).value = wanted[id]
  byId('find').value = wanted.text
  refresh()
  byId('people').focus()
  byId('people').scrollIntoView()
}

byId('find').addEventListener('input', (event) => {
  wanted.text = event.target.value.trim().toLowerCase()
  refresh()
})
for (const id of ['exercise', 'state', 'section']) {
  byId(id).addEventListener('change', (event) => {
    wanted[id] = event.target.value
    refresh()
  })
}
byId('anonymous').addEventListener('change', () => {
  haystacks = undefined
  byId('hidden').hidden = !people.isAnonymous()
  refresh()
})
byId('clear').addEventListener('click', () => {
  Object.assign(wanted, nothing)
  for (const id of ['find', 'exercise', 'state', 'section']) byId(id).value = ''
  refresh()
})
byId('print').addEventListener('click', () => print())
for (const button of document.querySelectorAll('[data-sort]')) {
  button.addEventListener('click', () => {
    const column = button.dataset.sort
    wanted.descending = wanted.column === column && !wanted.descending
    wanted.column = column
    refresh()
  })
}
for (const button of document.querySelectorAll('[data-state]')) {
  const { state, exercise } = button.dataset
  button.addEventListener('click', () => choose({ ...nothing, state, exercise }))
}
fillClusters(data, show)
refresh()
