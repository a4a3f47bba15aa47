import { UsageError } from '../errors.ts'
import type { ReporterName } from '../reporters/index.ts'
import type { Invocation } from './command.ts'
import { parseReporterOptions, type ReporterRequest } from './parse-reporter-option.ts'

/** Those whose format has room for more than one person. */
const FOR_CLASSES: readonly ReporterName[] = [
  'github',
  'junit',
  'sarif',
  'gcc',
  'markdown',
  'html',
  'json',
  'csv',
  'tap',
]

/** What else a class is to be reported as. @throws UsageError before anything is judged */
export function classReporters({ reporter }: Invocation['options']): ReporterRequest[] {
  const requests = parseReporterOptions((reporter as string[] | undefined) ?? [])
  for (const request of requests) refuse(request)
  return requests
}

function refuse({ name, file }: ReporterRequest): void {
  if (!FOR_CLASSES.includes(name)) {
    throw new UsageError(
      `--reporter ${name} is for one submission, and not for a class`,
      `for a class there are ${FOR_CLASSES.join(', ')}`,
    )
  }
  // What is printed stands among the lines for people; GitHub picks its own out of those.
  if (file === undefined && name !== 'github') {
    throw new UsageError(
      `--reporter ${name} would stand in the middle of the summary`,
      `give it a file: --reporter ${name}=FILE`,
    )
  }
}
