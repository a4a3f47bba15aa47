import { layoutNames } from '../../batch/layouts/names.ts'
import { ciSystems } from '../../workspace/ci.ts'
import type { CommandSpec } from '../command.ts'
import {
  backendOptions,
  batchGradingOptions,
  batchOutOptions,
  colorOptions,
  gradingOptions,
  languageOptions,
  packOptions,
  queueOption,
  reporterOptions,
} from '../options.ts'

/** The registry: a command is a file and a row here. Nothing of a command is loaded before it runs. */
export const commands = {
  check: {
    summary: 'judge your answer to an exercise',
    arguments: '[words...]',
    options: [
      ...gradingOptions,
      ...reporterOptions,
      ...packOptions,
      ...colorOptions,
      ...languageOptions,
      { flags: '--types', summary: 'types by TypeScript too (default: in a workspace)' },
      { flags: '--no-types', summary: 'without a look at the types' },
      { flags: '--begun', summary: 'every exercise of the workspace that you have begun' },
    ],
    examples: [
      'mlp-check ex1                          your ex1.ts, tanh.ts, … in this folder',
      'mlp-check ex1 answers/tanh.ts          this file',
      'mlp-check ex1 --only dtanh --at -0.5   one function at one point',
      'mlp-check ex1 --reporter json=out.json --reporter terminal',
    ],
    load: () => import('./check.ts'),
  },
  init: {
    summary: 'make a workspace with starters and statements',
    arguments: '[folder]',
    options: [
      { flags: '--ci <system>', summary: 'with a workflow', choices: ciSystems },
      { flags: '--force', summary: 'replace files that are there already' },
      ...packOptions,
      ...languageOptions,
    ],
    examples: ['mlp-check init', 'mlp-check init my-answers --ci github'],
    load: () => import('./init.ts'),
  },
  progress: {
    summary: 'show what has passed and what comes next',
    arguments: '',
    options: [
      { flags: '--json', summary: 'as JSON' },
      ...packOptions,
      ...colorOptions,
      ...languageOptions,
    ],
    examples: ['mlp-check progress', 'mlp-check            the same, in a workspace'],
    load: () => import('./progress.ts'),
  },
  hint: {
    summary: 'give the next hint of an exercise',
    arguments: '<exercise>',
    options: [
      { flags: '--number <n>', summary: 'this hint instead of the next', choices: ['1', '2', '3'] },
      ...packOptions,
      ...languageOptions,
    ],
    examples: ['mlp-check hint ex1', 'mlp-check hint ex1 --number 1'],
    load: () => import('./hint.ts'),
  },
  reset: {
    summary: 'put the starter of an exercise back, keeping your answer aside',
    arguments: '<exercise>',
    options: [...packOptions, ...languageOptions],
    examples: ['mlp-check reset ex1'],
    load: () => import('./reset.ts'),
  },
  watch: {
    summary: 'judge what you save, as you save it',
    arguments: '[exercise]',
    options: [
      { flags: '--no-types', summary: 'without a look at the types by TypeScript' },
      { flags: '--poll', summary: 'look by the clock: for file systems without events' },
      { flags: '--seed <number>', summary: 'seed of the sample points (default 7)' },
      ...backendOptions,
      ...packOptions,
      ...colorOptions,
      ...languageOptions,
    ],
    examples: ['mlp-check watch', 'mlp-check watch ex2 --poll'],
    load: () => import('./watch.ts'),
  },
  plot: {
    summary: 'draw your functions over their references',
    arguments: '<exercise> [file]',
    options: [
      { flags: '--function <name>', summary: 'only this function', repeatable: true },
      {
        flags: '--range <low,high>',
        summary: 'this stretch of the variable, such as --range=-3,3',
      },
      { flags: '--param <name=value>', summary: 'at this parameter value', repeatable: true },
      { flags: '--svg <file>', summary: 'write an SVG instead' },
      { flags: '--html <file>', summary: 'write a page instead' },
      ...packOptions,
      ...colorOptions,
      ...languageOptions,
    ],
    examples: [
      'mlp-check plot ex1',
      'mlp-check plot ex2 --function dprelu --param alpha=0.25 --range=-2,2',
      'mlp-check plot ex1 answers/tanh.ts --svg tanh.svg',
    ],
    load: () => import('./plot.ts'),
  },
  list: {
    summary: 'show all exercises',
    arguments: '',
    options: [...packOptions, ...colorOptions, { flags: '--json', summary: 'as JSON' }],
    examples: ['mlp-check list'],
    load: () => import('./list.ts'),
  },
  show: {
    summary: 'print the statement of an exercise',
    arguments: '<exercise>',
    options: [...packOptions, { flags: '--starter', summary: 'the starter file instead' }],
    examples: ['mlp-check show ex1', 'mlp-check show ex1 --starter > ex1.ts'],
    load: () => import('./show.ts'),
  },
  prove: {
    summary:
      'decide whether two formulas are the same function (0 equal, 1 different, 6 nearly, 7 unknown)',
    arguments: '[formulas...]',
    options: [
      { flags: '--assume <condition>', summary: "such as 'alpha > 0'", repeatable: true },
      { flags: '--domain <interval>', summary: 'such as x=-20..20', repeatable: true },
      { flags: '--tolerance <number>', summary: 'how far apart they may be on the domain' },
      { flags: '--explain', summary: 'show the cases of the proof' },
      { flags: '--latex', summary: 'as LaTeX' },
      { flags: '--source <file>', summary: 'print the formula that a function of a file computes' },
      { flags: '--function <name>', summary: 'which function of --source' },
      { flags: '--arguments <names>', summary: 'such as x,alpha: what --function is called with' },
      { flags: '--file <pairs>', summary: 'decide a JSON file of { id, a, b, assumptions }' },
      { flags: '--reporter <name>', summary: 'how to show it', choices: ['terminal', 'json'] },
      ...languageOptions,
    ],
    examples: [
      "mlp-check prove 'tanh(x) + 1' '2*sigmoid(2*x)'",
      "mlp-check prove 'D(prelu(x, alpha), x)' 'x > 0 ? 1 : alpha' --assume 'alpha > 0' --explain",
      'mlp-check prove --file pairs.json --reporter json',
      'mlp-check prove --source ex1.ts --function tanh',
    ],
    load: () => import('./prove.ts'),
  },
  completion: {
    summary: 'print a script that completes commands in your shell',
    arguments: '<shell>',
    options: [...packOptions],
    examples: [
      'eval "$(mlp-check completion bash)"      in ~/.bashrc; likewise zsh in ~/.zshrc',
      'mlp-check completion fish | source       in ~/.config/fish/config.fish',
    ],
    load: () => import('./completion.ts'),
  },
  doctor: {
    summary: 'say what grades here: Node, backend and why, cache, versions',
    arguments: '',
    options: [...backendOptions, ...packOptions],
    examples: ['mlp-check doctor'],
    load: () => import('./doctor.ts'),
  },
  report: {
    summary: 'render a saved report again, also under the rules of a course',
    arguments: '[file]',
    options: [
      ...reporterOptions,
      { flags: '--course <file>', summary: "a course's due times, penalties and visibility" },
      { flags: '--submitted-at <time>', summary: 'when it was handed in, ISO 8601 with an offset' },
      { flags: '--attempt <number>', summary: 'which attempt this is' },
      ...packOptions,
      ...colorOptions,
    ],
    examples: [
      'mlp-check report saved.json --reporter markdown',
      'mlp-check report saved.json --reporter junit=a.xml --reporter github',
      'mlp-check report saved.json --course course.yaml --submitted-at 2026-09-20T10:00:00Z',
    ],
    load: () => import('./report.ts'),
  },
  batch: {
    summary: 'judge what a whole class handed in',
    arguments: '[inputs...]',
    options: [
      {
        flags: '--exercise <name>',
        summary: 'judge this exercise; give it again for several (default: all)',
        repeatable: true,
      },
      { flags: '--layout <name>', summary: 'how the input is laid out', choices: layoutNames },
      { flags: '--out <folder>', summary: 'where results go, and what a later run goes on from' },
      { flags: '--resume', summary: 'go on with the run that --out names' },
      { flags: '--workers <number>', summary: 'graders at once (default: one for each core)' },
      {
        flags: '--shard <i/n>',
        summary: 'only this part of the whole; mlp-check merge joins them',
      },
      queueOption,
      {
        flags: '--expire <seconds>',
        summary: 'when a job of a silent worker goes to another (300)',
      },
      ...batchOutOptions,
      ...batchGradingOptions,
      ...packOptions,
      ...colorOptions,
    ],
    examples: [
      'mlp-check batch downloads --exercise ex1 --out results',
      'mlp-check batch hw1 --roster class.csv --out results --resume',
      'mlp-check batch hw1 --sheet grades.csv --column ex1="HW1 (123)" --out results',
    ],
    load: () => import('./batch.ts'),
  },
  worker: {
    summary: 'judge for batches on other machines',
    arguments: '',
    options: [
      queueOption,
      { flags: '--workers <number>', summary: 'graders at once (default: one for each core)' },
      { flags: '--exit-when-idle <seconds>', summary: 'end after so long without a job' },
      ...backendOptions,
    ],
    examples: ['mlp-check worker --queue postgres://grader@db/grading'],
    load: () => import('./worker.ts'),
  },
  merge: {
    summary: 'put the parts of a divided batch together',
    arguments: '[parts...]',
    options: [
      { flags: '--out <folder>', summary: 'where results go' },
      ...batchOutOptions,
      ...packOptions,
    ],
    examples: ['mlp-check merge part-1 part-2 part-3 --out results'],
    load: () => import('./merge.ts'),
  },
  lint: {
    summary: 'test the content of a course like code (4 where it falls short)',
    arguments: '[pack-or-exercise...]',
    options: [
      { flags: '--exercises <dir>', summary: 'the folder of exercises, or "builtin"' },
      { flags: '--seed <number>', summary: 'seed of the sample points (default 7)' },
      ...backendOptions,
    ],
    examples: [
      'mlp-check lint ex6',
      'mlp-check lint my-course/exercises',
      'mlp-check lint --exercises my-course/exercises huber',
    ],
    load: () => import('./lint.ts'),
  },
  'new-exercise': {
    summary: 'write a small exercise that lints, to be changed into your own',
    arguments: '<name>',
    options: [
      { flags: '--exercises <dir>', summary: 'the folder of exercises (default: exercises)' },
    ],
    examples: [
      'mlp-check new-exercise cube',
      'mlp-check new-exercise cube --exercises course/exercises',
    ],
    load: () => import('./new-exercise.ts'),
  },
} satisfies Record<string, CommandSpec>

export const commandNames: readonly string[] = Object.keys(commands)
