import type { KeptCodes } from '../compiled-code/kept-code.ts'
import type { EarlySession } from '../node/sandbox.ts'
import type { Boundary } from '../trust/boundary.ts'
import type { Workspace } from '../workspace/config.ts'

/** The world outside of the command: given, so that tests can hand in their own. */
export interface World {
  readonly cwd: string
  readonly env: { readonly [name: string]: string | undefined }
  readonly stdout: Output
  readonly stderr: Output
  /** Keys, for the commands that take them. */
  readonly stdin?: KeyInput
  /** A sandbox that has begun to start, where the command will surely need one. */
  readonly session?: EarlySession
  /** What V8 made of our files in an earlier run, for threads. */
  readonly code?: KeptCodes
}

/** What a command may touch of the world, and what it may believe of it. */
export interface Surroundings extends World {
  readonly trust: Boundary
  /** The workspace around the current folder, where its settings are to be followed. */
  readonly workspace: Workspace | undefined
}

interface KeyInput {
  readonly isTTY: boolean
  /** Keys as they are pressed, until the returned function is called. */
  readonly listen: (onKey: (key: string) => void) => () => void
}

export interface Output {
  /** `text` is for people; `data` is for programs and, like `commands` to a runner, goes out as it is. */
  readonly write: (text: string, as?: 'text' | 'data' | 'commands') => void
  readonly isTTY: boolean
  readonly columns: number
  /** Calls back, once, when nothing more can be written: for who would write for ever. */
  readonly onLost?: (listener: () => void) => void
}

/** The words after the command's name, and its options as commander camel-cases them. */
export interface Invocation {
  readonly words: readonly string[]
  readonly options: { readonly [name: string]: unknown }
  /** Every command there is, by name. */
  readonly commands: { readonly [name: string]: CommandSpec }
}

/** A command's own file: does the work, returns the exit code. */
export interface CommandModule {
  readonly run: (invocation: Invocation, surroundings: Surroundings) => Promise<number>
}

/** What help and completion know of a command without loading it. */
export interface CommandSpec {
  readonly summary: string
  /** As commander writes them, such as `<exercise>` or `[words...]`. */
  readonly arguments: string
  readonly options: readonly OptionSpec[]
  readonly examples: readonly string[]
  readonly load: () => Promise<CommandModule>
}

export interface OptionSpec {
  readonly flags: string
  readonly summary: string
  /** May be given several times; the values arrive as a list. */
  readonly repeatable?: true
  readonly choices?: readonly string[]
  /** By their names as commander camel-cases them: without all of these it says nothing, and is refused. */
  readonly needs?: readonly string[]
  /** Without that name among the values of an option, each a name or `name=…`, it says nothing, too. */
  readonly needsValue?: { readonly of: string; readonly value: string }
  /** Beside that one it says nothing, and is refused: it is for another command then. */
  readonly elsewhere?: { readonly beside: string; readonly command: string }
}
