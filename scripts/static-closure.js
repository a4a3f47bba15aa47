import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Imports that are there at run time and at once: neither `import type` nor `import()`. */
const STATIC = /^(?:import|export)\s(?!type\s)[^'"]*?from\s+'(\.[^']+)'|^import\s+'(\.[^']+)'/gm

/** Every source file that the given ones load before their first line runs, themselves included. */
export function staticClosure(roots) {
  const found = new Set()
  const waiting = roots.map((root) => resolve(root))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue
    found.add(file)
    if (!file.endsWith('.ts')) continue
    const imports = readFileSync(file, 'utf8').matchAll(STATIC)
    for (const [, from, bare] of imports) waiting.push(resolve(dirname(file), from ?? bare))
  }
  return found
}
