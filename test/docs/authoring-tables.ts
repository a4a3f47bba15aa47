import { checkKinds } from '../../src/checks/index.ts'
import { FUNCTION_ARITY } from '../../src/formula/expr.ts'
import { exerciseJsonSchema } from '../../src/pack/json-schema.ts'
import { checkSchemas } from '../../src/pack/schema.ts'
import { kindExamples } from './kind-examples.ts'

/** The tables of docs/authoring.md that follow from the registry and the schema, by their names there. */
export function authoringTables(): { readonly [name: string]: string } {
  const schema = exerciseJsonSchema() as Schema
  const { parameters, functions, mistakes } = schema.properties ?? {}
  const ofFunction = functions?.additionalProperties
  return {
    spec: keyTable(schema),
    parameters: keyTable(parameters?.additionalProperties),
    functions: keyTable(ofFunction),
    kinks: keyTable(ofFunction?.properties?.kinks?.items),
    mistakes: keyTable(mistakes?.items),
    'every-check': table(
      ['key', 'meaning'],
      Object.entries(checkSchemas(checkKinds).value?.shape ?? {})
        .filter(([key]) => !['kind', 'tolerance'].includes(key))
        .map(([key, part]) => [`\`${key}\``, descriptionOf(part)]),
    ),
    kinds: table(
      ['kind', 'question'],
      Object.values(checkKinds).map(({ kind, summary }) => [`\`${kind}\``, summary]),
    ),
    'kinds-one-by-one': Object.keys(checkKinds)
      .map((kind) => section(kind as keyof typeof checkKinds))
      .join('\n'),
    'formula-functions': formulaFunctions(),
  }
}

interface Schema {
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly properties?: { readonly [key: string]: Schema }
  readonly additionalProperties?: Schema
  readonly items?: Schema
  readonly required?: readonly string[]
}

function keyTable({ properties = {}, required = [] }: Schema = {}): string {
  return table(
    ['key', 'meaning', 'example'],
    Object.entries(properties).map(([key, { description = '', examples = [] }]) => [
      `\`${key}\`${required.includes(key) ? '' : ' (optional)'}`,
      description,
      examples[0] === undefined ? '' : `\`${JSON.stringify(examples[0]).replaceAll('|', '\\|')}\``,
    ]),
  )
}

function descriptionOf(part: unknown): string {
  return (part as { description?: string }).description ?? ''
}

const COMMON: readonly string[] = [
  'kind',
  'function',
  'id',
  'title',
  'points',
  'after',
  'severity',
  'visibility',
]

function section(kind: keyof typeof checkKinds): string {
  const { summary, scope } = checkKinds[kind]
  const { evidence, yaml } = kindExamples[kind]
  const own = Object.entries(checkSchemas(checkKinds)[kind]?.shape ?? {}).filter(
    ([key]) => !COMMON.includes(key),
  )
  return [
    `### \`${kind}\``,
    '',
    `${summary}${scope === 'file' ? ' It asks about the whole file.' : ''} A failure shows ${evidence}.`,
    '',
    ...(own.length === 0
      ? []
      : [
          table(
            ['key', 'meaning'],
            own.map(([key, part]) => [`\`${key}\``, descriptionOf(part)]),
          ),
        ]),
    '```yaml',
    yaml,
    '```',
    '',
  ].join('\n')
}

function formulaFunctions(): string {
  const names = Object.entries(FUNCTION_ARITY)
  const ofArity = (arity: number) =>
    names.flatMap(([name, count]) => (count === arity ? [`\`${name}\``] : [])).join(', ')
  return `Of one argument: ${ofArity(1)}. Of two: ${ofArity(2)}; \`max\` and \`min\` take more as well.\n`
}

/** As biome and people leave a table: columns of one width. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return `${[line(head), rule, ...rows.map(line)].join('\n')}\n`
}
