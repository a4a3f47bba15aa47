import { join } from 'node:path'
import {
  canaryScript,
  type Ground,
  link,
  pipe,
  RIGHT,
  SECRET,
  type SurroundingsAttack,
  write,
  writeProgram,
} from './attack.ts'

/** An exercise by which x is the right answer. */
const SPEC = `id: ex1
aliases: [tanh]
title: The derivative of tanh
source: the student
domain: [-20, 20]
functions:
  tanh: { signature: "(x: number) => number", summary: tanh, formula: x }
  dtanh: { signature: "(x: number) => number", summary: its derivative, formula: x }
checks:
  - { kind: value, function: tanh, points: 5 }
  - { kind: value, function: dtanh, points: 5 }
hints: [one, two, three]
`

const config = (settings: object) => JSON.stringify(settings)

function exercises(folder: string, ground: Ground, spec = SPEC): void {
  write(join(folder, 'ex01-tanh', 'exercise.yaml'), spec)
  write(join(folder, 'ex01-tanh', 'README.md'), '# tanh\n')
  write(join(folder, 'ex01-tanh', 'starter.ts'), 'export {}\n')
  write(
    join(folder, 'ex01-tanh', 'reference.ts'),
    `import { defineReference } from 'mlp-check/reference'
${canaryScript(ground)}
export const same = defineReference<[x: number]>({
  summary: 'x', trials: 3, inputs: (random) => [random()], compute: (_, x) => x,
})
`,
  )
}

const CALL = '  - { kind: call, function: tanh, points: 1, reference: same }\nhints:'

const settings = (name: string, text: string): SurroundingsAttack => ({
  name: `settings: ${name}`,
  lay: ({ work }) => write(join(work, 'mlp-check.json'), text),
})

/** What `mlp-check.json` could choose. */
const configurations: readonly SurroundingsAttack[] = [
  {
    name: 'settings: exercises of its own',
    lay: (ground) => {
      write(join(ground.work, 'mlp-check.json'), config({ exercises: 'mine' }))
      exercises(join(ground.work, 'mine'), ground)
    },
  },
  {
    name: 'settings: exercises with a program',
    lay: (ground) => {
      write(join(ground.work, 'mlp-check.json'), config({ exercises: 'mine' }))
      exercises(join(ground.work, 'mine'), ground, SPEC.replace('hints:', CALL))
    },
  },
  {
    name: 'settings: in the folder above',
    lay: (ground) => {
      write(join(ground.work, '../mlp-check.json'), config({ exercises: 'mine' }))
      exercises(join(ground.work, '../mine'), ground)
    },
  },
  {
    name: 'settings: exercises that do not load',
    lay: (ground) => {
      write(join(ground.work, 'mlp-check.json'), config({ exercises: 'mine' }))
      exercises(join(ground.work, 'mine'), ground, `${SPEC}\n\t: [`)
    },
  },
  {
    name: 'settings: a folder called builtin',
    lay: (ground) => {
      write(join(ground.work, 'mlp-check.json'), config({ exercises: './builtin' }))
      exercises(join(ground.work, 'builtin'), ground)
    },
  },
  {
    name: 'settings: folders of the usual names',
    lay: (ground) => {
      for (const name of ['exercises', 'dist/pack', 'solutions']) {
        exercises(join(ground.work, name), ground)
      }
    },
  },
  settings('exercises that are nowhere', config({ exercises: '/nowhere' })),
  settings('exercises in a system folder', config({ exercises: '/etc' })),
  settings('no JSON', '{ "exercises": '),
  settings('a setting that is none', config({ grade: 100 })),
  settings('a setting of the wrong kind', config({ exercises: ['mine'] })),
  settings('a name of the prototype', '{ "__proto__": { "exercises": "mine" } }'),
  settings('another language', config({ language: 'zh-CN' })),
  settings('hints to be recorded', config({ recordHints: true })),
  settings('more than it may hold', `{ "$schema": "${'x'.repeat(100_000)}" }`),
  settings('answers above', config({ answers: '../outside/{id}.ts' })),
  settings('answers anywhere', config({ answers: '/etc/passwd.ts' })),
  settings('answers in hidden folders', config({ answers: '.git/{id}.ts' })),
  settings('answers among packages', config({ answers: 'node_modules/{id}.ts' })),
  settings('answers by another sign', config({ answers: '..\\outside\\{id}.ts' })),
  {
    name: 'settings: a link to others',
    lay: ({ work, outside }) => {
      write(join(outside, 'settings.json'), config({ exercises: 'mine' }))
      link('../outside/settings.json', join(work, 'mlp-check.json'))
    },
  },
  { name: 'settings: a pipe', lay: ({ work }) => pipe(join(work, 'mlp-check.json')) },
  {
    name: 'settings: a folder',
    lay: ({ work }) => write(join(work, 'mlp-check.json', 'a'), ''),
  },
]

/** Links out of the folder. */
const links: readonly SurroundingsAttack[] = [
  {
    name: 'link: the answer, to a right one',
    replacesAnswer: true,
    lay: ({ work }) => link('../outside/ex1.ts', join(work, 'ex1.ts')),
  },
  {
    name: 'link: the answer, to a secret',
    replacesAnswer: true,
    lay: ({ work }) => link('../outside/secret.ts', join(work, 'ex1.ts')),
  },
  {
    name: 'link: the answer, by its absolute path',
    replacesAnswer: true,
    lay: ({ work, outside }) => link(join(outside, 'ex1.ts'), join(work, 'ex1.ts')),
  },
  {
    name: 'link: the answer, to itself',
    replacesAnswer: true,
    lay: ({ work }) => link('ex1.ts', join(work, 'ex1.ts')),
  },
  {
    name: 'link: the answer, through another link',
    replacesAnswer: true,
    lay: ({ work }) => {
      link('../outside/ex1.ts', join(work, 'first'))
      link('first', join(work, 'ex1.ts'))
    },
  },
  {
    name: 'link: the folder of the answer',
    replacesAnswer: true,
    lay: ({ work }) => {
      link('nowhere', join(work, 'ex1.ts'))
      link('../outside/src', join(work, 'src'))
    },
  },
  {
    name: 'link: a file beside the answer',
    replacesAnswer: true,
    lay: ({ work }) => {
      link('../outside/ex1.ts', join(work, 'right.ts'))
      write(join(work, 'ex1.ts'), "export * from './right'\n")
    },
  },
  {
    name: 'link: the memory',
    lay: ({ work }) => link('../outside', join(work, '.mlp-check')),
  },
  {
    name: 'link: what is remembered',
    lay: ({ work }) => link('../../outside/state.json', join(work, '.mlp-check', 'state.json')),
  },
  {
    name: 'link: installed packages',
    lay: (ground) => {
      writeProgram(join(ground.outside, 'packages', '.bin', 'mlp-check'), ground)
      link('../outside/packages', join(ground.work, 'node_modules'))
    },
  },
  {
    name: 'link: where reports go',
    lay: ({ work }) => {
      for (const name of ['result.json', 'release-body.md', 'mlp-check.xml', 'results.json']) {
        link('../outside/report.json', join(work, name))
      }
      link('../outside', join(work, 'mlp-check-report'))
      link('../outside', join(work, 'results'))
    },
  },
]

/** Programs that somebody could run by mistake. */
const programs: readonly SurroundingsAttack[] = [
  {
    name: 'program: a checker of its own',
    lay: (ground) => {
      const folder = join(ground.work, 'node_modules', 'mlp-check')
      write(join(folder, 'package.json'), '{"name":"mlp-check","version":"0.1.0","bin":"a.js"}')
      write(join(folder, 'a.js'), canaryScript(ground))
      writeProgram(join(ground.work, 'node_modules', '.bin', 'mlp-check'), ground)
    },
  },
  {
    name: 'program: under every name that a recipe calls',
    lay: (ground) => {
      const names = ['mlp-check', 'mlp-check.js', 'node', 'npm', 'npx', 'sh', 'bash', 'cat', 'mv']
      for (const name of names) writeProgram(join(ground.work, name), ground)
      for (const name of names)
        writeProgram(join(ground.work, 'node_modules', '.bin', name), ground)
    },
  },
  {
    name: 'program: settings of npm',
    lay: (ground) => {
      const shell = join(ground.work, 'shell')
      writeProgram(shell, ground)
      const lines = [
        `script-shell=${shell}`,
        'registry=http://127.0.0.1:9/',
        'ignore-scripts=false',
      ]
      write(
        join(ground.work, '.npmrc'),
        `${[...lines, `node-options=--require ${shell}`].join('\n')}\n`,
      )
      const scripts = { preinstall: shell, install: shell, prepare: shell }
      write(join(ground.work, 'package.json'), config({ name: 'work', scripts }))
    },
  },
  {
    name: 'program: a compiler of its own',
    lay: (ground) => {
      const native = `typescript-${process.platform}-${process.arch}`
      writeProgram(join(ground.work, 'node_modules/@typescript', native, 'lib/tsc'), ground)
      writeProgram(join(ground.work, 'node_modules/typescript/bin/tsc'), ground)
    },
  },
  {
    name: 'program: a backend of its own',
    lay: (ground) => {
      const folder = join(ground.work, 'node_modules/@tensorflow/tfjs-node')
      write(join(folder, 'package.json'), '{"name":"@tensorflow/tfjs-node","version":"4.22.0"}')
      write(join(folder, 'index.js'), canaryScript(ground))
      write(join(folder, 'lib/napi-v8/tfjs_binding.node'), 'no library')
    },
  },
  {
    name: "program: modules in the place of Python's",
    lay: (ground) => {
      const text = `open(${JSON.stringify(ground.canary)}, 'a').write('ran')\n`
      for (const name of ['os', 'shutil', 'subprocess', 'json', 'sitecustomize', 'usercustomize']) {
        write(join(ground.work, `${name}.py`), text)
      }
    },
  },
  {
    name: "program: a shell's and an editor's settings",
    lay: (ground) => {
      const text = `echo ran >> '${ground.canary}'\n`
      for (const name of ['.bashrc', '.profile', '.bash_profile', '.env', '.envrc', '.shrc']) {
        write(join(ground.work, name), text)
      }
      write(join(ground.work, '.node-version'), '6\n')
      write(join(ground.work, '.nvmrc'), '6\n')
    },
  },
]

/** What other programs would take for settings, and what was written beforehand. */
const files: readonly SurroundingsAttack[] = [
  {
    name: 'file: settings of TypeScript',
    lay: ({ work, outside }) => {
      const compilerOptions = { strict: false, noResolve: false, plugins: [{ name: '../outside' }] }
      const text = config({ extends: join(outside, 'secret.ts'), compilerOptions, include: ['..'] })
      write(join(work, 'tsconfig.json'), text)
    },
  },
  {
    name: 'file: a package that leads to types',
    lay: ({ work, outside }) => {
      const types = join(outside, 'secret.ts')
      const imports = { '#s': { types, default: types } }
      write(join(work, 'package.json'), config({ name: 'work', types, exports: types, imports }))
      write(join(work, 'sub/package.json'), config({ types, exports: { '.': types } }))
    },
  },
  {
    name: 'file: types taken from a package',
    replacesAnswer: true,
    lay: ({ work, outside }) => {
      const types = join(outside, 'secret.ts')
      write(join(work, 'sub/package.json'), config({ types, exports: { '.': { types } } }))
      write(
        join(work, 'ex1.ts'),
        `// './sub/package.json'
import type * as S from './sub'
export const tanh = (x: number): number => x
export const dtanh = (x: number): S.S => x as never
export const n: number = '' as S.S
`,
      )
    },
  },
  {
    name: 'file: a folder that says which kind its modules are',
    lay: ({ work }) => write(join(work, 'package.json'), '{ "type": "commonjs" }'),
  },
  {
    name: 'file: tables laid into a cache',
    lay: ({ work }) => {
      for (const name of ['00', 'ff']) {
        write(join(work, '.mlp-check/cache', name, `${name}.table`), 'no table')
        write(join(work, '.cache/mlp-check', name, `${name}.table`), 'no table')
      }
    },
  },
  {
    name: 'file: what is remembered, by hand',
    lay: ({ work }) => {
      const passed = { status: 'passed', sha256: 'x', attempts: -1, hints: 'many' }
      write(
        join(work, '.mlp-check/state.json'),
        config({ version: 1, exercises: { ex1: passed, ex12: null } }),
      )
    },
  },
  {
    name: 'file: a pipe for what is remembered',
    lay: ({ work }) => pipe(join(work, '.mlp-check/state.json')),
  },
  {
    name: 'file: a pipe for the answer',
    replacesAnswer: true,
    lay: ({ work }) => pipe(join(work, 'ex1.ts')),
  },
  {
    name: 'file: reports written beforehand',
    lay: ({ work }) => {
      const forged = config({ score: 1000, 'max-score': 1000, gradable: true, tests: [] })
      for (const name of [
        'result.json',
        'results.json',
        'report.json',
        'mlp-check-report/report.json',
      ]) {
        write(join(work, name), forged)
      }
      write(join(work, 'mlp-check.xml'), '<testsuites tests="1" failures="0"/>')
      write(join(work, 'release-body.md'), '# 10 of 10')
    },
  },
  {
    name: 'file: folders where reports go',
    lay: ({ work }) => {
      for (const name of ['result.json', 'results.json', 'release-body.md', 'mlp-check.xml']) {
        write(join(work, name, 'a'), '')
      }
    },
  },
  {
    name: 'file: rules of a course',
    lay: ({ work }) => {
      write(join(work, 'course.yaml'), 'attempts: 1000\n')
      write(join(work, 'exercise.yaml'), SPEC)
    },
  },
  {
    name: 'file: a right answer under a name that comes later',
    lay: ({ work }) => {
      write(join(work, 'src/ex1.ts'), RIGHT)
      write(join(work, 'submissions/ex1.ts'), RIGHT)
    },
  },
  {
    name: 'file: names that are options',
    lay: ({ work }) => {
      for (const name of ['--exercises', '--exercises=mine', '-V', '--only=none', '*']) {
        write(join(work, name), SECRET)
      }
    },
  },
]

export const SURROUNDINGS: readonly SurroundingsAttack[] = [
  ...configurations,
  ...links,
  ...programs,
  ...files,
]
