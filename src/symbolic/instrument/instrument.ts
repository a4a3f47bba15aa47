import type { SyntaxNode } from '../../source/syntax-tree.ts'
import { RUNTIME_MODULE, RUNTIME_NAMES } from '../runtime/names.ts'
import { ASSIGNMENTS } from './assignments.ts'
import { FUNCTIONS } from './functions.ts'
import { LITERALS } from './literals.ts'
import { MEMBERS } from './members.ts'
import { OPERATORS } from './operators.ts'
import { STATEMENTS } from './statements.ts'
import { Writer } from './writer.ts'
import { writesIn } from './writes.ts'

/**
 * A module of JavaScript, written so that it runs on letters as well as on numbers: operators,
 * conditions, calls and writes go through the runtime, everything else is the machine's own doing.
 */
export function instrument(text: string, program: SyntaxNode, module: number): string {
  const prefix = unusedPrefix(text)
  const writer = new Writer({
    text,
    program,
    module,
    prefix,
    writes: writesIn(program),
    rows: ROWS,
  })
  const names = RUNTIME_NAMES.map((name) => `${name} as ${prefix}${name}`)
  return `${writer.out(program)}\nimport{${names.join(',')}}from${JSON.stringify(RUNTIME_MODULE)}`
}

const ROWS = {
  ...ASSIGNMENTS,
  ...FUNCTIONS,
  ...LITERALS,
  ...MEMBERS,
  ...OPERATORS,
  ...STATEMENTS,
}

/** Begins no name of the program. */
function unusedPrefix(text: string): string {
  let prefix = '$_'
  while (text.includes(prefix)) prefix += '_'
  return prefix
}
