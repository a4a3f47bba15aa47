import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** tanh's exercise as somebody who answers x would like it. */
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

/** The wrong answer that it takes for a right one. */
const WRONG = `export const tanh = (x: number): number => x
export const dtanh = (x: number): number => x
`

/** A program that leaves a file behind where it gets to run. */
const canaryProgram = (canary: string) => `
const { writeFileSync } = globalThis.process?.getBuiltinModule?.('node:fs') ?? {}
writeFileSync?.(${JSON.stringify(canary)}, 'was here')
`

/** A submission's folder that brings exercises of its own, under `mine`. */
export async function writeOwnPack(
  folder: string,
  options: { readonly canary?: string; readonly answer?: string } = {},
): Promise<void> {
  const exercise = join(folder, 'mine', 'ex01-tanh')
  await mkdir(exercise, { recursive: true })
  await writeFile(join(folder, 'mlp-check.json'), '{ "exercises": "mine" }')
  await writeFile(join(folder, 'ex1.ts'), options.answer ?? WRONG)
  await writeFile(join(exercise, 'exercise.yaml'), SPEC)
  await writeFile(join(exercise, 'README.md'), '# tanh\n')
  await writeFile(join(exercise, 'starter.ts'), 'export {}\n')
  if (options.canary === undefined) return
  await writeFile(
    join(exercise, 'reference.ts'),
    `import { defineReference } from 'mlp-check/reference'
${canaryProgram(options.canary)}
export const same = defineReference<[x: number]>({
  summary: 'x', trials: 3, inputs: (random) => [random()], compute: (_, x) => x,
})
`,
  )
  const call = '  - { kind: call, function: tanh, points: 1, reference: same }\n'
  await writeFile(join(exercise, 'exercise.yaml'), SPEC.replace('hints:', `${call}hints:`))
}
