import { compileFunction } from 'node:vm'
import * as kit from '../reference/kit.ts'
import { KIT_PARAMETER } from '../reference/structured/kit-parameter.ts'
import {
  type Bounded,
  blaming,
  fileOf,
  type RunReference,
} from '../reference/trials/evaluate-module.ts'
import { withinTime } from './within-time.ts'

/** On the first line, with a column offset that hides it: sloppy code would alter frozen arguments in silence. */
const STRICT = '"use strict";'

/** Far longer than drawing the trials of any check takes, on a slow machine too. */
export const bounded = boundedBy(60)

/** Packs are trusted: the module runs in this process. */
export const runReference: RunReference = async (exercise) =>
  blaming(exercise, () => {
    const script = exercise.references?.script ?? 'return {}'
    const run = compileFunction(`${STRICT}${script}`, [KIT_PARAMETER], {
      filename: fileOf(exercise),
      columnOffset: -STRICT.length,
    })
    return bounded(() => run(kit)) as { readonly [name: string]: unknown }
  })

/** An exercise's own code that never ends must not look like a machine that is slow. */
export function boundedBy(seconds: number): Bounded {
  return (run) => {
    try {
      return withinTime(seconds * 1000, run)
    } catch (error) {
      if ((error as { readonly code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      throw new RangeError(`it had not come back after ${seconds} seconds`)
    }
  }
}
