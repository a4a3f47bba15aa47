import { CODE_PAGES } from '../batch/table/codec.ts'
import type { ReferenceOptions } from '../node/references.ts'
import type { OptionSpec } from './command.ts'

/** Options that several commands share, so that they are one thing everywhere. */
export const packOptions: readonly OptionSpec[] = [
  {
    flags: '--exercises <folder>',
    summary: "a course's own exercises; builtin for those that come with mlp-check",
    repeatable: true,
  },
]

export const colorOptions: readonly OptionSpec[] = [
  { flags: '--color', summary: 'colours, even where the output is no terminal' },
  { flags: '--no-color', summary: 'no colours (also by NO_COLOR)' },
]

export const languageOptions: readonly OptionSpec[] = [
  { flags: '--lang <tag>', summary: 'language of the report: en or zh-CN (default: LC_ALL, LANG)' },
]

export const backendOptions: readonly OptionSpec[] = [
  {
    flags: '--backend <name>',
    summary: 'which TensorFlow.js computes the reference',
    choices: ['auto', 'tfjs-node', 'tfjs'] satisfies ReferenceOptions['backend'][],
  },
  { flags: '--no-cache', summary: 'neither read nor write reference tables on disk' },
]

const samplingOptions: readonly OptionSpec[] = [
  { flags: '--seed <number>', summary: 'seed of the sample points (default 7)' },
  { flags: '--points <number>', summary: 'sample points for each function (default 4096)' },
  { flags: '--exhaustive', summary: 'every finite bfloat16 number in the domain' },
  ...backendOptions,
]

const onlyOption: OptionSpec = {
  flags: '--only <name>',
  summary: 'only this function or check',
  repeatable: true,
}

export const gradingOptions: readonly OptionSpec[] = [
  onlyOption,
  {
    flags: '--at <point>',
    summary: 'judge at this point only, such as -0.5 or -0.5,alpha=1.5',
    repeatable: true,
  },
  ...samplingOptions,
]

export const batchGradingOptions: readonly OptionSpec[] = [onlyOption, ...samplingOptions]

export const allOption: OptionSpec = {
  flags: '--all',
  summary: 'in a terminal: every failure in full, not only the first',
}

const junitDialectOption: OptionSpec = {
  flags: '--junit-dialect <dialect>',
  summary: 'what junit may contain',
  choices: ['strict', 'github'],
  needs: ['reporter'],
  needsValue: { of: 'reporter', value: 'junit' },
}

export const reporterOptions: readonly OptionSpec[] = [
  {
    flags: '--reporter <name[=file]>',
    summary: 'how to report; give it again for several at once',
    repeatable: true,
  },
  allOption,
  junitDialectOption,
]

/** Of a whole class: of its parts, `merge` makes one. */
const classOptions: readonly OptionSpec[] = [
  {
    flags: '--roster <file>',
    summary: 'who is enrolled: tells whose work it is, and who is missing',
  },
  { flags: '--sheet <file>', summary: "a platform's grade sheet, to be filled in under --out" },
  {
    flags: '--column <exercise=heading>',
    summary: 'which column of the sheet an exercise fills, such as ex1="HW1 (123)"',
    repeatable: true,
    needs: ['sheet'],
  },
  {
    flags: '--encoding <name>',
    summary: 'code page of sheets and lists that are no Unicode (default: by their bytes)',
    choices: CODE_PAGES,
    needs: ['sheet', 'roster', 'match', 'overrides'],
  },
  { flags: '--match <file>', summary: 'whose doubtful hand-ins are: match.csv of an earlier run' },
  { flags: '--course <file>', summary: "a course's due times, extensions, penalties and attempts" },
  { flags: '--overrides <file>', summary: 'points, comments and excuses by hand' },
  {
    flags: '--feedback <form>',
    summary: 'what students read (default html)',
    choices: ['html', 'markdown'],
    needs: ['out'],
  },
  {
    flags: '--reporter <name[=file]>',
    summary: 'report the class as well, such as junit=report.xml; give it again for several',
    repeatable: true,
  },
  junitDialectOption,
]

export const batchOutOptions: readonly OptionSpec[] = [
  ...languageOptions,
  ...classOptions.map((one) => ({ ...one, elsewhere: { beside: 'shard', command: 'merge' } })),
  { flags: '--fail-on-wrong', summary: 'exit 1 where an answer is wrong, 3 where one is broken' },
]

export const queueOption: OptionSpec = {
  flags: '--queue <url>',
  summary: 'a PostgreSQL database between machines, such as postgres://user@host/database',
}

export const workersOption: OptionSpec = {
  flags: '--workers <number>',
  summary: 'graders at once (default: one for each core)',
}
