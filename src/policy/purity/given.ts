import type { CallRequest } from '../../session.ts'
import { BUILT_IN_NAMES } from './built-in-names.ts'
import { constantOf, DATA, either, type Kind, OTHER, PLAIN } from './kinds.ts'

type Calls = CallRequest['calls']
type Data = Calls[number][number]

/** What each argument of a function is, in some calls of it. */
export function givenIn(calls: Calls): Kind[] {
  const most = Math.max(0, ...calls.map(({ length }) => length))
  return Array.from({ length: most }, (_, k) =>
    either(...calls.map((args) => kindOfData(args[k] ?? null))),
  )
}

function kindOfData(value: Data): Kind {
  if (typeof value === 'string') return BUILT_IN_NAMES.has(value) ? OTHER : DATA
  if (typeof value !== 'object' || value === null) return PLAIN
  const parts = constantOf(Object.values(value).map(kindOfData))
  if (Array.isArray(value)) return parts
  return Object.keys(value).some((name) => BUILT_IN_NAMES.has(name)) ? OTHER : either(DATA, parts)
}
