import { setFlagsFromString } from 'node:v8'

/**
 * Makes V8 optimize a function after some four times its usual use, in all threads of the process.
 * Each of a class's threads grows hot by itself, and the optimizing compiler, on a core that a
 * submission could have, took a tenth of the time of a class of fifty and of three hundred alike.
 */
export function optimizeLater(): void {
  setFlagsFromString(uses().later)
}

/** As V8 does it by itself. */
export function optimizeAsEver(): void {
  setFlagsFromString(uses().asEver)
}

/** Node 20's V8 counts the bytes of bytecode that ran, later ones count calls. */
function uses(): { readonly later: string; readonly asEver: string } {
  const [major = '0'] = process.versions.node.split('.', 1)
  return Number(major) < 22
    ? { later: '--interrupt-budget=270000', asEver: '--interrupt-budget=67584' }
    : {
        later: '--invocation-count-for-turbofan=12000',
        asEver: '--invocation-count-for-turbofan=3000',
      }
}
