import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { pathKey } from '../paths/path-key.ts'
import { isReporterName, type ReporterName, reporterNames } from '../reporters/index.ts'
import { didYouMean } from '../text/near-names.ts'

/** One `--reporter NAME[=FILE]`; without a file the report goes to stdout. */
export interface ReporterRequest {
  readonly name: ReporterName
  readonly file?: string
}

/** These may share stdout: lines for people, and lines that GitHub picks out of any text. */
const MIXABLE: ReadonlySet<string> = new Set(['terminal', 'github'])

/** @throws UsageError where a name is unknown or two reports would spoil each other. */
export function parseReporterOptions(options: readonly string[]): ReporterRequest[] {
  const requests = options.map(parseReporterOption)
  refuseSharedFiles(requests)
  refuseSharedStdout(requests)
  return requests
}

/** `json`, `json=report.json`, or `json=-` for stdout. @throws UsageError */
export function parseReporterOption(option: string): ReporterRequest {
  const split = option.indexOf('=')
  const name = split < 0 ? option : option.slice(0, split)
  const file = split < 0 ? '-' : option.slice(split + 1)
  if (!isReporterName(name)) throw unknownReporter(name)
  if (file === '') {
    throw new UsageError(
      `--reporter ${name}= names no file.`,
      `Write --reporter ${name}=FILE, or --reporter ${name} to print it.`,
    )
  }
  return file === '-' ? { name } : { name, file }
}

function unknownReporter(name: string): UsageError {
  const near = didYouMean(name, reporterNames)
  const list = `Reporters: ${reporterNames.join(', ')}.`
  return new UsageError(
    `There is no reporter called ${JSON.stringify(name)}.`,
    near === undefined ? list : `${near} ${list}`,
  )
}

function refuseSharedFiles(requests: readonly ReporterRequest[]): void {
  const owners = new Map<string, ReporterName>()
  for (const { name, file } of requests) {
    if (file === undefined) continue
    const key = pathKey(resolve(file))
    const owner = owners.get(key)
    if (owner !== undefined) {
      throw new UsageError(
        `The reporters ${owner} and ${name} would both write ${JSON.stringify(file)}.`,
        'Give each a file of its own.',
      )
    }
    owners.set(key, name)
  }
}

function refuseSharedStdout(requests: readonly ReporterRequest[]): void {
  const printed = requests.filter(({ file }) => file === undefined).map(({ name }) => name)
  const strict = printed.filter((name) => !MIXABLE.has(name))
  const repeated = printed.length !== new Set(printed).size
  if (printed.length < 2 || (strict.length === 0 && !repeated)) return
  throw new UsageError(
    `The reporters ${printed.join(' and ')} would all print to stdout, one into the other.`,
    `Give all but one a file, such as --reporter ${strict[0] ?? printed[0]}=FILE.`,
  )
}
