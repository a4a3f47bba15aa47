/** Tokens in a row that are hashed together: fewer in common say nothing. */
const NOISE = 5
/** Of so many hashes in a row one is kept at least. */
const WINDOW = 4
/** So many tokens in a row that two texts share are always seen. */
export const GUARANTEED = NOISE + WINDOW - 1

/**
 * Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of each window of hashes the smallest,
 * of equals the rightmost. Any NOISE + WINDOW − 1 tokens that two texts share leave one in both.
 */
export function winnow(tokens: readonly string[]): number[] {
  const hashes = tokens
    .slice(0, Math.max(1, tokens.length - NOISE + 1))
    .map((_, at) => hash(tokens.slice(at, at + NOISE)))
  const kept = new Set<number>()
  for (let from = 0; from <= Math.max(0, hashes.length - WINDOW); from++) {
    const window = hashes.slice(from, from + WINDOW)
    kept.add(Math.min(...window))
  }
  return [...kept]
}

/** FNV-1a, 32 bits. */
function hash(tokens: readonly string[]): number {
  let value = 0x811c9dc5
  for (const sign of tokens.join('\0')) {
    value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  }
  return value >>> 0
}
