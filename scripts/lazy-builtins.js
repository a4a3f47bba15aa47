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
      // One function for whatever is used of it: each is read with our code, whether it is called or not.
      const get = `(_, name) => process.getBuiltinModule('${module}')[name]`
      return { code: `module.exports = new Proxy({}, { get: ${get} })`, moduleSideEffects: false }
    },
  }
}
