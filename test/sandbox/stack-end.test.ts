import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { type Engine, restoreEngine } from '../../src/sandbox/engine.ts'
import { decodeImage } from '../../src/sandbox/guest-image.ts'
import type { Instance } from '../../src/sandbox/instance.ts'
import { LIMITS } from '../../src/sandbox/limits.ts'

const hooks = {
  interrupt: () => false,
  resolve: () => undefined,
  source: () => undefined,
  host: () => 'asked',
  goesOn: () => undefined,
}
const bytes = await readFile(join(packageRoot(), 'dist', 'quickjs.wasm'))
const wasm = await WebAssembly.compile(bytes)
const image = decodeImage(await readFile(join(packageRoot(), 'dist', 'quickjs.image')))
const engineOf = (used: Instance | undefined) =>
  restoreEngine(wasm, image.engine, { limits: LIMITS, hooks, used })

/** Takes more memory than there is at first, and tells whether it was refused. */
const GREW = String(2 ** 22)
const ENDED = 'Maximum call stack size exceeded'
const GROWS = '(() => { try { return new Uint8Array(2 ** 22).length } catch { return -1 } })()'

function grow(engine: Engine): string {
  const done = engine.script(GROWS)
  return done.kind === 'value' ? String(engine.number(done.value)) : 'thrown'
}

/** Runs something with that many calls below it. */
function below<T>(calls: number, run: () => T): T {
  return calls === 0 ? run() : below(calls - 1, run)
}

function mostCalls(): number {
  let most = 0
  const deeper = (): void => {
    most++
    deeper()
  }
  expect(deeper).toThrow(RangeError)
  return most
}

it('is refused no memory where the call stack ends, however much of it is left', () => {
  const most = mostCalls()
  const said = new Map<string, number>()
  const often = (what: string) => said.get(what) ?? 0
  let used: Instance | undefined
  for (let calls = most; calls > 0 && often(GREW) < 20; calls -= 3) {
    const engine = engineOf(used)
    const what = growBelow(engine, calls)
    said.set(what, often(what) + 1)
    expect([what, engine.refused, engine.starved]).toEqual([what, false, false])
    used = engine.end()
  }
  expect([...said.keys()].sort()).toEqual([GREW, ENDED].sort())
})

function growBelow(engine: Engine, calls: number): string {
  try {
    return below(calls, () => grow(engine))
  } catch (error) {
    return (error as Error).message
  }
}
