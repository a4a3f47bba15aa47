/**
 * What the working folder may say, and to whom. A submission's folder is its author's: whoever
 * looks at his own work is served by its settings, whoever grades reads none of them.
 */
export interface Boundary {
  /** Whose exercises are judged by. */
  readonly pack: PackChoice
  /**
   * What is read of `mlp-check.json`: all of it, in this folder and those above; the names of files
   * alone, in this folder alone, for they only choose among what the same author wrote; or nothing.
   */
  readonly settings: 'all' | 'file-names' | 'none'
  /** Whether attempts and hints are remembered in `.mlp-check`; else it is neither read nor written. */
  readonly memory: boolean
  /** Whether types are looked at without being asked for, where a compiler is found. */
  readonly types: boolean
  /** Whether programs and tables that lie in the working folder are used: a compiler, a cache. */
  readonly ownTools: boolean
}

/** Where the exercises come from. Only `workspace` is a choice that the working folder makes. */
type PackChoice =
  | { readonly from: 'built-in'; readonly named: boolean }
  | { readonly from: 'option'; readonly folder: string; readonly more?: readonly string[] }
  | { readonly from: 'environment'; readonly folder: string }
  | { readonly from: 'workspace' }

/** Who asks: the command, its `--exercises` (once or several times), and the environment. */
export interface Asking {
  readonly command: string
  readonly exercises: unknown
  readonly env: Environment
}

type Environment = { readonly [name: string]: string | undefined }

/** Names the built-in exercises, whatever a folder of that name holds. */
export const BUILT_IN = 'builtin'

export const PACK_VARIABLE = 'MLP_CHECK_EXERCISES'

/** Commands by which students look at their own work. What is not listed here grades. */
const OWN_WORK: ReadonlySet<string> = new Set([
  'check',
  'completion',
  'doctor',
  'hint',
  'init',
  'list',
  'plot',
  'progress',
  'reset',
  'show',
  'solution',
  'watch',
])

export function boundaryFor({ command, exercises, env }: Asking): Boundary {
  const own = OWN_WORK.has(command) && !underCi(env)
  return {
    pack:
      namedPack(exercises, env) ??
      (own ? { from: 'workspace' } : { from: 'built-in', named: false }),
    settings: own ? 'all' : OWN_WORK.has(command) ? 'file-names' : 'none',
    memory: own,
    types: own,
    ownTools: own,
  }
}

/** `CI` is set by whoever runs the job, and never by what is judged. */
export function underCi({ CI }: Environment): boolean {
  return CI !== undefined && !['', '0', 'false'].includes(CI.toLowerCase())
}

function namedPack(exercises: unknown, env: Environment): PackChoice | undefined {
  const [folder, ...more] = [exercises].flat().filter((one) => typeof one === 'string')
  const variable = env[PACK_VARIABLE] || undefined
  if (folder === undefined) return variable === undefined ? undefined : ofEnvironment(variable)
  if (more.length > 0) return { from: 'option', folder, more }
  return folder === BUILT_IN ? { from: 'built-in', named: true } : { from: 'option', folder }
}

function ofEnvironment(folder: string): PackChoice {
  return folder === BUILT_IN ? { from: 'built-in', named: true } : { from: 'environment', folder }
}
