import type {
  InspectionRequest,
  InspectionResult,
  PolicyFinding,
  PolicyRule,
  RunRecord,
} from '../session.ts'
import { placeAt } from '../source/code-frame.ts'
import type { ModuleGraph, PreparedModule } from '../source/module-graph.ts'
import { asNode } from '../source/syntax-tree.ts'
import type { Offence } from './offence.ts'
import { isForbiddenMath, mathUses, staticOffences } from './static-rules.ts'
import { type UsedSource, usedSource } from './used-source.ts'

/** When each function of Math, or `eval`, was first called: as the module was evaluated, or later. */
type Observation = ReadonlyMap<string, 'init' | 'run'>

function observation({ loading, running }: RunRecord): Observation {
  return new Map([
    ...running.map((name) => [name, 'run'] as const),
    ...loading.map((name) => [name, 'init'] as const),
  ])
}

/** Holds a function against rules: in its source, and in what was seen of it while it ran. */
export function inspect(
  graph: ModuleGraph,
  request: InspectionRequest,
  record: RunRecord,
): InspectionResult {
  const run = observation(record)
  const programs = graph.modules.map(({ parsed }) => asNode(parsed.program))
  const apart = judgedApart(request)
  const used = usedSource(programs, request.function, apart)
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
