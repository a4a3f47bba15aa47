import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { rolldown } from 'rolldown'

/** Writes `schema/`, which is committed: a test holds it against the code. */
const file = 'dist/write-schemas.js'
const made = await rolldown({ input: 'src/pack/write-schemas.ts', platform: 'node' })
await made.write({ file, format: 'esm', codeSplitting: false })
await made.close()
execFileSync(process.execPath, [file], { stdio: 'inherit' })
rmSync(file)
