const ROW_HEIGHT = 34
/** Rows beyond the visible ones, so that scrolling shows no gap. */
const MARGIN = 12

/** A table of which only the rows in view exist. @param lineOf makes the element of a row */
export function virtualTable({ scroll, table }, lineOf) {
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
    body.replaceChildren(spacer(from), ...elements(from, to), spacer(rows.length - to))
  }

  function elements(from, to) {
    return rows.slice(from, to).map((row, place) => {
      const line = lineOf(row)
      line.setAttribute('aria-rowindex', String(from + place + 2))
      return line
    })
  }

  scroll.addEventListener('scroll', () => requestAnimationFrame(() => draw(false)), {
    passive: true,
  })
  addEventListener('resize', () => draw(true))
  // On paper nobody scrolls.
  addEventListener('beforeprint', () => body.replaceChildren(...elements(0, rows.length)))
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

/** Browsers cap heights near 33 million pixels: a million rows fit. */
function spacer(count) {
  const row = document.createElement('tr')
  row.setAttribute('aria-hidden', 'true')
  row.style.height = `${count * ROW_HEIGHT}px`
  return row
}
