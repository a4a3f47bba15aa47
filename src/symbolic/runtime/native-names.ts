import type { Realm } from './realm.ts'

type Named = readonly [name: string, value: unknown]

/** The names of every function that a realm has before the program: `Array.prototype.map`. */
export function nativeNames({ globals, samples }: Realm): ReadonlyMap<unknown, readonly string[]> {
  const names = new Map<unknown, string[]>()
  const seen = new Set<unknown>()
  const waiting: Named[] = [['', globals]]
  // What has a name of its own is not called by way of a prototype or of a sample.
  const hidden: Named[] = Object.entries(samples)
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift() ?? hidden.shift()) {
    const [name, value] = next
    if ((typeof value !== 'object' || value === null) && typeof value !== 'function') continue
    if (typeof value === 'function') names.set(value, [...(names.get(value) ?? []), name])
    if (seen.has(value)) continue
    seen.add(value)
    waiting.push(...membersOf(name, value))
    hidden.push([`${name}.[[Prototype]]`, Reflect.getPrototypeOf(value)])
  }
  return names
}

function membersOf(name: string, value: object): Named[] {
  return Reflect.ownKeys(value).flatMap((key): Named[] => {
    const found = Reflect.getOwnPropertyDescriptor(value, key)
    const own = memberName(name, key)
    if (found === undefined) return []
    return 'value' in found
      ? [[own, found.value]]
      : [
          [`get ${own}`, found.get],
          [`set ${own}`, found.set],
        ]
  })
}

function memberName(name: string, key: string | symbol): string {
  if (typeof key === 'symbol') return `${name}[${key.description}]`
  return name === '' ? key : `${name}.${key}`
}
