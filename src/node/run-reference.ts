import { compileFunction } from 'node:vm'
import * as kit from '../reference/kit.ts'
import { KIT_PARAMETER } from '../reference/structured/kit-parameter.ts'
import { blaming, fileOf, type RunReference } from '../reference/trials/evaluate-module.ts'

/** On the first line, with a column offset that hides it: sloppy code would alter frozen arguments in silence. */
const STRICT = '"use strict";'

/** Packs are trusted: the module runs in this process. */
export const runReference: RunReference = async (exercise) =>
  blaming(exercise, () => {
    const script = exercise.references?.script ?? 'return {}'
    const run = compileFunction(`${STRICT}${script}`, [KIT_PARAMETER], {
      filename: fileOf(exercise),
      columnOffset: -STRICT.length,
    })
    return run(kit) as { readonly [name: string]: unknown }
  })
