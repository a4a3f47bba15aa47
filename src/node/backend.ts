import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import { packageRoot } from '../package-root.ts'
import type { BackendReport } from '../report/report.ts'
import { type Backend, embeddedBackend } from '../tensorflow/backend.ts'
import { EMBEDDED_VERSION } from '../tensorflow/embedded-version.ts'
import type { Engine } from '../tensorflow/engine.ts'
import { loadEmbedded } from './embedded-tensorflow.ts'
import { findNativeAddon, type NativeAddon } from './native-addon.ts'

export const backendChoices = ['auto', 'tfjs-node', 'tfjs'] as const
export type BackendChoice = (typeof backendChoices)[number]

/**
 * The backend that was asked for; `auto` takes the native one where its addon is there and loads.
 * Throws a UsageError where the native one is wanted and missing.
 */
export function createBackend(choice: BackendChoice, root = packageRoot()): Backend {
  if (choice === 'tfjs') return embeddedBackend('it was asked for', loadEmbedded, commandFor(root))
  const addon = findNativeAddon(root)
  if (addon.kind !== 'present') {
    if (choice === 'tfjs-node') throw unavailable(WHY_NOT[addon.kind], commandFor(root, addon))
    return embeddedBackend(WHY_NOT[addon.kind], loadEmbedded, commandFor(root, addon))
  }
  return nativeBackend(addon, choice, root)
}

const WHY_NOT = {
  absent: '@tensorflow/tfjs-node is not installed',
  'without-addon': '@tensorflow/tfjs-node is installed without its native addon',
} as const

function unavailable(why: string, command: string): UsageError {
  return new UsageError(`the backend tfjs-node cannot be used: ${why}`, `to enable it: ${command}`)
}

/** What makes the native backend work here. */
function commandFor(root: string, addon: NativeAddon = findNativeAddon(root)): string {
  if (addon.kind === 'present') return '--backend tfjs-node'
  return `node ${JSON.stringify(join(root, 'scripts', 'build-tfjs-node.js'))}`
}

function nativeBackend(
  addon: Extract<NativeAddon, { kind: 'present' }>,
  choice: 'auto' | 'tfjs-node',
  root: string,
): Backend {
  const why = choice === 'auto' ? 'its native addon is installed' : 'it was asked for'
  let report: BackendReport = { name: 'tfjs-node', version: addon.version, why }
  let other: ReturnType<Backend['other']> = { name: 'tfjs', command: '--backend tfjs' }
  let engine: Promise<Engine> | undefined
  const load = async (): Promise<Engine> => {
    const { loadNative } = await import('./native.ts')
    try {
      return loadNative(addon)
    } catch (error) {
      const reason = `the native addon does not load (${shortly(error)})`
      const repair = commandFor(root, { kind: 'without-addon', folder: addon.folder })
      if (choice === 'tfjs-node') throw unavailable(reason, repair)
      report = { name: 'tfjs', version: EMBEDDED_VERSION, why: reason }
      other = { name: 'tfjs-node', command: repair }
      return loadEmbedded()
    }
  }
  return {
    report: () => report,
    other: () => other,
    load: () => {
      engine ??= load()
      return engine
    },
  }
}

/** Without paths: reports are the same on every machine. */
function shortly(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error) return String(error.code)
  return error.message.trim().split('\n')[0] ?? error.name
}
