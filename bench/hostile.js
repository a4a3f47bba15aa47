/**
 * Prints the table of docs/security.md for this Node: `node bench/hostile.js`, or for another one
 * `npx -y -p node@24 node bench/hostile.js`. Needs a build.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const file = join('node_modules', '.cache', 'mlp-check-hostile.mjs')
const bundle = await rolldown({ input: 'test/hostile/measure.ts', platform: 'node' })
await bundle.write({ file, format: 'esm' })
await bundle.close()

const { measureHostile, otherAttacks } = await import(pathToFileURL(file).href)
console.log('| Node | attacks | contained | longest | peak memory | honest results changed |')
console.log('|---|---|---|---|---|---|')
console.log(await measureHostile())
console.log(otherAttacks())
