import type { Values } from './words.ts'

export type Sentence = (values: Values) => string
type Sentences<Id extends string = string> = Readonly<Record<Id, Sentence>>
export type Part<Id extends string = string> = () => Sentences<Id>
export type IdIn<One> = One extends Part<infer Id> ? Id : never

/**
 * Sentences that are made together, when one of them is first looked for: most runs say little, and
 * V8 reads, and makes, each function of a file that is loaded.
 */
export function part<Id extends string>(make: () => Sentences<Id>): Part<Id> {
  let made: Sentences<Id> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The parts behind the one that has it stay unmade. */
export function findIn(parts: readonly Part[], id: string): Sentence | undefined {
  for (const sentences of parts) if (Object.hasOwn(sentences(), id)) return sentences()[id]
  return undefined
}

/**
 * All sentences of some parts. A plain dictionary: an object that is put together otherwise has V8
 * think about its shape with each of 500 sentences.
 */
export function allOf<Parts extends readonly Part[]>(parts: Parts): Sentences<IdIn<Parts[number]>> {
  return Object.assign(Object.create(null), ...parts.map((sentences) => sentences()))
}
