/**
 * Answers one pair a line: equal, different or unknown, by the library's own means. It is copied
 * to where the libraries are.
 */
import { createInterface } from 'node:readline'

const [, , name] = process.argv

const PEERS = {
  async mathjs() {
    const { simplify, symbolicEqual } = await import('mathjs')
    return ({ a, b }) => {
      const isZero = simplify(`(${a}) - (${b})`).toString() === '0'
      return isZero || symbolicEqual(a, b) ? 'equal' : 'unknown'
    }
  },
  async nerdamer() {
    const { default: nerdamer } = await import('nerdamer/all.js')
    return ({ a, b }) => {
      const gap = nerdamer(`simplify((${a})-(${b}))`).toString()
      return gap === '0' ? 'equal' : 'unknown'
    }
  },
  async 'compute-engine'() {
    const { ComputeEngine } = await import('@cortex-js/compute-engine')
    return ({ a, b, variables }) => {
      const engine = new ComputeEngine()
      for (const variable of variables) engine.declare(variable, 'real')
      const [left, right] = [engine.box(a), engine.box(b)]
      if (!left.isValid || !right.isValid) return 'unknown'
      const gap = engine.box(['Subtract', a, b]).simplify()
      if (left.isEqual(right) || gap.isEqual(0)) return 'equal'
      return left.isEqual(right) === false ? 'different' : 'unknown'
    }
  },
}

const answer = await PEERS[name]()
process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  let verdict = 'unknown'
  try {
    verdict = answer(JSON.parse(line))
  } catch {}
  process.stdout.write(`${verdict}\n`)
}
