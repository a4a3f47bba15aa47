import { gradesDialects } from '../batch/out/grades-dialects.ts'
import type { ServiceOptions } from '../grading/create-services.ts'
import type { OptionSpec } from './command.ts'

/** Options that several commands share, so that they are one thing everywhere. */
export const packOptions: readonly OptionSpec[] = [
  {
    flags: '--exercises <folder>',
    summary: "a course's own exercises; builtin for those that come with mlp-check",
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
    choices: ['auto', 'tfjs-node', 'tfjs'] satisfies ServiceOptions['backend'][],
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

export const reporterOptions: readonly OptionSpec[] = [
  {
    flags: '--reporter <name[=file]>',
    summary: 'how to report; give it again for several at once',
    repeatable: true,
  },
  {
    flags: '--junit-dialect <dialect>',
    summary: 'what junit may contain',
    choices: ['strict', 'github'],
  },
]

export const batchOutOptions: readonly OptionSpec[] = [
  {
    flags: '--grades <dialect>',
    summary: 'whose grades.csv (default plain)',
    choices: gradesDialects,
  },
  {
    flags: '--feedback <form>',
    summary: 'what students read (default html)',
    choices: ['html', 'markdown'],
  },
  { flags: '--fail-on-wrong', summary: 'exit 1 where an answer is wrong, 3 where one is broken' },
]

export const queueOption: OptionSpec = {
  flags: '--queue <url>',
  summary: 'a PostgreSQL database between machines, such as postgres://user@host/database',
}
