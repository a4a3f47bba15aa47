import { writeSync } from 'node:fs'
import { isatty } from 'node:tty'
import { machineError } from '../errors.ts'
import { openSession } from '../sandbox/sandbox.ts'
import { commandNames } from './commands/index.ts'
import { problemOf } from './exit-code.ts'
import { standardStream } from './standard-stream.ts'

/** Whatever nobody expected: a sentence, and never the exit code of a wrong answer. */
process.on('uncaughtException', endBy)

const argv = process.argv.slice(2)
// The sandbox takes longest to start: it starts before the command line is even parsed.
const session = isCheck(argv) ? openSession() : undefined
// Not awaited at the top level: what is loaded now may import this file's chunk, and would wait for it.
void run()

async function run(): Promise<void> {
  const { main } = await import('./main.ts')
  const [stdout, stderr] = [
    standardStream(() => process.stdout),
    standardStream(() => process.stderr),
  ]
  const code = await main(argv, {
    cwd: process.cwd(),
    env: process.env,
    stdout,
    stderr,
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
  const lost = await stdout.settled()
  if (lost !== undefined) return endBy(machineError(lost, 'the output could not be written'))
  await stderr.settled()
  process.exitCode = code
}

/** What is left of the process may be in any state: it is ended, and so are its threads. */
function endBy(error: unknown): void {
  const { text, code } = problemOf(error, process.env)
  try {
    writeSync(2, text)
  } catch {
    // Nobody is left to be told.
  }
  process.exit(code)
}

/** `mlp-check ex1 …` or `mlp-check check …`: the first word names no other command. */
function isCheck([first]: readonly string[]): boolean {
  if (first === undefined || first.startsWith('-')) return false
  return first === 'check' || (first !== 'help' && !commandNames.includes(first))
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
