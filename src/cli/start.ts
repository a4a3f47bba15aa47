import type { Output } from './command.ts'
import { main } from './main.ts'

// A student's program never chooses the exit code, and neither does a reader that closed its end.
process.stdout.on('error', () => process.exit(process.exitCode ?? 0))

process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
})

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text)
    },
    isTTY: stream.isTTY === true,
    columns: stream.columns ?? 80,
  }
}
