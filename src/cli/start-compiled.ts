import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type CodeStore, codeStore } from '../compiled-code/code-store.ts'
import { CompiledScript } from '../compiled-code/compiled-script.ts'
import { withoutFlags } from '../compiled-code/quick-start.ts'
import { packageRoot } from '../package-root.ts'
import type { start as startCommand } from './start.ts'

/** The chunks that judging one answer loads; see scripts/build.js. Node loads all others as ever. */
const COMPILED = /^(?:cli|start-.*|judge-.*)\.cjs$/
const WORKER = 'sandbox-worker.cjs'

/**
 * Starts the command. Much of what it takes to judge one answer is reading our own code: what V8
 * made of it is kept from one run to the next, in the user's cache folder.
 */
const dist = join(packageRoot(), 'dist')
const store = codeStore(dist, { argv: process.argv, cwd: process.cwd(), env: process.env })
const load = store ? compiledFrom(store) : createRequire(join(dist, 'start-compiled.cjs'))
const { start } = load(join(dist, 'cli.cjs')) as { start: typeof startCommand }
start(store && { code: store.read(WORKER), keep: (code) => store.keep(WORKER, code) })

/** Loads a file and those that it requires; what was compiled anew is kept when the process ends. */
function compiledFrom(store: CodeStore): (file: string) => unknown {
  const seen = new Set<string>()
  const fresh: CompiledScript[] = []
  const load = (file: string): unknown => {
    const name = file.slice(dist.length + 1)
    // What was loaded here before, the usual way finds too.
    if (!COMPILED.test(name) || seen.has(file)) return undefined
    seen.add(file)
    const code = store.read(name)
    const script = new CompiledScript(file, code)
    if (code === undefined) fresh.push(script)
    return script.run(load)
  }
  process.on('exit', () =>
    withoutFlags(() => {
      for (const script of fresh) store.keep(script.name, script.code())
    }),
  )
  return load
}
