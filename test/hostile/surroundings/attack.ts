import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where an attack works: the folder that was handed in, and what it would like to reach. */
export interface Ground {
  /** The submission's folder, from which the checker is called. */
  readonly work: string
  /** A folder elsewhere, with a right answer, a secret and other people's files. */
  readonly outside: string
  /** A file that only a program of the submission makes. */
  readonly canary: string
}

/** Something that a submission brings along besides its answers. */
export interface SurroundingsAttack {
  readonly name: string
  readonly lay: (ground: Ground) => void
  /** It puts something else in the place of the answer to ex1, and must not gain by it. */
  readonly replacesAnswer?: true
}

/** Wrong at every point but 0; right only by exercises of its author's own. */
const WRONG = `export const tanh = (x: number): number => x
export const dtanh = (x: number): number => x
`

/** The same for the exercise of another file, which no attack touches. */
export const HONEST = `export const relu = (x: number): number => (x > 0 ? x : 0)
export const drelu = (x: number): number => (x > 0 ? 1 : 0)
`

export const RIGHT = `export const tanh = (x: number): number => Math.tanh(x)
export const dtanh = (x: number): number => 1 - Math.tanh(x) ** 2
`

export const SECRET = 'SECRET-of-somebody-else'

export function layGround(root: string, folder = 'work'): Ground {
  const work = join(root, folder)
  const ground = { work, outside: join(work, '..', 'outside'), canary: join(root, 'canary') }
  write(join(ground.work, 'ex1.ts'), WRONG)
  write(join(ground.work, 'ex12.ts'), HONEST)
  write(join(ground.outside, 'ex1.ts'), RIGHT)
  write(join(ground.outside, 'src', 'ex1.ts'), RIGHT)
  write(
    join(ground.outside, 'secret.ts'),
    `export const s = '${SECRET}'\nexport type S = '${SECRET}'\n`,
  )
  write(join(ground.outside, 'state.json'), `{ "precious": "${SECRET}" }`)
  write(join(ground.outside, 'report.json'), `{ "precious": "${SECRET}" }`)
  return ground
}

export function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** A script that leaves the canary, and says that all is well. */
export function writeProgram(file: string, { canary }: Ground): void {
  write(
    file,
    `#!/bin/sh
echo ran >> '${canary}'
echo 'passed  10 of 10 points'
exit 0
`,
  )
  chmodSync(file, 0o755)
}

/** The same as JavaScript, as a module of either kind. */
export const canaryScript = ({ canary }: Ground): string =>
  `process.getBuiltinModule('node:fs').appendFileSync(${JSON.stringify(canary)}, 'ran')\n`

/** A link under a name, in place of whatever is there. */
export function link(target: string, name: string): void {
  rmSync(name, { recursive: true, force: true })
  mkdirSync(dirname(name), { recursive: true })
  symlinkSync(target, name)
}

/** A pipe that nobody writes to: reading it would never end. */
export function pipe(name: string): void {
  rmSync(name, { force: true })
  mkdirSync(dirname(name), { recursive: true })
  execFileSync('mkfifo', [name])
}
