import type { Exports } from './modules.ts'
import { NotFollowed } from './not-followed.ts'
import type { Value } from './values.ts'

export interface Found {
  readonly value: Value
  /** What `this` is in it. */
  readonly self: Value | undefined
}

/**
 * The function that a submission offers under a name, by the same rules as in the sandbox: an
 * export; else a member of the default export; else a member of one other export.
 */
export function findFunction(exports: Exports, name: string): Found {
  const direct = exports.get(name)
  if (direct !== undefined) return asFunction(direct.value, undefined, name)
  const main = exports.get('default')?.value
  const members = [...exports.values()].flatMap(({ value }) => {
    const fields = value?.kind === 'object' || value?.kind === 'function' ? value.fields : undefined
    const member = fields?.get(name)
    return member === undefined ? [] : [{ value: member, self: value }]
  })
  const preferred = members.find(({ self }) => self === main) ?? members[0]
  if (preferred === undefined) return ofDefault(main, name)
  const ambiguous = members.some(({ value }) => value !== preferred.value)
  if (preferred.self !== main && ambiguous)
    throw new NotFollowed(`several members named \`${name}\``)
  return asFunction(preferred.value, preferred.self, name)
}

function ofDefault(main: Value | undefined, name: string): Found {
  if (main?.kind === 'function' && main.name === name) return { value: main, self: undefined }
  throw new NotFollowed(`\`${name}\` was not found among the exports`)
}

function asFunction(value: Value | undefined, self: Value | undefined, name: string): Found {
  if (value?.kind === 'function' || value?.kind === 'native') return { value, self }
  throw new NotFollowed(`\`${name}\` is no function of the file`)
}
