import { setFlagsFromString } from 'node:v8'

/**
 * Makes V8 optimize a function after some four times its usual use, in all threads of the process.
 * Each of a class's threads grows hot by itself, and the optimizing compiler, on a core that a
 * submission could have, took a tenth of the time of a class of fifty and of three hundred alike.
 */
export function optimizeLater(): void {
  setFlagsFromString(usesBeforeOptimizing())
}

/** Node 20's V8 counts the bytes of bytecode that ran (67,584 by default), later ones count calls (3,000). */
function usesBeforeOptimizing(): string {
  const [major = '0'] = process.versions.node.split('.', 1)
  return Number(major) < 22 ? '--interrupt-budget=270000' : '--invocation-count-for-turbofan=12000'
}
