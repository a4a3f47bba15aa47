import { UsageError } from '../errors.ts'
import type { NamedPair } from '../prover/decide-pairs.ts'

const SHAPE = 'A file of pairs is [{ "id": "t1", "a": "tanh(x)", "b": "…", "assumptions": [] }, …].'

/** The pairs of a JSON file; which entry is wrong is said. */
export function readPairs(file: string, text: string): readonly NamedPair[] {
  const data = parse(file, text)
  if (!Array.isArray(data)) throw new UsageError(`${file} holds no list of pairs`, SHAPE)
  return data.map((entry, index) => {
    const { id = String(index + 1), a, b, assumptions = [] } = (entry ?? {}) as Partial<NamedPair>
    const valid =
      typeof a === 'string' &&
      typeof b === 'string' &&
      Array.isArray(assumptions) &&
      assumptions.every((one) => typeof one === 'string')
    if (!valid) throw new UsageError(`entry ${index + 1} of ${file} is no pair`, SHAPE)
    return { id: String(id), a, b, assumptions }
  })
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${(error as Error).message}`, SHAPE)
  }
}
