import { dirname, join } from 'node:path'
import { readText } from '../read-text.ts'

/** By this keyword a package says that it is a pack, and not a project that exercises lie in. */
const KEYWORD = 'mlp-check-pack'

/** `@school/pack 1.2.0`, where the folder of exercises lies in a package of them. */
export async function packVersion(exercises: string): Promise<string | undefined> {
  const text = await readText(join(dirname(exercises), 'package.json')).catch(() => '')
  try {
    const { name, version, keywords } = JSON.parse(text)
    const isPack = Array.isArray(keywords) && keywords.includes(KEYWORD)
    return isPack ? `${String(name)} ${String(version)}` : undefined
  } catch {
    return undefined
  }
}
