import { parentPort, workerData } from 'node:worker_threads'
import { MachineError, machineError, SpecError } from '../errors.ts'
import { createServices } from '../grading/create-services.ts'
import { referencesHere } from '../node/references.ts'
import { openSandboxHere } from '../node/sandbox-here.ts'
import * as room from '../node/sandbox-room.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { TrialTable } from '../reference/trials/trial-table.ts'
import type { Session } from '../session.ts'
import { fingerprintsOfText, type Judge, judgeTask } from './judge-task.ts'
import { memoProver } from './memo-prover.ts'
import type {
  AnyTable,
  Feedback,
  FromGrader,
  OneGraderData,
  Problem,
  ToGrader,
  WantedTable,
} from './task.ts'

type JudgeRequest = Extract<ToGrader, { kind: 'judge' }>

/**
 * A thread that judges: it runs submissions itself, and takes reference tables from the main
 * thread, which computes each once for all graders.
 */
const port = parentPort
if (port === null) throw new Error('a grader runs as a worker thread')

const { exercises, options, heartbeat } = workerData as OneGraderData
const services = createServices(referencesHere({ cache: false, backend: 'tfjs', env: {} }))
const judge: Judge = {
  exercises: new Map(exercises.map((exercise) => [exercise.id, exercise])),
  options,
  services: {
    ...services,
    prove: memoProver(services.prove),
    referenceTable: ({ id }, request) =>
      tableOf(id, { of: 'points', request }) as Promise<ReferenceTable>,
    trialTable: ({ id }, request) => tableOf(id, { of: 'trials', request }) as Promise<TrialTable>,
  },
}
const sandbox = openSandboxHere(room, heartbeat)
send({ kind: 'begun' })
const tables = new Map<string, Promise<AnyTable>>()
const waiting = new Map<number, (message: ToGrader) => void>()

port.on('message', (message: ToGrader) => {
  if (message.kind === 'judge') void answer(message.id, () => judgeOne(message))
  else if (message.kind === 'take-fingerprints') {
    void answer(message.id, () => takeFingerprints(message.id, message.text))
  } else if (message.kind === 'write-feedback') {
    void answer(message.id, () => writeOne(message.id, message.feedback))
  } else if (message.kind === 'end-judging') {
    void answer(message.id, () => endJudging(message.id))
  } else waiting.get(message.id)?.(message)
})

async function answer(id: number, work: () => Promise<FromGrader>): Promise<void> {
  try {
    send(await work())
  } catch (error) {
    const fault = machineError(error, 'a grader could not go on')
    if (fault instanceof MachineError) {
      const { message, advice } = fault
      send({ kind: 'machine', id, message, ...(advice !== undefined && { advice }) })
    } else send({ kind: 'bug', id, message: (error as Error).stack ?? String(error) })
  }
}

async function judgeOne({ id, task, apart }: JudgeRequest): Promise<FromGrader> {
  const judged = await inSession((session) => judgeTask(task, session, judge), apart)
  return { kind: 'judged', id, judged }
}

async function takeFingerprints(id: number, text: string): Promise<FromGrader> {
  const fingerprints = await inSession((session) => fingerprintsOfText(session, text))
  return { kind: 'fingerprints', id, fingerprints }
}

async function inSession<T>(work: (session: Session) => Promise<T>, apart = false): Promise<T> {
  const session = sandbox.session(apart)
  try {
    return await work(session)
  } finally {
    await session.close()
  }
}

async function writeOne(id: number, feedback: Feedback): Promise<FromGrader> {
  const { writeFeedback } = await import('./write-feedback.ts')
  await writeFeedback(feedback)
  return { kind: 'done', id }
}

async function endJudging(id: number): Promise<FromGrader> {
  await sandbox.close()
  return { kind: 'done', id }
}

function tableOf(exercise: string, wanted: WantedTable): Promise<AnyTable> {
  const key = JSON.stringify([exercise, wanted])
  const known = tables.get(key) ?? askForTable(exercise, wanted)
  tables.set(key, known)
  return known
}

function askForTable(exercise: string, wanted: WantedTable): Promise<AnyTable> {
  const id = tables.size
  return new Promise((resolve, reject) => {
    waiting.set(id, (message) => {
      waiting.delete(id)
      if (message.kind === 'table') resolve(message.table)
      if (message.kind === 'no-table') reject(errorOf(message.problem))
    })
    send({ kind: 'table-wanted', id, exercise, wanted })
  })
}

function errorOf({ message, problems }: Problem): Error {
  return problems ? new SpecError(problems) : new Error(message)
}

function send(message: FromGrader): void {
  port?.postMessage(message)
}
