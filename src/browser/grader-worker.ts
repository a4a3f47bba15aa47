import { MachineError, UsageError } from '../errors.ts'
import { openJudge } from './judge.ts'
import type { Asked, FromGrader, ToGrader } from './protocol.ts'

/** The worker that judges, so that a page stays quick while a proof is looked for. */

let judge: ReturnType<typeof openJudge> | undefined
const running = new Map<number, AbortController>()

addEventListener('message', ({ data }) => {
  const message = data as ToGrader
  if (message.kind === 'open') judge = openJudge(message.base)
  else if (message.kind === 'abort') running.get(message.id)?.abort()
  else void answer(message.id, message.asked)
})

async function answer(id: number, asked: Asked): Promise<void> {
  const abort = new AbortController()
  running.set(id, abort)
  try {
    if (judge === undefined) throw new Error('a request came before the address of the site')
    send({ id, report: await judge(asked, abort.signal) })
  } catch (error) {
    send({ id, ...problemOf(error as Error) })
  } finally {
    running.delete(id)
  }
}

function problemOf(error: Error) {
  const { message, stack } = error
  const told = error instanceof MachineError || error instanceof UsageError
  return told ? { problem: message, advice: error.advice } : { problem: message, stack }
}

function send(message: FromGrader): void {
  postMessage(message)
}
