import { createRequire } from 'node:module'
import { join } from 'node:path'
import {
  type CodeStore,
  codeStore,
  DATA,
  failing,
  NUMBERS,
  type Runs,
} from '../compiled-code/code-store.ts'
import { CompiledScript } from '../compiled-code/compiled-script.ts'
import type { KeptCodes } from '../compiled-code/kept-code.ts'
import { withoutFlags } from '../compiled-code/quick-start.ts'
import type { SandboxRoom } from '../node/sandbox-room.ts'
import { packageRoot } from '../package-root.ts'
import type { start as startCommand } from './start.ts'

/** The chunks that judging one answer loads; see scripts/build.js. Node loads all others as ever. */
const COMPILED = /^(?:chinese-.*|cli|rolldown-runtime-.*|start-.*|judge-.*|sandbox-room)\.cjs$/
const ROOM = 'sandbox-room.cjs'
/** See exit-code.ts, which is not loaded yet. */
const WRONG_ANSWER = 1

/**
 * Starts the command. Much of what it takes to judge one answer is reading our own code: what V8
 * made of it is kept from one run to the next, in the user's cache folder.
 */
const dist = join(packageRoot(), 'dist')
const store = codeStore(dist, { argv: process.argv, cwd: process.cwd(), env: process.env })
const require = createRequire(join(dist, 'start-compiled.cjs'))
/** What this run does. */
let does: Runs = 0
const load = store ? compiledFrom(store) : require
const { start } = load(join(dist, 'cli.cjs')) as { start: typeof startCommand }
start({
  loadRoom: () => {
    const room = join(dist, ROOM)
    does |= NUMBERS
    return (load(room) ?? require(room)) as SandboxRoom
  },
  ...(store && { kept: keptIn(store) }),
})

/** For threads. */
function keptIn(store: CodeStore): KeptCodes {
  return (file) => ({
    read: () => {
      if (file === ROOM) does |= DATA
      return store.read(file)?.code
    },
    keep: (code) => store.keep(file, { code, of: DATA }),
  })
}

/**
 * Loads a file and those that it requires. When the process ends, what was compiled anew is kept;
 * so is what came of other runs, which had no use for functions that this one had.
 */
function compiledFrom(store: CodeStore): (file: string) => unknown {
  const scripts = new Map<
    string,
    { readonly script: CompiledScript; readonly of?: Runs | undefined }
  >()
  const load = (file: string): unknown => {
    const name = file.slice(dist.length + 1)
    // What was loaded here before, the usual way finds too.
    if (!COMPILED.test(name) || scripts.has(file)) return undefined
    const stored = store.read(name)
    const script = new CompiledScript(file, stored?.code)
    scripts.set(file, { script, of: script.refused ? undefined : stored?.of })
    return script.run(load)
  }
  process.on('exit', (code) => {
    const runs = code === WRONG_ANSWER ? failing(does) : does
    const isPoor = ({ of }: { readonly of?: Runs | undefined }) =>
      of === undefined || (runs & ~of) !== 0
    const wanted = [...scripts.values()].filter(isPoor)
    if (wanted.length === 0) return
    withoutFlags(() => {
      for (const { script, of: before = 0 } of wanted) {
        store.keep(script.name, { code: script.code(), of: before | runs })
      }
    })
  })
  return load
}
