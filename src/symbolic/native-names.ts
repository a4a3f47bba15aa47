import { NATIVE_CONSTANTS, NATIVES } from './natives.ts'
import type { Value } from './values.ts'

/** JavaScript's own value under a full name such as `Math.exp` or `Number`. */
export function nativeValue(name: string): Value | undefined {
  const constant = Object.hasOwn(NATIVE_CONSTANTS, name) ? NATIVE_CONSTANTS[name] : undefined
  if (constant !== undefined) return constant
  return Object.hasOwn(NATIVES, name) ? { kind: 'native', name } : undefined
}

const NAMESPACES: ReadonlySet<string> = new Set(['Math', 'Number', 'Object', 'Array', 'console'])

/** Whether an undeclared name is a namespace of natives. */
export function isNative(name: string): boolean {
  return NAMESPACES.has(name)
}
