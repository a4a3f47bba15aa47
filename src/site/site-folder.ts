import { MANIFEST } from './site.ts'

/** What an earlier run wrote of itself. */
export interface Earlier {
  readonly files: readonly string[]
}

/** @returns undefined where the text is nothing that this program wrote */
export function readManifest(text: string): Earlier | undefined {
  try {
    const { site, files } = JSON.parse(text)
    const isOurs = site === 'mlp-check' && Array.isArray(files)
    return isOurs ? { files: files.filter((file) => typeof file === 'string') } : undefined
  } catch {
    return undefined
  }
}

/**
 * The names in a folder that no site of ours has put there: whoever wrote over them would destroy
 * somebody's work. What a host wants beside a site (`.git`, `.nojekyll`, `CNAME`) stays where it is.
 */
export function strangersIn(names: readonly string[], earlier: Earlier | undefined): string[] {
  const known = new Set([MANIFEST, ...(earlier?.files ?? []).map(topOf)])
  const isOurs = (name: string) => earlier !== undefined && (known.has(name) || VERSION.test(name))
  return names.filter((name) => !isOurs(name) && !name.startsWith('.') && name !== 'CNAME')
}

/** The folders of versions that this one replaces. */
export function outdated(names: readonly string[], version: string): string[] {
  return names.filter((name) => VERSION.test(name) && name !== `v-${version}`)
}

const VERSION = /^v-[0-9a-f]{16}$/

function topOf(path: string): string {
  return path.split('/', 1)[0] ?? path
}
