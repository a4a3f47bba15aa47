import type { Nesting, NestingTrace, WantedFunction } from '../session.ts'
import type { ModuleGraph } from '../source/module-graph.ts'
import { MERGED } from './derive-formula.ts'
import type { LetterMachines } from './letter-machine.ts'
import { placeOf } from './place.ts'
import type { NestedCall } from './runtime/answers.ts'
import { EVERY_PATH } from './state.ts'

export const NOT_TRACED: NestingTrace = { nestings: [], followed: false }

/**
 * Follows a function on letters, and notes where one is applied to its own result: directly, through
 * variables, under whatever name. Two calls side by side, and a look into a table, are no nesting:
 * what counts is what becomes of a result.
 */
export function traceNesting(
  graph: ModuleGraph,
  wanted: WantedFunction,
  machines: LetterMachines,
): NestingTrace {
  const machine = machines.shared()
  if (machine.kind !== 'machine') return NOT_TRACED
  const request = { ...EVERY_PATH, ...MERGED, names: wanted.arguments, tracesNesting: true }
  const answer = machine.formula(wanted.name, request)
  if (answer.kind === 'failed') return NOT_TRACED
  const nestings = (answer.nestings ?? []).map((one) => nestingAt(graph, one))
  return { nestings, followed: answer.kind === 'formula' && answer.gaveUp !== true }
}

function nestingAt(graph: ModuleGraph, { name, at }: NestedCall): Nesting {
  const place = placeOf(graph, at)
  if (place === undefined) return { name, file: '', offset: undefined }
  const { module, offset } = place
  // What stands in front of the brackets, where that is a word.
  const [, word = name] = /^([A-Za-z_$][\w$]*)\s*\(/.exec(module.text.slice(offset)) ?? []
  return { name: word, file: module.path, offset }
}
