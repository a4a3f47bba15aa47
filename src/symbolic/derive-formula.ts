import type { LoadedFunction, WantedFunction } from '../session.ts'
import type { ModuleGraph } from '../source/module-graph.ts'
import { symbolicFormula } from './execute.ts'
import type { Interpreter } from './machine.ts'

/** A submission's function as one formula, from the parse that the sandbox runs it by. */
export function deriveFormula(
  graph: ModuleGraph,
  wanted: WantedFunction,
  interpreter?: Interpreter,
): LoadedFunction['formula'] {
  if (graph.commonJs) return { kind: 'undecided', why: 'CommonJS exports are not followed' }
  const files = new Map(
    graph.modules.map(({ path, text, parsed }) => [path, { program: parsed.program, text }]),
  )
  return symbolicFormula(files, '', wanted.name, wanted.arguments, interpreter)
}
