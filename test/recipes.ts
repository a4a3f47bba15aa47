import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { packageRoot } from '../src/package-root.ts'

/** A page of the documentation, whose blocks name themselves in a comment. */
export function page(name: string): {
  readonly text: string
  readonly block: (name: string) => string
} {
  const text = readFileSync(join(packageRoot(), 'docs', name), 'utf8')
  const blocks = [...text.matchAll(/```\w+\n([\s\S]*?)```/g)].map(([, block = '']) => block)
  return {
    text,
    block: (title) => {
      const named = (block: string) =>
        block.split('\n', 2).some((line) => line.replace(/^(#|\/\/) /, '') === title)
      const found = blocks.find(named)
      if (found === undefined) throw new Error(`docs/${name} has no block called ${title}`)
      return found
    },
  }
}

/** A package as one file, as `npm pack` makes it: of this checkout, where no other is named. */
export function packTarball(root: string = packageRoot()): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mlp-check-packed-')))
  const words = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]
  const { status, stderr } = spawnSync('npm', words, { cwd: root, encoding: 'utf8' })
  const [file] = readdirSync(folder)
  if (status !== 0 || file === undefined) throw new Error(stderr)
  return join(folder, file)
}

export function newPlace(): string {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'mlp-check-recipe-')))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  return place
}

export interface RunOptions {
  readonly cwd: string
  readonly env?: Record<string, string>
}

/**
 * Runs a script in a place of its own, with nothing of this process's environment but the path.
 * There is no network: npm is told so by its variable, and of a recipe itself nothing is changed.
 */
export function runScript(
  place: string,
  program: readonly string[],
  script: string,
  options: RunOptions,
) {
  const [command = 'bash', ...words] = program
  const home = join(place, 'home')
  mkdirSync(home, { recursive: true })
  const file = join(place, 'script')
  writeFileSync(file, script)
  const path = [join(process.execPath, '..'), process.env.PATH].join(delimiter)
  const env = { PATH: path, HOME: home, npm_config_offline: 'true', ...options.env }
  return spawnSync(command, [...words, file], { cwd: options.cwd, encoding: 'utf8', env })
}
