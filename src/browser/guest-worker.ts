import { objectionTo } from '../reference/structured/properties.ts'
import type { ToWorker } from '../sandbox/protocol.ts'
import { serve } from '../sandbox/serve.ts'
import { tensorsFrom } from '../sandbox/tensors.ts'
import type { SignsOfLife } from '../sandbox/watchdog.ts'

/** The worker that untrusted code runs in. */

/** Often enough for whoever looks every quarter of a second, and far from every tick. */
const TOLD_EVERY_MS = 20

const signs = { ticks: 0, pieces: 0 }
let told = 0

function count(sign: keyof typeof signs): void {
  signs[sign]++
  const now = performance.now()
  if (now - told < TOLD_EVERY_MS) return
  told = now
  postMessage(signs satisfies SignsOfLife)
}

async function tensors() {
  const { engine, ready } = await import(new URL('tensorflow-embedded.js', import.meta.url).href)
  await ready
  return tensorsFrom(engine, await import(new URL('tensorflow-guest.js', import.meta.url).href))
}

const receive = serve((message, handed) => postMessage(message, handed), {
  pulse: { tick: () => count('ticks'), goesOn: () => count('pieces') },
  judge: objectionTo,
  tensors,
  // A page cannot ask for a longer one.
  shortStack: true,
})
addEventListener('message', ({ data }) => receive(data as ToWorker))
