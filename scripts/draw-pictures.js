#!/usr/bin/env node
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Draws the README's pictures from what the built command really prints. */
const root = resolve(import.meta.dirname, '..')
const work = mkdtempSync(join(tmpdir(), 'mlp-check-pictures-'))
const env = { ...process.env, FORCE_COLOR: '3', COLUMNS: '80' }

try {
  printed('init')
  answer('ex01-tanh/mistakes/forum-numerator.ts')
  draw('failure.svg', 'mlp-check ex1', printed('ex1'))
  answer('ex01-tanh/solution.ts')
  draw('passed.svg', 'mlp-check ex1', printed('ex1'))
  draw('progress.svg', 'mlp-check', printed().split('\n').slice(0, 20).join('\n'))
  answer('ex02-prelu/mistakes/max-form.ts')
  const plotted = ['ex2', '--function', 'prelu', '--param', 'alpha=1.5']
  printed('plot', ...plotted, '--svg', picture('plot.svg'))
} finally {
  rmSync(work, { recursive: true })
}

function answer(file) {
  const [folder] = file.split('/')
  copyFileSync(join(root, 'solutions', file), join(work, 'src', `${folder}.ts`))
}

/** A wrong answer ends the command with 1, and is drawn all the same. */
function printed(...words) {
  const command = [join(root, 'bin', 'mlp-check.js'), ...words]
  const { stdout, stderr, status } = spawnSync(process.execPath, command, {
    cwd: work,
    env,
    encoding: 'utf8',
  })
  if (status !== 0 && status !== 1) throw new Error(stderr)
  return stdout
}

function draw(name, title, input) {
  const script = join(root, 'scripts', 'terminal-picture.js')
  writeFileSync(picture(name), execFileSync(process.execPath, [script, title], { input }))
}

function picture(name) {
  return join(root, 'docs', 'pictures', name)
}
