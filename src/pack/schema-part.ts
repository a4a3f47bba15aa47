import type { z } from 'zod'
import type { SpecPath } from './spec-positions.ts'

/** A part of the form of a spec: what may stand at a path, and what is said of it. */
export interface SchemaPart {
  readonly description?: string | undefined
  readonly example?: unknown
  /** What `kind` of thing: `object`, `string`, … as zod calls it. */
  readonly type: string
  /** The keys of a block; none elsewhere. */
  readonly keys: readonly string[]
}

/** What the schema says of the value at a path of this data; undefined where it knows no such place. */
export function schemaPart(
  schema: z.ZodType,
  data: unknown,
  path: SpecPath,
): SchemaPart | undefined {
  const place = descend({ schema, told: schema }, data, path)
  if (place === undefined) return undefined
  const { description, examples } = (place.told.meta() ?? {}) as Meta
  const { type } = definitionOf(place.schema)
  return { description, example: examples?.[0], type, keys: keysOf(place.schema) }
}

interface Meta {
  readonly description?: string
  readonly examples?: readonly unknown[]
}

interface Place {
  /** Without what makes it optional. */
  readonly schema: z.ZodType
  /** With it: the description hangs on the outermost. */
  readonly told: z.ZodType
}

function descend(place: Place, data: unknown, path: SpecPath): Place | undefined {
  const schema = unwrapped(place.schema, data)
  const [key, ...rest] = path
  if (schema === undefined) return undefined
  if (key === undefined) return { schema, told: place.told }
  const inner = childOf(schema, key)
  return inner && descend({ schema: inner, told: inner }, childData(data, key), rest)
}

function childData(data: unknown, key: PropertyKey): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined
}

/** What this module reads of zod's definitions. */
interface Definition {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly items?: readonly z.ZodType[]
  readonly options?: readonly z.ZodType[]
  readonly discriminator?: string
  readonly shape?: { readonly [key: string]: z.ZodType }
  readonly values?: readonly unknown[]
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition
}

/** Of alternatives that a key tells apart, the one that the data means. */
function unwrapped(schema: z.ZodType, data: unknown): z.ZodType | undefined {
  const { innerType, discriminator, options } = definitionOf(schema)
  if (innerType !== undefined) return unwrapped(innerType, data)
  if (discriminator === undefined) return schema
  const said = childData(data, discriminator)
  return options?.find((option) => {
    const key = definitionOf(option).shape?.[discriminator]
    return key !== undefined && definitionOf(key).values?.[0] === said
  })
}

function childOf(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  const { shape, element, valueType, items } = definitionOf(schema)
  if (shape !== undefined) return Object.hasOwn(shape, key) ? shape[key as string] : undefined
  return element ?? valueType ?? items?.[Number(key)]
}

function keysOf(schema: z.ZodType): readonly string[] {
  return Object.keys(definitionOf(schema).shape ?? {})
}
