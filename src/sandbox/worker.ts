import { parentPort } from 'node:worker_threads'
import { MachineError } from '../errors.ts'
import { objectionTo } from '../reference/structured/properties.ts'
import { BrokenRuntime } from './guest.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { type Engine, Room } from './room.ts'

/** The thread that untrusted code runs in. Requests are answered one after the other. */
let arrived: (engine: Engine) => void
const room = new Room(new Promise((resolve) => (arrived = resolve)), objectionTo)
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'request') last = last.then(() => receive(message))
  if (message.kind !== 'engine') return
  arrived(message)
  send({ id: 0, ready: true })
})
parentPort?.postMessage({ loaded: true } satisfies FromWorker)

async function receive(message: Extract<ToWorker, { kind: 'request' }>): Promise<void> {
  try {
    const answer = await room.answer(message.request)
    send({ id: message.id, answer, records: room.records })
  } catch (error) {
    send({ id: message.id, ...failure(error as Error) })
  }
}

function failure(error: Error) {
  const { message, stack } = error
  if (error instanceof BrokenRuntime) return { broke: message }
  return error instanceof MachineError
    ? { machine: message, advice: error.advice }
    : { bug: message, stack }
}

/** Values are handed over, not copied: nobody here looks at them again. */
function send(message: FromWorker): void {
  const answer = 'answer' in message ? message.answer : null
  const evaluations = answer !== null && 'ahead' in answer ? answer.ahead : [answer]
  const handed = evaluations.flatMap((one) => {
    const values = one !== null && 'values' in one ? one.values : undefined
    return values instanceof Float64Array ? [values.buffer as ArrayBuffer] : []
  })
  parentPort?.postMessage(message, handed)
}
