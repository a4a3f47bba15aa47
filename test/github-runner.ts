/**
 * How GitHub's runner reads the output of a step, by its documentation of workflow commands and of
 * `stop-commands`: each line of either stream, whatever ends it, may be a command.
 *
 * - `::name key=value::data` at the start of a line, behind any white space;
 * - `##[name key=value]data` anywhere in a line, the older form;
 * - names in any case; names that it does not know are text;
 * - after `stop-commands` all is text until `::token::` comes, in either form.
 */
export interface Executed {
  readonly name: string
  readonly properties: string
  readonly data: string
}

const KNOWN = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]

export function executedCommands(log: string): Executed[] {
  const executed: Executed[] = []
  let token: string | undefined
  for (const line of log.split(/\r\n|\r|\n/)) {
    const found = parse(line, token)
    if (found === undefined) continue
    if (token === undefined) executed.push(found)
    if (token !== undefined && found.name === token.toLowerCase()) token = undefined
    else if (token === undefined && found.name === 'stop-commands') token = found.data
  }
  return executed
}

function parse(line: string, token: string | undefined): Executed | undefined {
  return parseNew(line, token) ?? parseOld(line, token)
}

function parseNew(line: string, token: string | undefined): Executed | undefined {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  return end < 0 ? undefined : command(text.slice(2, end), text.slice(end + 2), token)
}

function parseOld(line: string, token: string | undefined): Executed | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  return end < 0 ? undefined : command(line.slice(start + 3, end), line.slice(end + 1), token)
}

function command(info: string, data: string, token: string | undefined): Executed | undefined {
  const space = info.indexOf(' ')
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase()
  const properties = space < 0 ? '' : info.slice(space + 1)
  return [...KNOWN, token?.toLowerCase()].includes(name) ? { name, properties, data } : undefined
}

/** What other runners act on: Azure's and TeamCity's marks, and the sections of GitLab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: GitLab's begin with them.
export const OTHER_MARKS = /##\w*\[|\u001b\[0K|section_start:\d+:\w+\r/
