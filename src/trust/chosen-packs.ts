import { isAbsolute, join } from 'node:path'
import { writeFileWhole } from '../whole-file.ts'
import { realPlace } from './links.ts'
import { readSmallFile } from './small-file.ts'

/**
 * The folders of exercises that this user chose on this machine, with `init --exercises`. A
 * workspace that names one of them may have its `reference.ts` run; a folder that was downloaded,
 * and names exercises of its own, may not.
 */
interface ChosenPacks {
  readonly version: 1
  readonly folders: readonly string[]
}

type Environment = { readonly [name: string]: string | undefined }

export function isChosen(folder: string, env: Environment): boolean {
  const file = recordFile(env)
  return file !== undefined && read(file).includes(realPlace(folder))
}

/** Remembers a choice. False where the user has no folder of settings to keep it in. */
export async function choosePack(folder: string, env: Environment): Promise<boolean> {
  const file = recordFile(env)
  if (file === undefined) return false
  const folders = [...new Set([...read(file), realPlace(folder)])].sort()
  const chosen: ChosenPacks = { version: 1, folders }
  return writeFileWhole(file, `${JSON.stringify(chosen, null, 2)}\n`).then(
    () => true,
    () => false,
  )
}

function read(file: string): readonly string[] {
  const found = readSmallFile(file)
  if (found.kind !== 'text') return []
  try {
    const { version, folders } = JSON.parse(found.text) as Partial<ChosenPacks>
    return version === 1 && Array.isArray(folders) ? folders.map(String) : []
  } catch {
    return []
  }
}

/** In the user's own settings, where nobody else writes. */
function recordFile(env: Environment): string | undefined {
  const folder =
    process.platform === 'win32'
      ? env.APPDATA
      : env.XDG_CONFIG_HOME || (env.HOME && join(env.HOME, '.config'))
  if (!folder || !isAbsolute(folder)) return undefined
  return join(folder, 'mlp-check', 'chosen-packs.json')
}
