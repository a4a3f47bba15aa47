import { openSandbox } from '../../src/node/sandbox.ts'
import { FAMILIES } from './families/index.ts'
import { honestBytes, judge } from './judge.ts'
import { SURFACES } from './surfaces/attacks.ts'
import { SURROUNDINGS } from './surroundings/attacks.ts'

/** What the tests beside the corpus run through the whole command. */
export function otherAttacks(): string {
  return `beside them ${SURROUNDINGS.length} folders around a submission, and ${SURFACES.length} programs that speak to whoever reads their report`
}

/** Runs the corpus as `bench/hostile.js` prints it: one line of a Markdown table. */
export async function measureHostile(): Promise<string> {
  const sandbox = openSandbox()
  const honest = await honestBytes(sandbox)
  const seen = { tried: 0, contained: 0, changed: 0, worstMs: 0, worst: '', peakMb: 0 }
  for (const [family, attacks] of Object.entries(FAMILIES)) {
    for (const { name, source, ends } of attacks) {
      const started = performance.now()
      const { outcome } = await judge(sandbox, source)
      const ms = performance.now() - started
      seen.tried++
      if (ends.includes(outcome)) seen.contained++
      if (ms > seen.worstMs) Object.assign(seen, { worstMs: ms, worst: `${family}: ${name}` })
      seen.peakMb = Math.max(seen.peakMb, process.memoryUsage.rss() / 2 ** 20)
      if ((await honestBytes(sandbox)) !== honest) seen.changed++
    }
  }
  await sandbox.close()
  const worst = `${(seen.worstMs / 1000).toFixed(1)} s (${seen.worst})`
  return `| ${process.version} | ${seen.tried} | ${seen.contained} | ${worst} | ${seen.peakMb.toFixed(0)} MB | ${seen.changed} |`
}
