import { z } from 'zod'
import { exerciseSchema } from './schema.ts'

type Node = { readonly [key: string]: unknown }

/**
 * The JSON Schema of `exercise.yaml`, for editors. A list of alternatives that one key tells apart
 * is written as `if` and `then`: an editor then complains of the one that is meant, and not of all.
 */
export function exerciseJsonSchema(): object {
  const schema = z.toJSONSchema(exerciseSchema(), { io: 'input', unrepresentable: 'any' })
  return { title: 'An exercise of mlp-check', ...(toldApart(schema) as object) }
}

function toldApart(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toldApart)
  if (typeof node !== 'object' || node === null) return node
  const inner: Node = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, toldApart(value)]),
  )
  const { oneOf, ...rest } = inner
  const key = Array.isArray(oneOf) ? tellingKey(oneOf) : undefined
  return key === undefined ? inner : { ...rest, ...alternatives(key, oneOf as Alternative[]) }
}

interface Alternative extends Node {
  readonly properties: { readonly [key: string]: { readonly const?: string; description?: string } }
}

/** The key whose value is another constant in each alternative. */
function tellingKey(alternatives: readonly unknown[]): string | undefined {
  const maps = alternatives as readonly Partial<Alternative>[]
  const keys = Object.keys(maps[0]?.properties ?? {})
  return keys.find((key) => maps.every(({ properties }) => properties?.[key]?.const !== undefined))
}

function alternatives(key: string, all: readonly Alternative[]): Node {
  const told = all.map(({ properties }) => properties[key])
  return {
    type: 'object',
    required: [key],
    properties: {
      [key]: {
        description: 'What is asked',
        enum: told.map((one) => one?.const),
        enumDescriptions: told.map((one) => one?.description ?? ''),
      },
    },
    allOf: all.map((alternative, index) => ({
      if: { properties: { [key]: { const: told[index]?.const } }, required: [key] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits this.
      then: alternative,
    })),
  }
}
