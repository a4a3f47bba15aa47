import { isatty } from 'node:tty'
import { openSession } from '../sandbox/sandbox.ts'
import type { Output } from './command.ts'
import { commandNames } from './commands/index.ts'

// A student's program never chooses the exit code, and neither does a reader that closed its end.
process.stdout.on('error', () => process.exit(process.exitCode ?? 0))

const argv = process.argv.slice(2)
// The sandbox takes longest to start: it starts before the command line is even parsed.
const session = isCheck(argv) ? openSession() : undefined
// Not awaited at the top level: what is loaded now may import this file's chunk, and would wait for it.
void run()

async function run(): Promise<void> {
  const { main } = await import('./main.ts')
  process.exitCode = await main(argv, {
    cwd: process.cwd(),
    env: process.env,
    stdout: output(() => process.stdout),
    stderr: output(() => process.stderr),
    stdin: {
      // Asking process.stdin itself would open it, which takes some milliseconds.
      isTTY: isatty(0),
      listen,
    },
    ...(session && { session }),
  }).finally(() => {
    // Whoever only asked for help, or mistyped an option, has no use for it: it would wait for ever.
    void session?.close()
  })
}

/** `mlp-check ex1 …` or `mlp-check check …`: the first word names no other command. */
function isCheck([first]: readonly string[]): boolean {
  if (first === undefined || first.startsWith('-')) return false
  return first === 'check' || (first !== 'help' && !commandNames.includes(first))
}

/** A stream is opened when it is first needed. */
function output(stream: () => NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream().write(text)
    },
    get isTTY() {
      return stream().isTTY === true
    },
    // Asked each time: a window may have been resized.
    get columns() {
      return stream().columns || 80
    },
  }
}

function listen(onKey: (key: string) => void): () => void {
  const { stdin } = process
  const onData = (data: Buffer) => {
    for (const key of data.toString('utf8')) onKey(key)
  }
  stdin.setRawMode(true)
  stdin.on('data', onData)
  return () => {
    stdin.off('data', onData)
    stdin.setRawMode(false)
    stdin.pause()
  }
}
