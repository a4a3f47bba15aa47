import { setFlagsFromString } from 'node:v8'

/** What a quick start asks of V8, and V8's own ways. */
interface Flags {
  readonly quick: readonly string[]
  readonly own: readonly string[]
}

interface Flagged {
  readonly script: Flags
  readonly engine: Flags
  /** In place of the engine's quick flags, for what takes longer than most verdicts. */
  readonly longer: readonly string[]
}

/** Until then a verdict is there, or is worth quick code and a small heap. */
const QUICK_FOR_MS = 1000

/**
 * For one submission, V8's optimizing compilers cost more than they give: they take the second core
 * from a start that needs it. What takes longer gets them back.
 *
 * The collector's flags are left alone: a collection that a thread has planned is begun whatever the
 * flags say by then, and V8 ends the process where they forbid it (seen on Node 24).
 *
 * Any flag makes V8 refuse code that was compiled beforehand, Node's own modules included, so that a
 * worker started after this takes twice as long: the worker runs first, the engine is compiled last.
 * What calls functions with data takes longer, and gets an engine that is optimized where that pays.
 */
export function preferQuickStart({ takesLonger }: { readonly takesLonger: boolean }): void {
  const { script, engine, longer } = flags()
  set([...script.quick, ...(takesLonger ? longer : engine.quick)])
  setTimeout(() => set(script.own), QUICK_FOR_MS).unref()
}

/** Code that is to be accepted in another run is written as if the flags had never been. */
export function withoutFlags(write: () => void): void {
  const { script, engine } = flags()
  set([...script.own, ...engine.own])
  write()
}

/**
 * From Node 24 on there is a second compiler of JavaScript. Before, a flag that turns the compiler off
 * leaves traces when it is taken back: instead, all is too long for it. The engine's loop over the
 * bytecode of a submission is by itself a third of what a right answer costs where it is optimized;
 * one flag alone would have it optimized at once.
 */
function flags(): Flagged {
  if (Number(process.versions.node.split('.', 1)[0]) >= 24) {
    const script = { quick: ['--no-opt', '--no-maglev'], own: ['--opt', '--maglev'] }
    return {
      script,
      engine: {
        quick: ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'],
        own: ['--wasm-tier-up', '--wasm-dynamic-tiering'],
      },
      longer: [],
    }
  }
  const longest = '--max-optimized-bytecode-size'
  const quick = ['--liftoff-only']
  return {
    script: { quick: [`${longest}=0`], own: [`${longest}=61440`] },
    engine: {
      quick,
      // What it implied stays otherwise.
      own: ['--no-liftoff-only', '--wasm-tier-up', '--wasm-dynamic-tiering'],
    },
    longer: quick,
  }
}

function set(flags: readonly string[]): void {
  for (const flag of flags) setFlagsFromString(flag)
}
