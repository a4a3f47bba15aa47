import { MachineError } from '../errors.ts'
import { prepareModules } from '../source/module-graph.ts'
import { BrokenRuntime, Ended } from './guest.ts'
import type { EngineFiles } from './guest-image.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { Room, type RoomTools, takesTensors } from './room.ts'
import type { Tensors } from './tensors.ts'

export interface ServerTools extends RoomTools {
  /** Loads TensorFlow.js when it is first needed. @throws MachineError */
  readonly tensors: () => Promise<Tensors>
  /** Whether the call stack here is shorter than what a submission may use: then its end is no fault of its own. */
  readonly shortStack?: true
}

export type Send = (message: FromWorker, handed: ArrayBuffer[]) => void
type Answer = Extract<FromWorker, { readonly answer: unknown }>['answer']

/**
 * The worker's side, wherever it runs: takes what is said to it, and answers requests one after the
 * other. Values are handed over, not copied: nobody here looks at them again.
 */
export function serve(send: Send, tools: ServerTools): (message: ToWorker) => void {
  let arrived: (files: EngineFiles) => void
  const engine = new Promise<EngineFiles>((resolve) => (arrived = resolve))
  const opened = engine.then((files) => new Room(files, tools))
  let last: Promise<void> = Promise.resolve()
  const receive = async ({ id, request }: Extract<ToWorker, { kind: 'request' }>) => {
    try {
      // A file is parsed while the engine is on its way.
      const graph =
        request.kind === 'load' ? prepareModules(request.source, tools.pulse.goesOn) : undefined
      const tensors = takesTensors(request) ? await tools.tensors() : undefined
      const room = await opened
      const answer = room.answer({ request, graph, tensors })
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

function failure(error: Error, { shortStack }: ServerTools) {
  const { message, stack } = error
  if (error instanceof BrokenRuntime && error.ofStack && shortStack) return SHORT_STACK
  if (error instanceof Ended) return { broke: message, cause: error.fault.cause }
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
