import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readEngine } from '../../src/node/engine-files.ts'
import { hereFirst } from '../../src/node/here-first.ts'
import { RoomHere } from '../../src/node/room-here.ts'
import type { Sandbox } from '../../src/node/sandbox.ts'
import { withinTime } from '../../src/node/within-time.ts'
import { packageRoot } from '../../src/package-root.ts'
import { LIMITS } from '../../src/sandbox/limits.ts'
import { sessionOn } from '../../src/sandbox/sandbox.ts'
import type { WorkerHost } from '../../src/sandbox/worker-host.ts'
import type { Observation, PolicyRule, Session } from '../../src/session.ts'

const file = join(packageRoot(), 'dist', 'sandbox-room.cjs')
const engine = readEngine(Promise.resolve())

/** The same questions to the main thread and to a thread; what both said, as far as the first answered. */
export async function bothAnswers(
  sandbox: Sandbox,
  ask: (session: Session) => AsyncGenerator<unknown>,
): Promise<{ readonly here: readonly unknown[]; readonly there: readonly unknown[] }> {
  const here = await answersHere(ask)
  const there: unknown[] = []
  if (here.length === 0) return { here, there }
  const session = sandbox.session()
  for await (const answer of ask(session)) {
    if (there.push(answer) === here.length) break
  }
  await session.close()
  return { here, there: structuredClone(there) }
}

/** A session on the main thread, which moves elsewhere. */
export function sessionHere(elsewhere: WorkerHost): Session {
  const loadRoom = () => createRequire(file)(file)
  const room = new RoomHere({
    loadRoom,
    engine: () => engine,
    bounded: (run) => withinTime(LIMITS.mainThreadMs, run),
  })
  return sessionOn(hereFirst(elsewhere, room))
}

/** What the main thread itself says, until it would ask a thread. */
async function answersHere(ask: (session: Session) => AsyncGenerator<unknown>): Promise<unknown[]> {
  let leave: (value: 'left') => void = () => undefined
  const left = new Promise<'left'>((resolve) => (leave = resolve))
  const elsewhere: WorkerHost = {
    start: () => ({
      equipped: Promise.resolve(),
      ask: () => leave('left'),
      signs: () => ({ ticks: 0, pieces: 0 }),
      hold: () => undefined,
      terminate: async () => undefined,
    }),
  }
  const session = sessionHere(elsewhere)
  const answers: unknown[] = []
  const asked = ask(session)
  for (;;) {
    const next = await Promise.race([asked.next(), left])
    if (next === 'left' || next.done) break
    answers.push(structuredClone(next.value))
  }
  await session.close()
  return answers
}

const POINTS = Float64Array.from({ length: 40 }, (_, i) => (i - 20) / 4)
const RULES: readonly PolicyRule[] = [
  { rule: 'no-nesting' },
  { rule: 'no-recursion' },
  { rule: 'no-loops' },
  { rule: 'no-math' },
  { rule: 'no-operators', operators: ['**'] },
  { rule: 'no-use', names: ['g'] },
]

/** All that can be asked about a function `f` of one number. */
export function everyQuestion(text: string, symbolic = true) {
  return async function* ask(session: Session): AsyncGenerator<readonly [string, unknown]> {
    const source = { file: 'a.ts', text, siblings: {} }
    const about = { function: 'f' }
    const columns = [POINTS]
    const loaded = await session.load(
      source,
      [{ name: 'f', arguments: ['x'], symbolic }],
      [{ ...about, columns }],
    )
    yield ['load', loaded]
    if (loaded.kind === 'fault' || loaded.functions.f?.kind !== 'function') return
    yield ['ahead', await session.evaluate({ ...about, columns })]
    yield ['evaluate', await session.evaluate({ ...about, columns: [POINTS.slice(3)] })]
    yield ['inspect', await session.inspect({ ...about, rules: RULES, judged: ['f'] })]
    for (const gave of ['error', 'wrong'] as const) {
      const observed: readonly Observation[] = await session.observe({
        ...about,
        arguments: ['x'],
        tensors: [],
        judged: ['f'],
        gave,
        call: [1],
      } as Parameters<Session['observe']>[0])
      yield ['observe', observed]
    }
    yield ['fingerprints', await session.fingerprints([text])]
    yield ['call', await session.call({ ...about, calls: [[1], [2], [1]] })]
    yield ['work', await session.work({ ...about, runs: [{ arguments: [1] }] })]
    yield ['output', await session.output({ ...about, run: { arguments: [1] } })]
    yield ['record', session.record('f')]
  }
}
