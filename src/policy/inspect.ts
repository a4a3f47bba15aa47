import type {
  InspectionRequest,
  InspectionResult,
  NestingTrace,
  PolicyFinding,
  PolicyRule,
  RunRecord,
} from '../session.ts'
import { placeAt } from '../source/code-frame.ts'
import type { ModuleGraph, PreparedModule } from '../source/module-graph.ts'
import { asNode } from '../source/syntax-tree.ts'
import { isForbiddenMath, mathUses } from './math-uses.ts'
import { nestedCalls } from './nested-calls.ts'
import { isKnownMath } from './observations/math-members.ts'
import type { Offence } from './offence.ts'
import { isPlain } from './plain.ts'
import { eachOnce, staticOffences } from './static-rules.ts'
import { sourceOf, type UsedSource, usedSource } from './used-source.ts'

/** What is known of a function's runs: the engine's record of the scored ones, and a run on letters. */
export interface SeenRuns {
  readonly record: RunRecord
  readonly nesting: NestingTrace
}

/**
 * Holds a function against rules: what it was seen to call as it was judged, and what its source
 * says. The record tells of calls that no name in the source gives away, the source of those that no
 * judged point happened to reach.
 */
export function inspect(
  graph: ModuleGraph,
  request: InspectionRequest,
  { record, nesting }: SeenRuns,
): InspectionResult {
  const source = sourceOf(graph.modules.map(({ parsed }) => asNode(parsed.program)))
  const apart = judgedApart(request)
  const used = usedSource(source, request.function, apart)
  const theirs = apart.flatMap((name) => usedSource(source, name))
  const everything = [
    ...source.statements,
    ...source.declared.map((one) => ({ ...one, mentions: [], means: [] })),
  ]
  const called = ownCalls(record, { used, theirs, everything })
  const findings = request.rules.flatMap((rule): PolicyFinding[] => {
    if (called.has('eval')) return [{ rule: rule.rule, message: UNREADABLE }]
    if (rule.rule === 'no-nesting') return nestings(nesting, used, graph)
    const seen = staticOffences(rule, used).map((offence) => finding(rule, offence, graph.modules))
    if (seen.length > 0) return seen
    if (rule.rule === 'must-use') return unmet(rule, { used, called, judged: request.judged ?? [] })
    return rule.rule === 'no-math' ? hidden(rule, called) : []
  })
  return { kind: 'inspected', findings }
}

const UNREADABLE = 'text is turned into code, which no rule can look into'

/** Functions of the exercise that this one is told to use: their own checks say what is in them. */
function judgedApart({ rules, judged = [], function: own }: InspectionRequest): string[] {
  const wanted = rules.flatMap((rule) => (rule.rule === 'must-use' ? rule.names : []))
  return wanted.filter((name) => name !== own && judged.includes(name))
}

interface Sources {
  readonly used: readonly UsedSource[]
  /** What only the functions reach that are judged apart. */
  readonly theirs: readonly UsedSource[]
  readonly everything: readonly UsedSource[]
}

/**
 * The natives that a function is answerable for. As long as its own source says by name what it
 * calls, two things are not its doing: what runs inside of a function that is judged apart, and what
 * other parts of the file openly call as it is loaded.
 */
function ownCalls(record: RunRecord, { used, theirs, everything }: Sources): ReadonlySet<string> {
  if (!isPlain(used)) return new Set([...record.running, ...record.loading])
  const named = (sources: readonly UsedSource[]) =>
    new Set(mathUses(sources).map(({ name }) => name))
  const [own, apart, written] = [named(used), named(theirs), named(everything)]
  return new Set([
    ...record.running.filter((name) => own.has(name) || !apart.has(name)),
    ...record.loading.filter((name) => own.has(name) || !written.has(name)),
  ])
}

/** Calls of Math that only the record shows. */
function hidden(
  rule: Extract<PolicyRule, { rule: 'no-math' }>,
  called: ReadonlySet<string>,
): PolicyFinding[] {
  return [...called]
    .filter((name) => isForbiddenMath(rule, name))
    .map((name) => ({
      rule: rule.rule,
      message: `Math.${name} is not allowed here: it was called while the function was judged`,
    }))
}

/** A function of Math must have been called; one of the file must be meant by a name. */
function unmet(
  rule: Extract<PolicyRule, { rule: 'must-use' }>,
  { used, called, judged }: Use,
): PolicyFinding[] {
  if (rule.names.some((name) => called.has(name))) return []
  const mentions = used.flatMap((source) => source.mentions)
  if (mentions.some(({ name, of }) => of !== 'elsewhere' && rule.names.includes(name))) return []
  const shown = rule.names.map((name) => {
    return isKnownMath(name) && !judged.includes(name) ? `\`Math.${name}\`` : `\`${name}\``
  })
  return [{ rule: rule.rule, message: `${shown.join(' or ')} must be used here` }]
}

/** What a function uses, by its source and as it ran, and what the exercise asks for. */
interface Use {
  readonly used: readonly UsedSource[]
  readonly called: ReadonlySet<string>
  readonly judged: readonly string[]
}

/** What was seen as the function was followed; what its words say, where it could not be. */
function nestings(
  { nestings: seen, followed }: NestingTrace,
  used: readonly UsedSource[],
  { modules }: ModuleGraph,
): PolicyFinding[] {
  if (seen.length === 0 && !followed) {
    return eachOnce(nestedCalls(used)).map((offence) =>
      finding({ rule: 'no-nesting' }, offence, modules),
    )
  }
  const places = new Map(seen.map((one) => [`${one.file} ${one.offset}`, one]))
  return [...places.values()].map(({ name, file, offset }) => {
    const message = `\`${name}\` is applied to its own result`
    const module = modules.find(({ path }) => path === file)
    if (module === undefined || offset === undefined) return { rule: 'no-nesting', message }
    const place = placeAt(module.file, module.text, offset, message)
    return { rule: 'no-nesting', message, place }
  })
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
