import { drawPlot } from './plot.js'
import { virtualTable } from './table.js'

const data = JSON.parse(document.getElementById('data').textContent)
const element = (id) => document.getElementById(id)
const wanted = {
  text: '',
  exercise: '',
  status: '',
  section: '',
  cluster: -1,
  column: 'student',
  descending: false,
}
const haystacks = data.rows.map((row) =>
  `${row.student}\n${row.file}\n${row.notes}\n${row.why}`.toLowerCase(),
)
const places = { scroll: element('scroll'), table: element('table') }
const table = virtualTable(data, places, showPlot, nameOf)

/** Without names, one person has one number wherever the table is sorted. */
function nameOf(row) {
  return element('anonymous').checked ? `Person ${row.order.student + 1}` : row.student
}

/** What is compared when a column is sorted: always a number. */
const keys = {
  student: (row) => row.order.student,
  exercise: (row) => row.order.exercise,
  notes: (row) => row.order.notes,
  file: (row) => row.order.file,
  status: (row) => row.status,
  score: (row) => row.score,
}

function refresh() {
  const rows = []
  for (let index = 0; index < data.rows.length; index++) if (fits(index)) rows.push(index)
  const key = keys[wanted.column]
  const values = Float64Array.from(data.rows, key)
  const sign = wanted.descending ? -1 : 1
  rows.sort((one, other) => sign * (values[one] - values[other]) || one - other)
  table.show(rows)
  const all = data.rows.length
  element('count').textContent =
    rows.length === all ? `${all} submissions` : `${rows.length} of ${all} submissions`
  for (const button of document.querySelectorAll('[data-sort]')) {
    const sorted = button.dataset.sort === wanted.column
    const direction = wanted.descending ? 'descending' : 'ascending'
    button.closest('th').setAttribute('aria-sort', sorted ? direction : 'none')
  }
}

function fits(index) {
  const row = data.rows[index]
  return (
    (wanted.exercise === '' || row.exercise === wanted.exercise) &&
    (wanted.status === '' || data.statuses[row.status] === wanted.status) &&
    (wanted.section === '' || row.section === wanted.section) &&
    (wanted.cluster < 0 || row.clusters.includes(wanted.cluster)) &&
    (wanted.text === '' || haystacks[index].includes(wanted.text))
  )
}

function showPlot(place) {
  const plot = data.plots[place]
  element('plot-title').textContent = plot.title
  element('drawing').replaceChildren(drawPlot(plot))
  element('plot').showModal()
}

function showCluster(cluster) {
  wanted.cluster = cluster
  refresh()
  element('submissions').focus()
  element('submissions').scrollIntoView()
}

element('find').addEventListener('input', (event) => {
  wanted.text = event.target.value.trim().toLowerCase()
  refresh()
})
for (const id of ['exercise', 'status', 'section']) {
  element(id).addEventListener('change', (event) => {
    wanted[id] = event.target.value
    refresh()
  })
}
element('anonymous').addEventListener('change', () => table.redraw())
element('clear').addEventListener('click', () => {
  Object.assign(wanted, { text: '', exercise: '', status: '', section: '', cluster: -1 })
  for (const id of ['find', 'exercise', 'status', 'section']) element(id).value = ''
  refresh()
})
for (const button of document.querySelectorAll('[data-sort]')) {
  button.addEventListener('click', () => {
    const column = button.dataset.sort
    wanted.descending = wanted.column === column && !wanted.descending
    wanted.column = column
    refresh()
  })
}
for (const button of document.querySelectorAll('[data-cluster]')) {
  button.addEventListener('click', () => showCluster(Number(button.dataset.cluster)))
}
for (const button of document.querySelectorAll('[data-plot]')) {
  const place = data.plots.findIndex((plot) => plot.cluster === Number(button.dataset.plot))
  button.hidden = place < 0
  button.addEventListener('click', () => showPlot(place))
}
refresh()
