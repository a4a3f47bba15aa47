import { writeSync } from 'node:fs'
import { isatty } from 'node:tty'
import type { KeptCodes } from '../compiled-code/kept-code.ts'
import { MachineError, machineError } from '../errors.ts'
import { type EarlySession, openSession, type SandboxCode } from '../node/sandbox.ts'
import { commandNames } from './commands/index.ts'
import { problemOf, type Say } from './exit-code.ts'
import { isInterrupted } from './interruption.ts'
import { standardStream } from './standard-stream.ts'

/** Whatever nobody expected: a sentence, and never the exit code of a wrong answer. */
process.on('uncaughtException', (error) => endBy(error))

export function start(sandbox: SandboxCode): void {
  const argv = process.argv.slice(2)
  process.once('beforeExit', tellUnfinished)
  process.once('exit', tellEnded)
  void run(argv, sandbox.kept, isCheck(argv) ? openSession(sandbox) : undefined)
}

async function run(
  argv: readonly string[],
  kept: KeptCodes | undefined,
  session: EarlySession | undefined,
): Promise<void> {
  const { main, sayFor } = await import('./main.ts')
  const [stdout, stderr] = [
    standardStream({ descriptor: 1, open: () => process.stdout }),
    standardStream({ descriptor: 2, open: () => process.stderr }),
  ]
  const code = await main(argv, {
    cwd: process.cwd(),
    env: process.env,
    stdout,
    stderr,
    stdin: {
      // Asking process.stdin itself would open it.
      get isTTY() {
        return isatty(0)
      },
      listen,
    },
    ...(session && { session }),
    ...(kept && { code: kept }),
  }).finally(() => {
    // Whoever only asked for help, or mistyped an option, has no use for it: it would wait for ever.
    void session?.close()
  })
  const lost = await stdout.settled()
  if (lost !== undefined) {
    const error = machineError(lost, 'the output could not be written')
    return endBy(error, await sayFor(argv, process))
  }
  await stderr.settled()
  process.off('beforeExit', tellUnfinished)
  process.off('exit', tellEnded)
  process.exitCode = code
}

/** A process that only ran out of things to do has judged nothing: silence is no consent. */
async function tellUnfinished(): Promise<void> {
  const error = new MachineError(
    'it ended before there was a verdict',
    'run it again; if it happens twice: mlp-check doctor',
  )
  const { sayFor } = await import('./main.ts')
  endBy(error, await sayFor(process.argv, process))
}

/** Nor has one that something else ended, such as code of an exercise, whatever code that gave. */
function tellEnded(code: number): void {
  if (isInterrupted(code)) return
  const error = new MachineError(
    'something ended it before there was a verdict',
    'look for process.exit in the reference.ts of the exercise',
  )
  process.exitCode = tell(error)
}

/** What is left of the process may be in any state: it is ended, and so are its threads. */
function endBy(error: unknown, say?: Say): void {
  process.off('exit', tellEnded)
  process.exit(tell(error, say))
}

function tell(error: unknown, say?: Say): number {
  const { text, code } = problemOf(error, process.env, say)
  try {
    writeSync(2, text)
  } catch {
    // Nobody is left to be told.
  }
  return code
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
