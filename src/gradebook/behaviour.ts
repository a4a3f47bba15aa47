import { sha256 } from '@noble/hashes/sha2.js'
import type { Session } from '../session.ts'

export interface Watched {
  readonly session: Session
  /** By function, a fingerprint of its values at the first points that it was asked for. */
  readonly behaviour: () => { readonly [functionName: string]: string }
}

const POINTS = 256

/** A session that remembers what was computed, so that equal wrong answers can be put together. */
export function watchBehaviour(session: Session): Watched {
  const seen = new Map<string, string>()
  const evaluate: Session['evaluate'] = async (request) => {
    const result = await session.evaluate(request)
    if (!seen.has(request.function)) seen.set(request.function, fingerprint(result.values))
    return result
  }
  return {
    session: withEvaluate(session, evaluate),
    behaviour: () => Object.fromEntries(seen),
  }
}

/** The same session in all but one call, whatever else a session learns to do. */
function withEvaluate(session: Session, evaluate: Session['evaluate']): Session {
  return new Proxy(session, {
    get: (target, name) => {
      if (name === 'evaluate') return evaluate
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** Coarser than any rounding error: two spellings of one wrong formula share it. */
export function fingerprint(values: Float64Array): string {
  const stride = Math.max(1, Math.floor(values.length / POINTS))
  const coarse: string[] = []
  for (let index = 0; index < values.length; index += stride) {
    coarse.push(roughly(values[index] ?? Number.NaN))
  }
  return Buffer.from(sha256(Buffer.from(coarse.join(' '))))
    .toString('hex')
    .slice(0, 12)
}

function roughly(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  return Math.abs(value) < 1 ? String(Math.round(value * 1e4) + 0) : value.toExponential(4)
}
