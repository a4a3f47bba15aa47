import type { Output } from './command.ts'
import { main } from './main.ts'

// A student's program never chooses the exit code, and neither does a reader that closed its end.
process.stdout.on('error', () => process.exit(process.exitCode ?? 0))

process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  stdin: { isTTY: process.stdin.isTTY === true, listen },
})

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text)
    },
    isTTY: stream.isTTY === true,
    // Asked each time: a window may have been resized.
    get columns() {
      return stream.columns || 80
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
