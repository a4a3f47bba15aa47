import { createRequire } from 'node:module'

/** Node's own modules that bring much along: none of them is there before a run asks for something. */
const HEAVY = new Set([
  'node:child_process',
  'node:crypto',
  'node:fs/promises',
  'node:perf_hooks',
  'node:tty',
  'node:v8',
  'node:worker_threads',
])

const require = createRequire(import.meta.url)

/**
 * Lets a bundle load those modules when something of them is first used: an import at the top of a
 * file would load them in every run, a millisecond or more each.
 */
export function lazyBuiltins() {
  return {
    name: 'lazy-builtins',
    resolveId: (id) => (HEAVY.has(id) ? `\0lazy:${id}` : null),
    load: (id) => {
      if (!id.startsWith('\0lazy:')) return null
      const module = id.slice('\0lazy:'.length)
      const getters = Object.keys(require(module)).map(
        (name) => `get ${name}() { return process.getBuiltinModule('${module}').${name} }`,
      )
      return `module.exports = { ${getters.join(',\n')} }`
    },
  }
}
