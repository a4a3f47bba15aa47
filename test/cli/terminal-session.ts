import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { needing } from '../machine.ts'

/** The real command in a pseudo-terminal of util-linux's `script`. */
export interface TerminalSession {
  readonly type: (keys: string) => void
  /** What the terminal shows, without colours, from the last time that it was cleared. */
  readonly screen: () => string
  /** Resolves with the screen as soon as it matches. */
  readonly until: (pattern: RegExp) => Promise<string>
  readonly ended: Promise<number | null>
}

const found = spawnSync('script', ['--version'], { encoding: 'utf8' })
const script = found.stdout?.includes('util-linux') ? 'script' : undefined

export const needingTerminal = () => needing("util-linux's script", script)

const command = join(packageRoot(), 'bin', 'mlp-check.js')

export function openTerminal(
  argv: readonly string[],
  { cwd, columns = 80 }: { cwd: string; columns?: number },
): TerminalSession {
  const words = [process.execPath, command, ...argv].map((word) => `'${word}'`).join(' ')
  const child = spawn(
    'script',
    ['-qefc', `stty cols ${columns} rows 50; exec ${words}`, '/dev/null'],
    {
      cwd,
      env: { PATH: process.env.PATH, HOME: cwd, TERM: 'xterm-256color' },
    },
  )
  let output = ''
  // Decoded as one stream: a character may come in two pieces.
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    output += data
  })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  const screen = () => visible(output)
  const until = async (pattern: RegExp): Promise<string> => {
    let over = false
    void ended.then(() => {
      over = true
    })
    while (!pattern.test(screen())) {
      if (over) throw new Error(`ended before ${pattern}:\n${screen()}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return screen()
  }
  return { type: (keys) => child.stdin.write(keys), screen, until, ended }
}

function visible(output: string): string {
  const shown = output.split('\u001b[2J\u001b[3J\u001b[H').at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
  return shown.replace(/\u001b\[[0-9;?]*[a-zA-Z]/g, '').replaceAll('\r\n', '\n')
}
