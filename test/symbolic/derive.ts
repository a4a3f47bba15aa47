import { readEngine } from '../../src/node/engine-files.ts'
import { Room } from '../../src/sandbox/room.ts'
import type { DerivedFormula, LoadResult } from '../../src/session.ts'

/** The submission is the file without a name. */
export type Files = { readonly [path: string]: string }

/** What symbolic execution makes of a function, as the sandbox's thread would have it. */
export type Derive = (
  files: Files,
  args: readonly string[],
  name?: string,
) => Promise<DerivedFormula>

export async function openDerivation(): Promise<Derive> {
  const room = new Room(await readEngine(Promise.resolve()), {
    pulse: { tick: () => undefined, goesOn: () => undefined },
    judge: () => undefined,
  })
  return async ({ '': text = '', ...siblings }, args, name = 'f') => {
    const source = { file: 'submission.ts', text, siblings }
    const wanted = [{ name, arguments: args, symbolic: true }]
    const answer = room.answer({ request: { kind: 'load', source, wanted, ahead: [] } })
    const { result } = answer as { readonly result: LoadResult }
    if (result.kind === 'fault') throw new Error(result.message)
    const found = result.functions[name]
    if (found?.kind !== 'function') throw new Error(`there is no function ${name}`)
    return found.formula
  }
}
