#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Records the first session of a student as docs/first-session.md and docs/first-session.zh-CN.md:
 * what the built commands print, 80 columns wide, and nothing that was typed in by hand.
 *
 *     node scripts/first-session.js [folder]
 */
const root = join(import.meta.dirname, '..')
const out = resolve(process.argv[2] ?? join(root, 'docs'))

const WRONG = `export function tanh(x: number): number {
  return (1 - Math.exp(-2 * x)) / (1 + Math.exp(-2 * x))
}

export function dtanh(x: number): number {
  return 1 - tanh(x)^2
}
`
const RIGHT = `export function tanh(x: number): number {
  return Math.tanh(x)
}

export function dtanh(x: number): number {
  return 1 - tanh(x) ** 2
}
`

/** A remark, a command, or an answer that is saved. */
const STEPS = [
  { say: 'begin', run: ['init', 'answers'] },
  { say: 'folder', run: [], shown: 'cd answers\nmlp-check' },
  { say: 'untouched', run: ['ex1'] },
  { say: 'wrong', save: WRONG },
  { run: ['ex1'] },
  { say: 'hint', run: ['hint', 'ex1'] },
  { say: 'right', save: RIGHT },
  { run: ['ex1'] },
  { say: 'next', run: [] },
  { say: 'solution', run: ['solution', 'ex1'] },
]

const LANGUAGES = [
  {
    file: 'first-session.md',
    options: [],
    title: 'A first session',
    intro:
      'Everything below is what the commands print in a terminal of 80 columns: `node scripts/first-session.js` records it, and a test holds this page against it. [install.md](install.md) says how to get the command. In Chinese: [first-session.zh-CN.md](first-session.zh-CN.md), by `--lang zh-CN`, or by the language of your system.',
    save: 'src/ex01-tanh.ts',
    begin: 'Make a folder to work in. It holds a starter and a statement for each exercise.',
    folder: 'Go there. Without any words the command says how far you are, and what is next.',
    untouched: 'A starter that nobody has touched is no mistake yet.',
    wrong: 'A first try, with a slip in the last line: in formulas `^` is a power.',
    hint: 'A hint, if you want one. There are three, and each says more.',
    right: 'Two stars, and the library for the function.',
    next: 'And then?',
    solution: 'Once an answer has passed, compare it with others.',
    end: `## In an editor

Visual Studio Code, and whatever reads its tasks, can judge each save by itself: open the folder \`answers\`, and run its build task (Ctrl-Shift-B, or ⇧⌘B). \`init\` has written it into \`.vscode/tasks.json\`; it runs \`mlp-check watch --reporter gcc\`, and what is wrong stands in the list of problems, beside its line. \`mlp-check\` has to be on your path.
`,
  },
  {
    file: 'first-session.zh-CN.md',
    options: ['--lang', 'zh-CN'],
    title: '第一次使用',
    intro:
      '下面的一切都是命令在 80 列宽的终端里打印的内容：由 `node scripts/first-session.js` 记录，并有测试对照。如何得到这个命令，见 [install.md](install.md)。英文版：[first-session.md](first-session.md)。系统语言是中文时，不必写 `--lang zh-CN`。',
    save: 'src/ex01-tanh.ts',
    begin: '新建一个文件夹，里面有每道练习的题目和初始代码。',
    folder: '进入文件夹。不带参数的命令会说明进度和下一道练习。',
    untouched: '还没有动过的初始代码不算错误。',
    wrong: '第一次尝试，最后一行有个疏忽：公式里的 `^` 是乘方。',
    hint: '需要时可以看提示。一共三条，一条比一条说得多。',
    right: '改成两个星号，并使用现成的函数。',
    next: '接下来呢？',
    solution: '通过以后，可以和别的正确答案比较。',
    end: `## 在编辑器里

Visual Studio Code 以及能读取它的任务的编辑器，可以在每次保存时自动评判：打开文件夹 \`answers\`，运行生成任务（Ctrl-Shift-B 或 ⇧⌘B）。这个任务由 \`init\` 写在 \`.vscode/tasks.json\` 里，它运行 \`mlp-check watch --reporter gcc\`，错误会列在问题面板中，并标在对应的行上。\`mlp-check\` 需要在 PATH 中。
`,
  },
]

mkdirSync(out, { recursive: true })
for (const language of LANGUAGES) writeFileSync(join(out, language.file), page(language))

function page(language) {
  const room = mkdtempSync(join(tmpdir(), 'mlp-check-session-'))
  try {
    const parts = STEPS.map((step, index) => part(step, index, { language, room }))
    return [`# ${language.title}`, language.intro, ...parts, language.end].join('\n\n')
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

function part({ say, run, save, shown }, index, { language, room }) {
  const remark = say === undefined ? [] : [language[say]]
  if (save !== undefined) {
    writeFileSync(join(room, 'answers', language.save), save)
    return [...remark, `\`${language.save}\`:`, fenced('ts', save)].join('\n\n')
  }
  const words = ['mlp-check', ...run, ...language.options].join(' ')
  const typed = (shown ?? 'mlp-check').replace(/mlp-check$/, words)
  const prompt = typed.replace(/^/gm, '$ ')
  const cwd = index === 0 ? room : join(room, 'answers')
  return [
    ...remark,
    fenced('text', `${prompt}\n${printed([...run, ...language.options], cwd)}`),
  ].join('\n\n')
}

function printed(argv, cwd) {
  const { PATH } = process.env
  // Nothing of this machine's settings, language or cache.
  const env = {
    PATH,
    HOME: cwd,
    COLUMNS: '80',
    NO_COLOR: '1',
    MLP_CHECK_CACHE: join(cwd, '.cache'),
  }
  const bin = join(root, 'bin/mlp-check.js')
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], {
    cwd,
    env,
    encoding: 'utf8',
  })
  // Where a backend of the machine's own is installed, the footer names that one.
  return `${stdout}${stderr}`.replaceAll(/tfjs(-node)? (\d+\.){2}\d+/g, `tfjs ${version()}`)
}

function version() {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const wanted = { ...devDependencies, ...dependencies }['@tensorflow/tfjs-core'] ?? ''
  return wanted.replace(/^\D*/, '')
}

function fenced(kind, text) {
  return `\`\`\`${kind}\n${text.trimEnd()}\n\`\`\``
}
