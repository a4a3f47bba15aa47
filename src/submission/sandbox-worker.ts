import { parentPort } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './sandbox-protocol.ts'
import { Room } from './sandbox-room.ts'

/** The thread that untrusted code runs in. Requests are answered one after the other. */
let room: Room | undefined
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', (message: ToWorker) => {
  last = last.then(() => receive(message))
})

async function receive(message: ToWorker): Promise<void> {
  if (message.kind === 'engine') {
    room = new Room(message.files, message.heartbeat)
    return
  }
  try {
    if (room === undefined) throw new Error('a request came before the engine')
    send({ id: message.id, answer: await room.answer(message.request) })
  } catch (error) {
    send({
      id: message.id,
      bug: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
}

function send(message: FromWorker): void {
  parentPort?.postMessage(message)
}
