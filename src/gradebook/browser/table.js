const ROW_HEIGHT = 30
/** Rows beyond the visible ones, so that scrolling shows no gap. */
const MARGIN = 12

/** A table of which only the rows in view exist. All text goes in as text. */
export function virtualTable(data, { scroll, table }, showPlot, nameOf) {
  const body = table.tBodies[0]
  let rows = []
  let first = -1
  let last = -1

  function draw(force) {
    const from = Math.max(0, Math.floor(scroll.scrollTop / ROW_HEIGHT) - MARGIN)
    const visible = Math.ceil((scroll.clientHeight || 600) / ROW_HEIGHT) + 2 * MARGIN
    const to = Math.min(rows.length, from + visible)
    if (!force && from === first && to === last) return
    first = from
    last = to
    const shown = rows.slice(from, to).map((index, place) => rowElement(index, from + place))
    body.replaceChildren(spacer(from), ...shown, spacer(rows.length - to))
  }

  function rowElement(index, place) {
    const row = data.rows[index]
    const line = document.createElement('tr')
    line.setAttribute('aria-rowindex', String(place + 2))
    const student = cell(nameOf(row, index), 'th')
    student.scope = 'row'
    const late = row.late ? `${data.statuses[row.status]}, late` : data.statuses[row.status]
    const named = nameOf(row, index) === row.student
    const file = named ? row.file : ''
    const notes = [row.notes, named ? row.why : ''].filter(Boolean).join('; ')
    const texts = [row.exercise, late, row.points, notes, file, row.checks]
    line.append(student, ...texts.map((text) => cell(text, 'td')), look(row, student.textContent))
    return line
  }

  function look(row, name) {
    const place = document.createElement('td')
    if (row.link === '') return place
    const link = document.createElement('a')
    link.href = row.link
    link.textContent = 'Report'
    link.setAttribute('aria-label', `Report of ${name}, ${row.exercise}`)
    place.append(link)
    if (row.plot < 0) return place
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = 'Plot'
    button.setAttribute('aria-label', `Plot of ${name}, ${row.exercise}`)
    button.addEventListener('click', () => showPlot(row.plot))
    place.append(' ', button)
    return place
  }

  scroll.addEventListener('scroll', () => requestAnimationFrame(() => draw(false)), {
    passive: true,
  })
  addEventListener('resize', () => draw(true))
  // On paper nobody scrolls.
  addEventListener('beforeprint', () =>
    body.replaceChildren(...rows.map((index, place) => rowElement(index, place))),
  )
  addEventListener('afterprint', () => draw(true))
  return {
    redraw: () => draw(true),
    show(wanted) {
      rows = wanted
      table.setAttribute('aria-rowcount', String(rows.length + 1))
      scroll.scrollTop = 0
      draw(true)
    },
  }
}

function cell(text, name) {
  const made = document.createElement(name)
  made.textContent = text
  made.title = text
  return made
}

/** Browsers cap heights near 33 million pixels: a million rows fit. */
function spacer(count) {
  const row = document.createElement('tr')
  row.setAttribute('aria-hidden', 'true')
  row.style.height = `${count * ROW_HEIGHT}px`
  return row
}
