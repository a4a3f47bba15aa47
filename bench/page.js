#!/usr/bin/env node
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { countFrom } from './paired.js'

/**
 * The page beside the command: what a reader's browser loads before the first verdict, how long a key
 * takes to its verdict, and whether memory grows with the runs.
 *
 *   node bench/page.js [--keys 40] [--runs 500]
 */
const KEYS = numberOf('--keys', 40)
const RUNS = numberOf('--runs', 500)
/** How long the page waits until somebody rests. */
const REST = 300

const root = resolve(import.meta.dirname, '..')
const bin = join(root, 'bin', 'mlp-check.js')
const work = mkdtempSync(join(tmpdir(), 'mlp-check-bench-page-'))
const answer = readFileSync(join(root, 'solutions', 'ex01-tanh', 'solution.ts'), 'utf8')
writeFileSync(join(work, 'ex1.ts'), answer)

const site = spawn(process.execPath, [bin, 'site', '--serve', '--port', '0'], { cwd: work })
const address = await new Promise((found) => {
  site.stdout.on('data', (text) => found(/http:\S+/.exec(String(text))[0]))
})
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  await measureFirstVerdict()
  await measureKeys()
  measureCommand()
  await measureMemory()
} finally {
  await browser.close()
  site.kill('SIGINT')
  rmSync(work, { recursive: true })
}

async function measureFirstVerdict() {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const view = await context.newPage()
  const loaded = []
  context.on('response', (response) => loaded.push(response))
  const start = performance.now()
  await view.goto(address)
  await type(view, answer)
  await passed(view)
  const took = performance.now() - start
  const sizes = await Promise.all(
    loaded.map(async (response) => {
      const body = await response.body().catch(() => Buffer.alloc(0))
      return {
        name: new URL(response.url()).pathname,
        raw: body.length,
        sent: gzipSync(body).length,
      }
    }),
  )
  const sum = (key) => Math.round(sizes.reduce((all, one) => all + one[key], 0) / 1024)
  for (const { name, raw, sent } of sizes.sort((a, b) => b.sent - a.sent)) {
    console.log(
      `  ${String(Math.round(sent / 1024)).padStart(6)} kB of ${Math.round(raw / 1024)}  ${name}`,
    )
  }
  console.log(
    `to the first verdict: ${sum('sent')} kB (gzip) of ${sum('raw')} kB, ${sizes.length} files, ${Math.round(took)} ms on this machine`,
  )
  await context.close()
}

async function measureKeys() {
  const view = await (await browser.newContext()).newPage()
  await view.goto(address)
  await type(view, `${answer}// `)
  await passed(view)
  await view.evaluate(`
    globalThis.keyed = 0
    globalThis.took = []
    document.addEventListener('keydown', () => { keyed = performance.now() }, true)
    new MutationObserver(() => took.push(performance.now() - keyed)).observe(
      document.querySelector('.line'), { childList: true })`)
  for (let key = 0; key < KEYS; key++) {
    const before = await view.evaluate('took.length')
    await view.keyboard.press(String.fromCharCode(97 + (key % 26)))
    while ((await view.evaluate('took.length')) === before) await view.waitForTimeout(5)
  }
  const times = (await view.evaluate('took')).map((time) => time - REST)
  console.log(`from a key to the verdict, beyond the ${REST} ms of rest: ${told(times)}`)
  await view.context().close()
}

function measureCommand() {
  const times = Array.from({ length: KEYS }, () => {
    const start = performance.now()
    execFileSync(process.execPath, [bin, 'ex1'], { cwd: work, stdio: 'ignore' })
    return performance.now() - start
  })
  console.log(`mlp-check ex1 in a shell: ${told(times.slice(1))}`)
}

/** What the browser's page processes hold, with all that is in them: workers and WebAssembly too. */
async function measureMemory() {
  const view = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  await view.goto(address)
  const session = await browser.newBrowserCDPSession()
  const own = await view.context().newCDPSession(view)
  const measure = async () => {
    await own.send('HeapProfiler.collectGarbage')
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const pages = processInfo.filter(({ type: kind }) => kind === 'renderer')
    return pages.reduce((sum, { id }) => sum + residentOf(id), 0)
  }
  const seen = []
  for (let run = 0; run <= RUNS; run++) {
    const source = `${answer}// ${run}`
    await view.evaluate(
      `mlpCheck.grade(${JSON.stringify({ exercise: 'ex1', source })}).then(() => 0)`,
    )
    if (run % Math.ceil(RUNS / 5) === 0) seen.push(`${run}: ${await measure()} MB`)
  }
  console.log(`resident memory of the page after so many runs: ${seen.join(', ')}`)
}

function residentOf(id) {
  const [, kilobytes = 0] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? []
  return Math.round(kilobytes / 1024)
}

async function type(view, text) {
  await view.locator('.cm-content').click()
  await view.keyboard.press('Control+A')
  await view.keyboard.press('Delete')
  await view.keyboard.insertText(text)
}

function passed(view) {
  return view.locator('.line .passed').waitFor()
}

function told(times) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share) => `${sorted[Math.floor(sorted.length * share)].toFixed(1)} ms`
  return `median ${at(0.5)}, p95 ${at(0.95)} (${sorted.length})`
}

function numberOf(option, usual) {
  const at = process.argv.indexOf(option)
  return at < 0 ? usual : countFrom(process.argv[at + 1] ?? '', usual)
}
