import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { commandNames } from '../../src/cli/commands/index.ts'
import { main } from '../../src/cli/main.ts'
import { packageRoot } from '../../src/package-root.ts'

/** A command as somebody gives it in a folder. */
export type Screen = readonly [folder: string, ...argv: string[]]

/** The folders that the screens are of, below one of their own. */
export function screensBelow(root: string) {
  /** Runs the command in this process as on a terminal of so many columns: both streams, one after the other. */
  async function screen([folder, ...argv]: Screen, columns: number, lang: string) {
    let text = ''
    const output = {
      write: (part: string) => {
        text += part
      },
      isTTY: true,
      columns,
    }
    const env = { LANG: lang === 'en' ? 'en_US.UTF-8' : 'zh_CN.UTF-8', TERM: 'xterm' }
    await main(argv, { cwd: join(root, folder), env, stdout: output, stderr: output })
    return visible(text)
  }

  /** Folders with answers in them, and what was made of them before. */
  async function prepare() {
    const inEnglish = (...command: Screen) => screen(command, 80, 'en')
    for (const folder of ['empty', 'workspace', 'later', 'class/ann', 'class/bob']) {
      mkdirSync(join(root, folder), { recursive: true })
    }
    for (const [name, text] of Object.entries(ANSWERS)) {
      writeFileSync(join(root, 'empty', name), text)
    }
    writeFileSync(join(root, 'class/ann/ex1.ts'), ANSWERS['right.ts'] ?? '')
    writeFileSync(join(root, 'class/bob/ex1.ts'), ANSWERS['wrong.ts'] ?? '')
    writeFileSync(join(root, 'class/bob/notes.txt'), 'hello')
    await inEnglish('workspace', 'init')
    await inEnglish('later', 'init')
    writeFileSync(join(root, 'later/src/ex01-tanh.ts'), ANSWERS['right.ts'] ?? '')
    writeFileSync(
      join(root, 'later/src/ex02-prelu.ts'),
      'export const prelu = (x: number, alpha: number) => x\n',
    )
    await inEnglish('later', 'ex1')
    await inEnglish('later', 'ex2')
    for (const out of ['monday', 'tuesday']) {
      await inEnglish('.', 'batch', 'class', '--exercise', 'ex1', '--out', out, '--workers', '1')
    }
  }

  return { screen, prepare }
}

/** A line that is written again from its beginning shows what was written last. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a cursor is moved by control sequences.
  const written = text.replace(/[^\n]*\u001b\[1G/g, '')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
  return written.replace(/\u001b(?:\[[0-9;?]*[A-Za-z]|[78])/g, '')
}

const solution = (path: string) => readFileSync(join(packageRoot(), 'solutions', path), 'utf8')

const ANSWERS: Record<string, string> = {
  'right.ts': solution('ex01-tanh/solution.ts'),
  'wrong.ts': solution('ex01-tanh/mistakes/forum-numerator.ts'),
  'type-error.ts':
    'export function tanh(x: number): string {\n  return Math.tanh(x)\n}\nexport const dtanh = (x: number) => 1 - Math.tanh(x) ** 2\n',
  'syntax-error.ts': 'export function tanh(x: number): number {\n  return Math.tanh(x\n}\n',
  'python.ts': 'def tanh(x):\n    return (1 - exp(-2 * x)) / (1 + exp(-2 * x))\n',
  'pairs.json': JSON.stringify([
    { id: 'a', a: 'tanh(x)', b: 'x', assumptions: [] },
    { id: 'b', a: 'sqrt(x)', b: 'x ** 0.5', assumptions: ['x > 0'] },
    { id: 'c', a: 'log(x) / x', b: 'log(x * x) / (2 * x)', assumptions: [] },
  ]),
  'endless.ts':
    'export function tanh(x: number): number {\n  while (true) {}\n}\nexport const dtanh = tanh\n',
}

const shipped = globSync('solutions/ex01-tanh/**/*.ts', { cwd: packageRoot(), absolute: true })

/** Every line of the programs that a screen may show. */
export const PROGRAM_LINES: ReadonlySet<string> = new Set(
  [...Object.values(ANSWERS), ...shipped.map((file) => readFileSync(file, 'utf8'))].flatMap(
    (text) => text.split('\n'),
  ),
)

/** Every kind of screen that there is. */
export const SCREENS: readonly Screen[] = [
  ['empty', '--help'],
  ...commandNames.map((name) => ['empty', name, '--help'] as const),
  ['empty'],
  ['workspace'],
  ['later'],
  ['empty', 'list'],
  ['empty', 'list', '--exercises', join(packageRoot(), 'packs/d2l-more')],
  ['empty', 'list', '--exercises', join(packageRoot(), 'packs/d2l-more'), '--since', 'builtin'],
  ['later', 'progress'],
  ['empty', 'doctor'],
  ['empty', 'hint', 'ex1'],
  ['later', 'hint'],
  ['later', 'hint', 'ex2', '--number', '3'],
  ['empty', 'plot', 'ex1', 'right.ts'],
  ['empty', 'plot', 'ex1', 'wrong.ts'],
  ['empty', 'plot', 'ex1', 'syntax-error.ts'],
  ['later', 'solution', 'ex1'],
  ['later', 'solution', 'ex2'],
  ['empty', 'prove', 'tanh(x) + 1', '2*sigmoid(2*x)'],
  [
    'empty',
    'prove',
    'D(prelu(x, alpha), x)',
    'x > 0 ? 1 : alpha',
    '--assume',
    'alpha > 0',
    '--explain',
  ],
  ['empty', 'prove', 'tanh(x)', 'x'],
  ['empty', 'prove', 'tanh(x) ^ 2 + 3 * x - 15 * exp(x) / (1 + exp(x))', 'x'],
  ['empty', 'prove', 'log(x) / x', 'log(x * x) / (2 * x)', '--explain'],
  ['empty', 'prove', 'tanh(x', 'x'],
  ['empty', 'prove', 'tanh(x, x)', 'x'],
  ['empty', 'prove', 'x', 'x', '--domain', 'x'],
  ['empty', 'prove', '--file', 'pairs.json'],
  ['empty', 'prove', '--source', 'wrong.ts', '--function', 'dtanh'],
  ['empty', 'ex1', 'right.ts'],
  ['later', 'ex1'],
  ['empty', 'ex1', 'wrong.ts'],
  ['empty', 'ex1', 'wrong.ts', '--all'],
  ['empty', 'ex1', 'wrong.ts', '--only', 'dtanh', '--at', '0.5'],
  ['workspace', 'ex1'],
  ['workspace', 'ex8'],
  ['empty', 'ex1', 'type-error.ts', '--types'],
  ['empty', 'ex1', 'syntax-error.ts'],
  ['empty', 'ex1', 'python.ts'],
  ['empty', 'ex1', 'endless.ts'],
  ['empty', 'ex1', 'absent.ts'],
  ['empty', 'ex5'],
  ['empty', 'ex99'],
  ['empty', 'wotch'],
  ['empty', 'show'],
  ['empty', 'list', '--colour'],
  ['empty', 'progress'],
  ['empty', 'watch'],
  ['empty', 'check', '--begun'],
  ['empty', 'ex1', '--exercises', 'nowhere'],
  ['empty', 'ex1', '--reporter', 'nothing'],
  ['empty', 'compare', 'a'],
  ['empty', 'report', 'right.ts'],
  ['.', 'compare', 'monday', 'tuesday'],
  ['.', 'batch', 'class', '--exercise', 'ex1', '--workers', '1'],
  ['.', 'batch', 'nowhere'],
  ['empty', 'lint', 'ex99'],
  ['empty', 'new-exercise', '../up'],
]
