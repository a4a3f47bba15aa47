import type { z } from 'zod'
import { didYouMean, nearNames } from '../text/near-names.ts'
import type { SpecDefect } from './defect.ts'
import { type SchemaPart, schemaPart } from './schema-part.ts'
import type { SpecPath } from './spec-positions.ts'

type Issue = z.core.$ZodIssue

/** What the validator found, in the words of somebody who writes a spec. */
export function defectsOf(
  issues: readonly Issue[],
  schema: z.ZodType,
  data: unknown,
): SpecDefect[] {
  const at = (path: SpecPath) => schemaPart(schema, data, path)
  const defects = issues.flatMap((issue) => defectsOfIssue(issue, { data, at }))
  // What is of the wrong kind is of the wrong size as well.
  const first = defects.filter(
    ({ path }, index) => defects.findIndex((other) => isSame(other.path, path)) === index,
  )
  return first.filter(({ path }) => !isMisspelt(path, { data, at }, issues))
}

/** What is missing under its name and there under a near one is one slip. */
function isMisspelt(path: SpecPath, spec: Spec, issues: readonly Issue[]): boolean {
  if (valueAt(spec, path) !== undefined) return false
  const holder = path.slice(0, -1)
  return issues.some(
    (issue) =>
      issue.code === 'unrecognized_keys' &&
      isSame(issue.path, holder) &&
      issue.keys.some((key) => nearNames(key, keysAt(holder, spec))[0] === path.at(-1)),
  )
}

function keysAt(path: SpecPath, { at }: Spec): readonly string[] {
  return at(path)?.keys ?? []
}

function isSame(one: SpecPath, other: SpecPath): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index])
}

interface Spec {
  readonly data: unknown
  /** What the schema says of a place. */
  readonly at: (path: SpecPath) => SchemaPart | undefined
}

function defectsOfIssue(issue: Issue, spec: Spec): SpecDefect[] {
  const { path } = issue
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], spec))
    case 'invalid_type':
      return [isMissing(path, spec) ? missing(path, spec) : wrongType(path, spec)]
    case 'invalid_value':
      return [notAmong(path, issue.values, spec)]
    case 'invalid_union':
      return [noAlternative(issue, spec)]
    case 'too_small':
    case 'too_big':
      return [wrongSize(issue, spec)]
    case 'invalid_key':
      return [{ path, atKey: true, message: badName(String(path.at(-1))), advice: NAME }]
    default:
      return [
        {
          path,
          message: `${said(path, spec)} ${issue.message}`,
          advice: meaningOf(path, spec),
        },
      ]
  }
}

const NAME = 'a name is made of letters and digits, and begins with a letter'

function badName(key: string): string {
  return `"${key}" is no name`
}

function valueAt({ data }: Spec, path: SpecPath): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    data,
  )
}

/** The value as it would be written, cut where it is long. */
function said(path: SpecPath, spec: Spec): string {
  return shown(valueAt(spec, path))
}

function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function isMissing(path: SpecPath, spec: Spec): boolean {
  return path.length > 0 && valueAt(spec, path) === undefined
}

/** What a place is for, or what it is a part of. */
function meaningOf(path: SpecPath, { at }: Spec): string | undefined {
  const ways = path.map((_, index) => path.slice(0, path.length - index))
  return ways.map((way) => at(way)?.description).find((text) => text !== undefined)
}

function missing(path: SpecPath, { at }: Spec): SpecDefect {
  const part = at(path)
  const key = String(path.at(-1))
  return {
    path,
    atKey: true,
    message: `"${key}" is missing`,
    advice: part?.description
      ? `${part.description}${part.example === undefined ? '' : `, such as ${asYaml(key, part.example)}`}`
      : `write ${key}: …`,
  }
}

/** On one line, as it may be written. */
function asYaml(key: string, example: unknown): string {
  return `${key}: ${typeof example === 'string' && !/[:#{}[\],&*?|>@`"'-]/.test(example) ? example : shown(example)}`
}

const WORDS: { readonly [type: string]: string } = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a block of keys',
  record: 'a block of names',
}

function wrongType(path: SpecPath, spec: Spec): SpecDefect {
  const part = spec.at(path)
  const value = valueAt(spec, path)
  const what = value === null ? 'is empty' : `is ${typed(value)}`
  const wanted = typeof value === 'number' ? numberWanted(value, part) : WORDS[part?.type ?? '']
  return {
    path,
    message: `${what}; it should be ${wanted ?? 'something else'}`,
    advice: remedyOfType(value, part, String(path.at(-1))) ?? meaningOf(path, spec),
  }
}

function numberWanted(value: number, part: SchemaPart | undefined): string | undefined {
  if (part?.type !== 'number') return WORDS[part?.type ?? '']
  return Number.isFinite(value) ? 'a whole number' : 'a finite number'
}

function typed(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a block of keys'
  return `the ${typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'word'} ${shown(value)}`
}

function remedyOfType(
  value: unknown,
  part: SchemaPart | undefined,
  key: string,
): string | undefined {
  const plain = typeof value !== 'object' && value !== undefined
  if (part?.type === 'string' && plain) return `put it in quotes: '${String(value)}'`
  if (part?.type === 'array' && plain) return `a list of one is written [${String(value)}]`
  if (part?.type === 'number' && typeof value === 'string' && Number.isFinite(Number(value)))
    return `without quotes: ${value}`
  return part?.example === undefined ? undefined : `such as ${asYaml(key, part.example)}`
}

function unknownKey(path: SpecPath, spec: Spec): SpecDefect {
  const key = String(path.at(-1))
  const keys = keysAt(path.slice(0, -1), spec)
  const kind =
    path[0] === 'checks' && path.length === 3
      ? valueAt(spec, ['checks', path[1] ?? 0, 'kind'])
      : undefined
  return {
    path,
    atKey: true,
    message:
      kind === undefined ? `unknown key "${key}"` : `a ${String(kind)} check takes no "${key}"`,
    advice: didYouMean(key, keys) ?? `known here: ${keys.join(', ')}`,
  }
}

function notAmong(path: SpecPath, values: readonly unknown[], spec: Spec): SpecDefect {
  const value = valueAt(spec, path)
  if (value === undefined) return missing(path, spec)
  const known = values.map(String)
  return {
    path,
    message: `${shown(value)} is none of ${known.join(', ')}`,
    advice: didYouMean(String(value), known) ?? meaningOf(path, spec),
  }
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>

function noAlternative(issue: UnionIssue, spec: Spec): SpecDefect {
  const { path } = issue
  if ('discriminator' in issue && issue.discriminator !== undefined) return unknownKind(issue, spec)
  const values = issue.errors
    .flat()
    .flatMap((one) => ('values' in one ? one.values.map(String) : []))
  const types = issue.errors
    .flat()
    .flatMap((one) => ('expected' in one ? [WORDS[one.expected]] : []))
  const value = valueAt(spec, path)
  return {
    path,
    message: `${shown(value)} is neither ${[...values, ...types].join(' nor ')}`,
    advice: didYouMean(String(value), values) ?? meaningOf(path, spec),
  }
}

function unknownKind({ path, ...issue }: UnionIssue, spec: Spec): SpecDefect {
  const known = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
  const key = String(path.at(-1))
  const value = valueAt(spec, path)
  const all = `there are ${known.join(', ')}`
  if (value === undefined) {
    return { path, atKey: true, message: `"${key}" is missing`, advice: all }
  }
  const advice = didYouMean(String(value), known) ?? all
  return { path, message: `there is no ${key} ${shown(value)}`, advice }
}

type SizeIssue = Extract<Issue, { code: 'too_small' | 'too_big' }>

function wrongSize(issue: SizeIssue, spec: Spec): SpecDefect {
  const { path } = issue
  const value = valueAt(spec, path)
  const limit = 'minimum' in issue ? issue.minimum : issue.maximum
  const more = issue.code === 'too_small'
  const advice = meaningOf(path, spec)
  if (typeof value === 'string') return { path, message: 'is an empty text', advice }
  if (Array.isArray(value)) {
    const count = `${issue.exact ? 'exactly' : more ? 'at least' : 'at most'} ${limit}`
    return {
      path,
      message: `has ${value.length} ${value.length === 1 ? 'entry' : 'entries'}; there should be ${count}`,
      advice,
    }
  }
  const bound =
    'inclusive' in issue && issue.inclusive === false
      ? more
        ? 'above'
        : 'below'
      : more
        ? 'at least'
        : 'at most'
  return { path, message: `is ${shown(value)}; it should be ${bound} ${String(limit)}`, advice }
}
