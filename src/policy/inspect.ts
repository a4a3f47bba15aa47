import type { Json } from '../report/report.ts'
import type { GuestValue } from '../sandbox/engine.ts'
import type { Guest } from '../sandbox/guest.ts'
import { LIMITS } from '../sandbox/limits.ts'
import type {
  Fault,
  InspectionRequest,
  InspectionResult,
  PolicyFinding,
  PolicyRule,
} from '../sandbox/session.ts'
import { placeAt } from '../source/code-frame.ts'
import type { ModuleGraph, PreparedModule } from '../source/module-graph.ts'
import { asNode } from '../source/syntax-tree.ts'
import { GUEST_GUARD } from './guest-guard.ts'
import { isForbiddenMath, mathUses, type Offence, staticOffences } from './static-rules.ts'
import { type UsedSource, usedSource } from './used-source.ts'

/**
 * Holds a function against rules, in its source and while it runs in a guest of its own whose
 * Math takes notes.
 */
export function inspect(
  guest: Guest,
  graph: ModuleGraph,
  request: InspectionRequest,
): InspectionResult {
  const programs = graph.modules.map(({ parsed }) => asNode(parsed.program))
  const apart = judgedApart(request)
  const used = usedSource(programs, request.function, apart)
  const run = observe(guest, graph, request)
  if ('cause' in run) return run
  // What runs inside of a function that is judged apart is not this one's doing.
  const excused = mathUses(apart.flatMap((name) => usedSource(programs, name)))
  const ownRun = new Map([...run].filter(([name]) => !excused.some((use) => use.name === name)))
  const findings = request.rules.flatMap((rule) => {
    const seen = staticOffences(rule, used).map((offence) => finding(rule, offence, graph.modules))
    return seen.length > 0 ? seen : hidden(rule, { used, run: ownRun, graph })
  })
  return { kind: 'inspected', findings }
}

/** Functions of the exercise that this one is told to use: their own checks say what is in them. */
function judgedApart({ rules, judged = [], function: own }: InspectionRequest): string[] {
  const wanted = rules.flatMap((rule) => (rule.rule === 'must-use' ? rule.names : []))
  return wanted.filter((name) => name !== own && judged.includes(name))
}

/** When each function of Math, or `eval`, was first called: as the module was evaluated, or later. */
type Observation = ReadonlyMap<string, 'init' | 'run'>

function observe(
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

interface Evidence {
  readonly used: readonly UsedSource[]
  readonly run: Observation
  readonly graph: ModuleGraph
}

/** What only the run shows. */
function hidden(rule: PolicyRule, { used, run, graph }: Evidence): PolicyFinding[] {
  if (run.has('eval')) {
    return [{ rule: rule.rule, message: 'text is turned into code, which no rule can look into' }]
  }
  if (rule.rule === 'must-use') return unmet(rule, used, run)
  if (rule.rule !== 'no-math') return []
  const written = new Set(mathUses(allSource(graph)).map(({ name }) => name))
  return [...run]
    .filter(
      ([name, phase]) => isForbiddenMath(rule, name) && (phase === 'run' || !written.has(name)),
    )
    .map(([name]) => ({
      rule: rule.rule,
      message: `Math.${name} is not allowed here: it was called while the function ran`,
    }))
}

function unmet(
  rule: Extract<PolicyRule, { rule: 'must-use' }>,
  used: readonly UsedSource[],
  run: Observation,
): PolicyFinding[] {
  const mentioned = new Set(used.flatMap(({ name, mentions }) => [name, ...mentions]))
  if (rule.names.some((name) => mentioned.has(name) || run.has(name))) return []
  return [{ rule: rule.rule, message: `${rule.names.join(' or ')} must be used here` }]
}

function allSource(graph: ModuleGraph): UsedSource[] {
  return graph.modules.map(({ parsed }, module) => ({
    module,
    name: '',
    node: asNode(parsed.program),
    mentions: new Set<string>(),
  }))
}

function finding(
  rule: PolicyRule,
  offence: Offence,
  modules: readonly PreparedModule[],
): PolicyFinding {
  const module = modules[offence.module] as PreparedModule
  const place = placeAt(module.file, module.text, offence.node.start, offence.message)
  return { rule: rule.rule, message: offence.message, place }
}
