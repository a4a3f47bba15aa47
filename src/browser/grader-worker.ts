import { MachineError, UsageError } from '../errors.ts'
import { type Judge, openJudge } from './judge.ts'
import type { FromGrader, ToGrader } from './protocol.ts'

/** The worker that judges, so that a page stays quick while a proof is looked for. */

let judge: Judge | undefined
const running = new Map<number, AbortController>()

addEventListener('message', ({ data }) => {
  const message = data as ToGrader
  if (message.kind === 'open') judge = openJudge(message.base)
  else if (message.kind === 'abort') running.get(message.id)?.abort()
  else void answer(message)
})

type Request = Extract<ToGrader, { readonly asked: unknown }>

async function answer(request: Request): Promise<void> {
  const { id } = request
  const abort = new AbortController()
  running.set(id, abort)
  try {
    if (judge === undefined) throw new Error('a request came before the address of the site')
    send(await answerTo(request, judge, abort.signal))
  } catch (error) {
    send({ id, ...problemOf(error as Error) })
  } finally {
    running.delete(id)
  }
}

async function answerTo(
  { id, ...request }: Request,
  judge: Judge,
  signal: AbortSignal,
): Promise<FromGrader> {
  return request.kind === 'grade'
    ? { id, report: await judge.grade(request.asked, signal) }
    : { id, comparison: await judge.sample(request.asked, signal) }
}

function problemOf(error: Error) {
  const { message, stack } = error
  const told = error instanceof MachineError || error instanceof UsageError
  return told ? { problem: message, advice: error.advice } : { problem: message, stack }
}

function send(message: FromGrader): void {
  postMessage(message)
}
