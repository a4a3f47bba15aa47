import type { CheckContext } from './define-check.ts'

/** What a function lacks whose values another question is built on, in words; undefined where it has all. */
export async function lackOf(context: CheckContext, name: string): Promise<string | undefined> {
  if (context.found(name)?.kind !== 'function') return `${name} to be exported`
  const { ended, unstable } = await context.values(name)
  if (ended) return `${name} to finish`
  return unstable && `${name} to give one answer to one question`
}
