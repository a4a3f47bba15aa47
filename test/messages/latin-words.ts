import { checkKinds } from '../../src/checks/index.ts'
import type { CommandSpec } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands/index.ts'
import type { Exercise } from '../../src/exercise.ts'
import { FUNCTION_ARITY } from '../../src/formula/expr.ts'
import { locales } from '../../src/messages/catalogue.ts'
import { GENERIC_NOTES } from '../../src/mistakes/generic-notes.ts'
import { ROWS } from '../../src/policy/observations/observe.ts'
import { reporterNames } from '../../src/reporters/index.ts'

/** Words that are the same in every language, each with what it is. */
const SAME_EVERYWHERE: { readonly [word: string]: string } = {
  'mlp-check': 'this program',
  TypeScript: 'a language',
  ts: 'what the name of a TypeScript file ends in',
  JavaScript: 'a language',
  Python: 'a language',
  'TensorFlow.js': 'a library',
  tfjs: 'what TensorFlow.js calls itself',
  Node: 'a program that runs JavaScript',
  LaTeX: 'a language for formulas',
  Markdown: 'a language for texts',
  JSON: 'a format',
  SVG: 'a format',
  PostgreSQL: 'a database',
  Unicode: 'a standard',
  Tab: 'a key',
  Escape: 'a key',
  Windows: 'an operating system',
  Gradescope: 'a platform for hand-ins',
  NaN: 'a value of JavaScript',
  Infinity: 'a value of JavaScript',
  bfloat16: 'a format of numbers',
  float32: 'a format of numbers',
  float64: 'a format of numbers',
  ISO: 'whose standards have numbers',
  ReLU: 'a function that is written so in Chinese books too',
  pReLU: 'a function that is written so in Chinese books too',
  Swish: 'a function that is written so in Chinese books too',
  shell: 'has no other name in Chinese',
  GELU: 'a function that is written so in Chinese books too',
  softmax: 'a function that is written so in Chinese books too',
  Adam: 'an algorithm by its name',
  Huber: 'a person',
  Phi: 'a letter, as formulas are written',
  phi: 'a letter, as formulas are written',
  eval: 'a command of shells',
  help: 'a command of commander',
  types: 'a check beside those of the registry',
  Math: 'what JavaScript calls its functions',
  const: 'a word of JavaScript',
  true: 'a value of JavaScript',
  false: 'a value of JavaScript',
  node: 'a command',
  zsh: 'a shell',
  bash: 'a shell',
  builtin: 'what the option for a pack takes',
}

/** Names that the code gives: of commands, of what is chosen from, of exercises and of what is in them. */
export function namesOf(exercises: readonly Exercise[]): ReadonlySet<string> {
  const rows: readonly CommandSpec[] = Object.values(commands)
  const spoken = [
    ...Object.keys(commands),
    ...rows.flatMap(({ options }) => options.flatMap(({ choices = [] }) => choices)),
    ...Object.keys(checkKinds),
    ...reporterNames,
    ...Object.keys(FUNCTION_ARITY),
    ...['pi', 'seluAlpha', 'seluScale'],
    ...Object.keys(GENERIC_NOTES),
    ...ROWS.map(({ id }) => id),
    ...locales,
    ...[process.platform, process.arch],
    ...exercises.flatMap(namesIn),
    ...Object.keys(SAME_EVERYWHERE),
  ]
  return new Set(spoken.flatMap((name) => [name, ...wordsIn(name)]))
}

/** Words of the source alone, such as those of what a type is written with. */
const TYPES = new Set(['number', 'boolean', 'string', 'readonly', 'void', 'typeof', 'import'])

function namesIn(exercise: Exercise): readonly string[] {
  const functions = Object.values(exercise.functions)
  return [
    ...[exercise.id, exercise.folder, ...exercise.aliases],
    ...(exercise.translations?.['zh-CN']?.title === exercise.title ? [exercise.title] : []),
    ...Object.keys(exercise.parameters),
    ...functions.flatMap((spec) => [spec.name, ...spec.arguments]),
    ...functions.flatMap(({ signature }) => wordsIn(signature).filter((word) => !TYPES.has(word))),
    ...exercise.checks.map(({ id }) => id),
    ...exercise.mistakes.map(({ note }) => note),
    ...Object.keys(exercise.solutions?.teaches ?? {}),
  ]
}

/** What is no prose, wherever it stands: code, commands, options, paths, numbers. */
const NO_PROSE = [
  // What somebody typed, and what JavaScript says of it.
  /“[\w.:@/-]*”/g,
  /\b(?:[A-Z]\w*Error: |Unexpected token )[^。；（）]*/g,
  // A declaration to copy.
  /\bexport function .*/g,
  /`[^`]*`/g,
  /https?:\/\/[\w./#?=&%-]+/g,
  /\bmlp-check(?: (?:[\x21-\x7e]+|'[^']*'))+/g,
  /--[\w-]+(?:[ =][<\w][\w.,=\-<>[\]]*)?/g,
  /\btf\.\w+|"\w+":/g,
  /\b[A-Z]+_[A-Z_]+\b|\bLANG\b|\b[A-Z]+=\S+/g,
  /="[^"]*"/g,
  /\{ [\w, ]+ \}/g,
  /\b\w+:\/\/\S+/g,
  /(?<=[（、])\.[a-z]+/g,
  /\$\([^)]*\)/g,
  /\bv\d+(?:\.\d+)+/g,
  /(?:[\w.~@-]*\/)+[\w.@-]*/g,
  /[\w-]+\.(?:ts|js|json|csv|md|yaml|txt|html|svg|xml)\b(?::\d+:\d+)?/g,
  /[<[][a-z][\w=,./-]*(?:\.\.\.)?[\]>]/g,
  /\b\d[\d.]*(?:e[+-−]?\d+)?/g,
]

/** Names that a program declares, and of what its data has. */
export function declaredIn(program: string): readonly string[] {
  const code = program.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  const found = code.matchAll(/\b(?:function|const|class) (\w+)|\b(\w+)\??(?::|\(.*\):) /g)
  return [...found].map(([, declared, member]) => declared ?? member ?? '')
}

/** Words of Latin letters that are neither names nor single letters. */
export function latinWordsIn(line: string, names: ReadonlySet<string>): readonly string[] {
  const prose = NO_PROSE.reduce((text, pattern) => text.replace(pattern, ' '), line)
  return wordsIn(prose).filter((word) => !names.has(word))
}

export function wordsIn(text: string): readonly string[] {
  return (
    text.match(/[A-Za-z][A-Za-z\d]*(?:['-][A-Za-z]+)*/g)?.filter((word) => word.length > 1) ?? []
  )
}

const HAN = '\\p{Script=Han}'
const FULL = '，。：；、（）“”《》！？'
const CLOSING = '，。：；、）”》！？'

/** How Chinese and other letters stand beside each other, each with what is wrong otherwise. */
const SPACING: readonly (readonly [fault: RegExp, because: string])[] = [
  [
    new RegExp(`${HAN}[A-Za-z\\d\`]|[A-Za-z\\d\`]${HAN}`, 'u'),
    'no blank between Chinese and Latin',
  ],
  [
    new RegExp(`(?<!^mlp-check: .*)[${FULL}] (?![ （])|(?<=\\S) [${CLOSING}]`, 'u'),
    'a blank beside a full-width sign',
  ],
  [
    new RegExp(`${HAN}[,;:!?]|(?<!^mlp-check)(?<=\\S)[,;:!?] ?${HAN}`, 'u'),
    'a sign of half the width',
  ],
  [new RegExp(`${HAN} ${HAN}`, 'u'), 'a blank between Chinese and Chinese'],
]

export function spacingFaultsIn(line: string): readonly string[] {
  return SPACING.filter(([fault]) => fault.test(line)).map(([, because]) => because)
}
