import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { CompiledScript } from '../compiled-code/compiled-script.ts'
import type { FromGrader, OneGraderData, ToGrader } from './task.ts'

/** Starts a grader from what V8 made of its code in an earlier run, where that is known. */
const { code } = workerData as OneGraderData
const known = code?.known && Buffer.from(code.known)
const script = new CompiledScript(join(__dirname, 'grader.cjs'), known)
script.run()

// When a class is judged, and no flag is set any more: of all that judging it called.
if (code !== undefined && (known === undefined || script.refused)) {
  parentPort?.on('message', ({ kind }: ToGrader) => {
    if (kind !== 'end-judging') return
    const made: FromGrader = { kind: 'code', code: script.code() }
    parentPort?.postMessage(made)
  })
}
