import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { writeCohort } from './cohort.js'
import { countFrom, median } from './paired.js'

/**
 * The gradebook page of a class in Chromium: how long until it answers, and how long a sort takes.
 * A small class is judged, and its rows are repeated. `node bench/gradebook.js [rows] [rounds]`
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const wanted = countFrom(process.argv[2], 20_000)
const rounds = countFrom(process.argv[3], 9)
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const folder = mkdtempSync(join(tmpdir(), 'mlp-check-bench-'))
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking']

try {
  const page = pathToFileURL(writePage()).href
  const browser = await chromium.launch({ executablePath, args })
  const measured = []
  for (let round = 0; round < rounds; round++) measured.push(await measure(browser, page))
  await browser.close()
  for (const name of Object.keys(measured[0])) {
    const values = measured.map((one) => one[name])
    const least = Math.min(...values).toFixed(0)
    console.log(`${name}: ${median(values).toFixed(0)} ms (least ${least}), ${wanted} rows`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function writePage() {
  writeCohort(root, join(folder, 'class'), 60)
  const words = ['batch', join(folder, 'class'), '--exercise', 'ex1', '--out', join(folder, 'out')]
  const { status, stderr } = spawnSync('node', [join(root, 'bin/mlp-check.js'), ...words])
  if (status !== 0) throw new Error(String(stderr))
  const small = readFileSync(join(folder, 'out', 'gradebook.html'), 'utf8')
  const pattern = /(<script type="application\/json" id="data">)(.*?)(<\/script>)/s
  const data = JSON.parse(pattern.exec(small)[2])
  const text = JSON.stringify(grown(data)).replaceAll('<', '\\u003c')
  const file = join(folder, 'gradebook.html')
  writeFileSync(
    file,
    small.replace(pattern, (_, start, __, end) => start + text + end),
  )
  return file
}

/** The same page with many people: each column is repeated, and names, files and order are new. */
function grown({ people, cells, clusters, ...data }) {
  const places = Array.from({ length: wanted }, (_, row) => (row * 7919) % wanted)
  const few = people.name.length
  const column = (values) => places.map((_, row) => values[row % few])
  const columns = (table) =>
    Object.fromEntries(Object.entries(table).map(([name, values]) => [name, column(values)]))
  return {
    ...data,
    people: {
      ...columns(people),
      name: places.map((place) => `student ${place}`),
      id: places.map((place) => `id-${place}`),
      feedback: places.map((place) => `students/${place}.html`),
      byName: places,
      byId: places,
      number: places.map((place) => place + 1),
    },
    cells: cells.map((one) => ({
      ...columns(one),
      file: places.map((place) => `class/student-${place}/ex1.ts`),
    })),
    clusters: clusters.map((one) => ({
      ...one,
      of: wanted,
      people: places.flatMap((_, row) => (one.people.includes(row % few) ? [row] : [])),
    })),
  }
}

/** The script runs before the document counts as loaded: from then on every control answers. */
async function measure(browser, page) {
  const context = await browser.newContext()
  const view = await context.newPage()
  await view.goto(page)
  const interactive = await view.evaluate(
    "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd",
  )
  const timed = (action) =>
    view.evaluate(
      `(() => { const t = performance.now(); ${action}; document.body.offsetHeight; return performance.now() - t })()`,
    )
  const sorted = []
  for (const column of ['name', 'id', 'section', 'total', 'grade-0']) {
    sorted.push(await timed(`document.querySelector('[data-sort=${column}]').click()`))
  }
  const typed = await timed(
    "const f = document.getElementById('find'); f.value = 'student 12'; f.dispatchEvent(new Event('input'))",
  )
  await context.close()
  return { interactive, 'slowest of five sorts': Math.max(...sorted), 'find while typing': typed }
}
