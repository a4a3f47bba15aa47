import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../errors.ts'
import { didYouMean } from '../text/near-names.ts'

export const CONFIG_FILE = 'mlp-check.json'

/** A folder that `mlp-check init` made, with what its config says. */
export interface Workspace {
  readonly root: string
  readonly config: WorkspaceConfig
}

export interface WorkspaceConfig {
  /** A course's own folder of exercises, relative to the workspace. */
  readonly exercises?: string
  /** Whether reports say how many hints were seen. */
  readonly recordHints?: boolean
  /** The language of what is printed, such as `zh-CN`. */
  readonly language?: string
}

/** What the config may hold, for its validation and for editors. */
const CONFIG_KEYS = {
  $schema: { type: 'string', description: 'Where editors find this schema.' },
  exercises: { type: 'string', description: "A course's own folder of exercises." },
  recordHints: { type: 'boolean', description: 'Whether reports say how many hints were seen.' },
  language: { type: 'string', description: 'The language of what is printed: en or zh-CN.' },
} as const

/** The workspace that a folder lies in, or undefined. */
export function findWorkspace(folder: string): Workspace | undefined {
  const file = join(folder, CONFIG_FILE)
  // Synchronously: a handful of look-ups cost less than one turn of the event loop.
  if (existsSync(file))
    return { root: folder, config: parseConfig(readFileSync(file, 'utf8'), file) }
  const parent = dirname(folder)
  return parent === folder ? undefined : findWorkspace(parent)
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
  return config as WorkspaceConfig
}

function parseJson(text: string, file: string): object {
  const advice = 'it should look like { "recordHints": false }'
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch (error) {
    throw new UsageError(`${file} is not valid JSON: ${(error as Error).message}`, advice)
  }
  throw new UsageError(`${file} should be one JSON object`, advice)
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
