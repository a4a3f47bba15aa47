import type { Line } from '../reference/structured/define-program.ts'
import type { Json } from '../report/report.ts'
import type { ProgramStep } from '../session.ts'

/** A line of a program as the sandbox runs it. */
export function stepOf(line: Line, name: string): ProgramStep {
  if ('make' in line) {
    return { do: 'call', function: name, arguments: line.with.map(asData), as: line.make }
  }
  if ('read' in line) return { do: 'read', of: line.on, name: line.read }
  // Whatever a method returns is nobody's question.
  return { do: 'method', of: line.on, name: line.call, arguments: line.with.map(asData), as: '_' }
}

function asData(data: Json): { readonly data: Json } {
  return { data }
}
