import type { CommandSpec } from '../command.ts'
import {
  backendOptions,
  colorOptions,
  gradingOptions,
  languageOptions,
  packOptions,
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
    ],
    examples: [
      'mlp-check ex1                          your ex1.ts, tanh.ts, … in this folder',
      'mlp-check ex1 answers/tanh.ts          this file',
      'mlp-check ex1 --only dtanh --at -0.5   one function at one point',
      'mlp-check ex1 --reporter json=out.json --reporter terminal',
    ],
    load: () => import('./check.ts'),
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
  doctor: {
    summary: 'say what grades here: Node, backend and why, cache, versions',
    arguments: '',
    options: [...backendOptions, ...packOptions],
    examples: ['mlp-check doctor'],
    load: () => import('./doctor.ts'),
  },
} satisfies Record<string, CommandSpec>
