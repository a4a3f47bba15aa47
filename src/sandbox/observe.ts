import type { Observation } from '../policy/inspect.ts'
import type { Json } from '../report/report.ts'
import type { Fault, InspectionRequest } from '../session.ts'
import type { ModuleGraph } from '../source/module-graph.ts'
import type { GuestValue } from './engine.ts'
import type { Guest } from './guest.ts'
import { GUEST_GUARD } from './guest-guard.ts'
import { LIMITS } from './limits.ts'

/** Runs a function in a guest of its own whose Math takes notes. */
export function observe(
  guest: Guest,
  graph: ModuleGraph,
  request: InspectionRequest,
): Observation | Fault {
  const { engine } = guest
  const guard = engine.script(GUEST_GUARD).value
  const loaded = guest.load(graph)
  if ('cause' in loaded) return loaded
  const found = guest.ask('find', engine.fromText(request.function))
  const [, id, arity = '1'] = /^f(\d+) (\d+)/.exec(engine.text(found.value)) ?? []
  if (id === undefined) return new Map()
  ask(guest, guard, 'phase', 'run')
  for (const args of request.samples ?? numbersAround0(Number(arity))) {
    const ended = guest.guarded<null>({ total: LIMITS.ticks }, () => {
      guest.ask('call', engine.fromNumber(Number(id)), engine.fromText(JSON.stringify(args)))
      return null
    })
    if (ended !== null) return ended
  }
  const lines = ask(guest, guard, 'seen', '').split('\n').filter(Boolean)
  return new Map(lines.map((line) => line.split(' ') as [string, 'init' | 'run']))
}

function ask(guest: Guest, guard: GuestValue, name: string, value: string): string {
  const { engine } = guest
  const answer = engine.call(guard, [engine.fromText(name), engine.fromText(value)])
  return answer.kind === 'value' ? engine.text(answer.value) : ''
}

function numbersAround0(arity: number): Json[][] {
  const numbers = [-30, -3, -1, -0.5, 0, 0.5, 1, 3, 30]
  return numbers.map((x, i) =>
    Array.from({ length: Math.max(1, arity) }, (_, k) =>
      k === 0 ? x : ([0.25, 1.5][i % 2] as number),
    ),
  )
}
