import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolders } from '../package-root.ts'

/** What is installed of @tensorflow/tfjs-node, as far as can be seen without running any of it. */
export type NativeAddon =
  | { readonly kind: 'absent' }
  | { readonly kind: 'without-addon'; readonly folder: string }
  | {
      readonly kind: 'present'
      readonly folder: string
      readonly version: string
      readonly binary: string
    }

/**
 * Its installer downloads a library and may fail: npm then removes the optional package without a
 * word, or, where install scripts are off, leaves the JavaScript without its addon.
 */
export function findNativeAddon(root: string): NativeAddon {
  const folder = packageFolders(root)
    .map((modules) => join(modules, '@tensorflow', 'tfjs-node'))
    .find((candidate) => existsSync(join(candidate, 'package.json')))
  if (folder === undefined) return { kind: 'absent' }
  const binary = binaryIn(join(folder, 'lib'))
  if (binary === undefined) return { kind: 'without-addon', folder }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { kind: 'present', folder, version: String(version), binary }
}

/** One folder for each version of Node-API that it was built for. */
function binaryIn(lib: string): string | undefined {
  if (!existsSync(lib)) return undefined
  return readdirSync(lib)
    .filter((name) => name.startsWith('napi-v'))
    .map((name) => join(lib, name, 'tfjs_binding.node'))
    .find((file) => existsSync(file))
}
