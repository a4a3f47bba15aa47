import { spawnSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { standardStream } from '../../src/cli/standard-stream.ts'
import { needing } from '../machine.ts'

/** Nobody waits for whoever reads it. */
function pipe() {
  const file = join(mkdtempSync(join(tmpdir(), 'mlp-check-pipe-')), 'pipe')
  spawnSync('mkfifo', [file])
  const reader = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  const writer = openSync(file, constants.O_WRONLY | constants.O_NONBLOCK)
  return { reader, writer }
}

function readAll(reader: number): Buffer {
  const buffer = Buffer.alloc(1 << 20)
  return buffer.subarray(0, readSync(reader, buffer))
}

/** In place of Node's stream: what came to it. */
function recorder() {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk)
      done()
    },
  })
  return { stream: stream as NodeJS.WriteStream, bytes: () => Buffer.concat(chunks) }
}

const never = () => {
  throw new Error('nothing asks for the stream')
}

needing('mkfifo', spawnSync('mkfifo', ['--version']).status === 0).describe('a pipe', () => {
  it('is written to at once, without the stream', async () => {
    const { reader, writer } = pipe()
    const stream = standardStream({ descriptor: writer, open: never })
    stream.write('one ')
    stream.write('ζ')
    expect(readAll(reader).toString()).toBe('one ζ')
    expect([stream.isTTY, stream.columns]).toEqual([false, 80])
    expect(await stream.settled()).toBeUndefined()
  })

  it('that is full leaves the rest to the stream, and all that follows', async () => {
    const { reader, writer } = pipe()
    const { stream: slow, bytes } = recorder()
    const stream = standardStream({ descriptor: writer, open: () => slow })
    const long = 'ζ'.repeat(100_000)
    stream.write(long)
    const written = readAll(reader)
    stream.write('!')
    await stream.settled()
    expect(bytes().length).toBeGreaterThan(1)
    expect(Buffer.concat([written, bytes()]).toString()).toBe(`${long}!`)
  })

  it('that nobody reads any more ends what is written, and is no failure', async () => {
    const { reader, writer } = pipe()
    closeSync(reader)
    const stream = standardStream({ descriptor: writer, open: never })
    let lost = 0
    stream.onLost?.(() => lost++)
    stream.write('one')
    stream.write('two')
    stream.onLost?.(() => lost++)
    expect(lost).toBe(2)
    expect(await stream.settled()).toBeUndefined()
  })
})

describe('anything else', () => {
  it('is the stream’s', () => {
    const { stream: own, bytes } = recorder()
    const descriptor = openSync('/dev/null', 'w')
    const stream = standardStream({ descriptor, open: () => Object.assign(own, { columns: 97 }) })
    stream.write('one')
    expect([bytes().toString(), stream.columns]).toEqual(['one', 97])
  })
})
