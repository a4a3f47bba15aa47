import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { dataFiles, type TableServices } from '../../src/browser/data-files.ts'
import { packedEngine } from '../../src/cli/site-input.ts'
import type { Pack } from '../../src/pack/pack.ts'
import { packageRoot } from '../../src/package-root.ts'
import { siteContent } from '../../src/site/site-content.ts'
import { PATIENCE } from '../patience.ts'

const TYPES: { readonly [ending: string]: string } = {
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
}

/** What the page may do: run its own scripts and compile WebAssembly. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"

const PAGE = `<!doctype html><meta charset="utf-8"><title>site under test</title>
<script type="module" src="page.js"></script>`

const SCRIPT = `import { openGrader } from './core.js'
window.open = (base) => { window.grader = openGrader({ base }) }
window.ready = true`

export interface OpenedSite {
  readonly page: Page
  /** Paths that were asked for, in order, with the bytes that were sent for each. */
  readonly requests: { readonly path: string; readonly bytes: number }[]
  readonly problems: string[]
  readonly close: () => Promise<void>
}

/** A site with the scripts and the data of a pack, in a sub-folder of a host, open in Chromium. */
export async function openSite(
  executablePath: string,
  pack: Pack,
  services: TableServices,
): Promise<OpenedSite> {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-check-site-'))
  cpSync(join(packageRoot(), 'dist', 'site-assets'), folder, { recursive: true })
  for (const { path, content } of packedEngine()) writeFileSync(join(folder, path), content)
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'page.js'), SCRIPT)
  for await (const { path, content } of dataFiles(await siteContent(pack), services)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const requests: { path: string; bytes: number }[] = []
  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '', 'http://site').pathname)
    try {
      const content = readFileSync(join(folder, path.replace('/course/', '') || 'index.html'))
      requests.push({ path, bytes: content.length })
      const ending = path.endsWith('/') ? 'html' : path.slice(path.lastIndexOf('.') + 1)
      const type = TYPES[ending] ?? 'application/octet-stream'
      response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY })
      response.end(content)
    } catch {
      requests.push({ path, bytes: -1 })
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
  ]
  const browser = await chromium.launch({ executablePath, args })
  const page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE.waitMs)
  const problems: string[] = []
  page.on('console', (message) => problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  const address = `http://127.0.0.1:${port}/course/`
  await page.goto(address)
  await page.waitForFunction('window.ready')
  await page.evaluate(`window.open(${JSON.stringify(address)})`)
  const close = async () => {
    await browser.close()
    server.close()
    rmSync(folder, { recursive: true })
  }
  return { page, requests, problems, close }
}
