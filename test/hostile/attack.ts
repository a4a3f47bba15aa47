/** What may come of an attack; never a pass that is not earned, never a crash, never a hang. */
export type Outcome =
  | 'did-not-finish'
  | 'out-of-memory'
  | 'crashed'
  | 'does-not-parse'
  | 'forbidden'
  /** The function is not found. */
  | 'missing'
  /** Every point threw or gave no number. */
  | 'faulty'
  | 'wrong'
  | 'unstable'
  /** It tried, and computes tanh after all: nothing was gained. */
  | 'right'

/** A submission that is up to something. Its function is called `tanh`. */
export interface Attack {
  readonly name: string
  readonly source: string
  /** The outcomes that are acceptable. */
  readonly ends: readonly Outcome[]
}

export function attack(name: string, source: string, ...ends: Outcome[]): Attack {
  return { name, source, ends }
}

/** A module whose `tanh` has this body. */
export function body(statements: string): string {
  return `export function tanh(x: number): number {\n${statements}\n}\n`
}
