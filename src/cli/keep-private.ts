const OTHERS = 0o077

/**
 * Whatever this process writes from now on is its owner's alone: results, parts of them, what is
 * unpacked, and what a full disk or an interrupt leaves of any. All of it names people.
 */
export function keepPrivate(): void {
  process.umask(OTHERS)
}
