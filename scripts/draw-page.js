#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'

/** Takes the README's picture of the page, with a wrong answer in it, as Chromium shows it. */
const root = resolve(import.meta.dirname, '..')
const wrong = join(root, 'solutions', 'ex01-tanh', 'mistakes', 'forum-numerator.ts')
const site = spawn(process.execPath, [
  join(root, 'bin', 'mlp-check.js'),
  'site',
  '--serve',
  '--port',
  '0',
])
const address = await new Promise((found) => {
  site.stdout.on('data', (text) => found(/http:\S+/.exec(String(text))[0]))
})
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const view = await browser.newPage({ viewport: { width: 1200, height: 900 } })
  await view.goto(`${address}#ex1`)
  await view.locator('.cm-content').click()
  await view.keyboard.press('Control+A')
  await view.keyboard.insertText(readFileSync(wrong, 'utf8'))
  await view.locator('.pictures svg').first().waitFor()
  await view.screenshot({ path: join(root, 'docs', 'pictures', 'page.png') })
} finally {
  await browser.close()
  site.kill('SIGINT')
}
