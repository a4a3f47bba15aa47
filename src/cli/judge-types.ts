import type { Exercise } from '../exercise.ts'
import { render, say } from '../messages/render.ts'
import type { CheckReport, SubmissionReport } from '../report/report.ts'
import type { Session, SubmissionSource } from '../session.ts'
import { leadsInto } from '../trust/links.ts'
import type { TypedSource, TypeFindings } from '../typecheck/check-types.ts'
import { type Compiler, findCompiler } from '../typecheck/find-compiler.ts'
import type { Surroundings } from './command.ts'

/** A session along with which TypeScript looks at what the session has loaded. */
export interface TypedSession {
  readonly session: Session
  /** Resolves with the report; whatever happens to the compiler, the numbers are judged. */
  readonly findings: () => Promise<TypeFindings | undefined>
}

/**
 * The compiler begins at once where the submission names no other file. Where it may, the parse says
 * which files there are, and the submission is parsed where it can be stopped.
 */
export function withCompiler(
  session: Session,
  { functions }: Exercise,
  compiler: Compiler,
): TypedSession {
  const signatures = Object.fromEntries(
    Object.values(functions).map(({ name, signature }) => [name, signature]),
  )
  const stop = new AbortController()
  const look = (source: SubmissionSource, paths: readonly string[]) => {
    const siblings = Object.fromEntries(paths.map((path) => [path, source.siblings[path] ?? '']))
    return begin({ ...source, siblings, signatures }, compiler, stop.signal)
  }
  let findings: TypedSession['findings'] = async () => undefined
  const load: Session['load'] = async (source, ...rest) => {
    const isAlone = Object.keys(source.siblings).length === 0
    // The session may keep this thread busy until all is judged.
    if (isAlone) findings = await look(source, [])
    const result = await session.load(source, ...rest)
    // What does not run is told so, and nobody waits for its types.
    if (result.kind === 'fault') stop.abort()
    else if (!isAlone) findings = await look(source, result.files)
    return result
  }
  return {
    session: withLoad(session, load),
    findings: async () => (stop.signal.aborted ? undefined : findings()),
  }
}

/** Settled once the compiler runs. What runs another process is loaded where there is one to run. */
async function begin(
  source: TypedSource,
  compiler: Compiler,
  signal: AbortSignal,
): Promise<TypedSession['findings']> {
  try {
    const { checkTypes } = await import('../typecheck/check-types.ts')
    const looking = checkTypes(source, compiler, signal).catch(() => undefined)
    return () => looking
  } catch {
    return async () => undefined
  }
}

/** The same session in all but one call. */
function withLoad(session: Session, load: Session['load']): Session {
  return new Proxy(session, {
    get: (target, name) => {
      if (name === 'load') return load
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** The compiler that may be run here: none that the working folder brings, where somebody grades. */
export function usableCompiler({ cwd, trust }: Surroundings): Compiler | undefined {
  const compiler = findCompiler()
  if (compiler === undefined || trust.ownTools) return compiler
  return leadsInto(cwd, compiler.path) ? undefined : compiler
}

const MOST_SHOWN = 3

/** Adds a warning without points. A file that does not parse has been told so already. */
export function withTypes(
  report: SubmissionReport,
  findings: TypeFindings | undefined,
): SubmissionReport {
  const count = (findings?.places.length ?? 0) + (findings?.signatures.length ?? 0)
  const parsed = !report.checks.some(({ cause }) => cause === 'does-not-parse')
  if (findings === undefined || count === 0 || !parsed) return report
  return { ...report, checks: [...report.checks, typesCheck(findings, count)] }
}

function typesCheck({ places, signatures }: TypeFindings, count: number): CheckReport {
  const says = say('types.wrong', { count })
  return {
    id: 'types',
    kind: 'types',
    title: 'types',
    status: 'passed',
    warning: true,
    score: 0,
    maxScore: 0,
    message: render(says),
    says,
    points: { tested: 0, failed: 0 },
    evidence: [
      ...places.slice(0, MOST_SHOWN),
      ...signatures.slice(0, MOST_SHOWN).map((text) => ({ kind: 'remark' as const, text })),
    ],
  }
}
