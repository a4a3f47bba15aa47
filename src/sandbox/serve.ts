import { MachineError } from '../errors.ts'
import { BrokenRuntime } from './guest.ts'
import type { EngineFiles } from './guest-image.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { Room, type RoomTools } from './room.ts'

type Send = (message: FromWorker, handed: ArrayBuffer[]) => void
type Answer = Extract<FromWorker, { readonly answer: unknown }>['answer']

/**
 * The worker's side, wherever it runs: takes what is said to it, and answers requests one after the
 * other. Values are handed over, not copied: nobody here looks at them again.
 */
export function serve(send: Send, tools: RoomTools): (message: ToWorker) => void {
  let arrived: (files: EngineFiles) => void
  const room = new Room(new Promise((resolve) => (arrived = resolve)), tools)
  let last: Promise<void> = Promise.resolve()
  const receive = async ({ id, request }: Extract<ToWorker, { kind: 'request' }>) => {
    try {
      const answer = await room.answer(request)
      send({ id, answer, records: room.records }, buffersIn(answer))
    } catch (error) {
      send({ id, ...failure(error as Error, tools) }, [])
    }
  }
  return (message) => {
    if (message.kind === 'request') last = last.then(() => receive(message))
    if (message.kind !== 'engine') return
    arrived(message.files)
    send({ id: 0, ready: true }, [])
  }
}

const SHORT_STACK = {
  machine: 'it calls itself deeper than a browser has room for',
  advice:
    'If a function calls itself without end, that is why. If not, judge it with the command line, which has more.',
}

function failure(error: Error, { shortStack }: RoomTools) {
  const { message, stack } = error
  if (error instanceof BrokenRuntime && error.ofStack && shortStack) return SHORT_STACK
  if (error instanceof BrokenRuntime) return { broke: message }
  return error instanceof MachineError
    ? { machine: message, advice: error.advice }
    : { bug: message, stack }
}

function buffersIn(answer: Answer): ArrayBuffer[] {
  const evaluations = answer !== null && 'ahead' in answer ? answer.ahead : [answer]
  return evaluations.flatMap((one) => {
    const values = one !== null && 'values' in one ? one.values : undefined
    return values instanceof Float64Array ? [values.buffer as ArrayBuffer] : []
  })
}
