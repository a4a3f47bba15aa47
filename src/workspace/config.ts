import { dirname, join } from 'node:path'
import { UsageError } from '../errors.ts'
import { didYouMean } from '../text/near-names.ts'
import { readSmallFile } from '../trust/small-file.ts'

export const CONFIG_FILE = 'mlp-check.json'

/** A folder that `mlp-check init` made, with what its config says. */
export interface Workspace {
  readonly root: string
  readonly config: WorkspaceConfig
}

export interface WorkspaceConfig {
  /** A course's own folder of exercises, relative to the workspace. */
  readonly exercises?: string
  /** Where answers lie, such as `answers/{id}.ts`, relative to the workspace and inside it. */
  readonly answers?: string
  /** Whether reports say how many hints were seen. */
  readonly recordHints?: boolean
  /** The language of what is printed, such as `zh-CN`. */
  readonly language?: string
}

/** What the config may hold, for its validation and for editors. */
const CONFIG_KEYS = {
  $schema: { type: 'string', description: 'Where editors find this schema.' },
  exercises: { type: 'string', description: "A course's own folder of exercises." },
  answers: {
    type: 'string',
    description: 'Where your answers lie, such as answers/{id}.ts; {folder} and {name} work too.',
  },
  recordHints: { type: 'boolean', description: 'Whether reports say how many hints were seen.' },
  language: { type: 'string', description: 'The language of what is printed: en or zh-CN.' },
} as const

/**
 * The workspace that a folder lies in, or undefined.
 * @throws UsageError where its config is none
 */
export function findWorkspace(folder: string): Workspace | undefined {
  const file = join(folder, CONFIG_FILE)
  // Synchronously: a handful of look-ups cost less than one turn of the event loop.
  const found = readSmallFile(file)
  if (found.kind === 'text') return { root: folder, config: parseConfig(found.text, file) }
  if (found.kind === 'refused') throw new UsageError(`${file} ${found.why}`, SETTINGS)
  const parent = dirname(folder)
  return parent === folder ? undefined : findWorkspace(parent)
}

/** Where the config in this very folder says that answers lie. A broken one says nothing. */
export function answersIn(folder: string): string | undefined {
  const file = join(folder, CONFIG_FILE)
  const found = readSmallFile(file)
  try {
    return found.kind === 'text' ? parseConfig(found.text, file).answers : undefined
  } catch {
    return undefined
  }
}

/** @throws UsageError naming the file and the key */
export function parseConfig(text: string, file: string): WorkspaceConfig {
  const config = parseJson(text, file)
  for (const [key, value] of Object.entries(config)) {
    const known = Object.hasOwn(CONFIG_KEYS, key) && CONFIG_KEYS[key as keyof typeof CONFIG_KEYS]
    if (!known) {
      throw new UsageError(
        `${file}: "${key}" is no setting`,
        didYouMean(key, Object.keys(CONFIG_KEYS)),
      )
    }
    if (typeof value !== known.type) {
      throw new UsageError(`${file}: "${key}" should be a ${known.type}`, known.description)
    }
  }
  const { answers } = config as WorkspaceConfig
  if (answers !== undefined && !staysInside(answers)) {
    throw new UsageError(
      `${file}: "answers" should name TypeScript files in the workspace`,
      'it should look like "answers/{id}.ts"',
    )
  }
  return config as WorkspaceConfig
}

/** Written with slashes, up to no parent, and into nothing that others install or hide there. */
function staysInside(pattern: string): boolean {
  const parts = pattern.split('/')
  const plain = parts.every((part) => /^[^.\\:\0][^\\:\0]*$/.test(part) && part !== 'node_modules')
  return plain && pattern.endsWith('.ts')
}

const SETTINGS = 'it should look like { "recordHints": false }'

function parseJson(text: string, file: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch (error) {
    throw new UsageError(`${file} is not valid JSON: ${(error as Error).message}`, SETTINGS)
  }
  throw new UsageError(`${file} should be one JSON object`, SETTINGS)
}

/** The JSON Schema that editors complete and check the config by. */
export function configSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'mlp-check workspace',
    type: 'object',
    properties: CONFIG_KEYS,
    additionalProperties: false,
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}
