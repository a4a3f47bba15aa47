import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

type Environment = { readonly [name: string]: string | undefined }

/**
 * MLP_CHECK_CACHE, or the folder that the system has for caches. Undefined where the user has no
 * home: a folder that everybody may write to would let others plant wrong tables.
 */
export function cacheFolder(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const own = environment.MLP_CHECK_CACHE
  if (own !== undefined && own !== '') return own
  const { isAbsolute, join } = platform === 'win32' ? win32 : posix
  const base = systemFolder(environment, platform)
  return base === undefined || !isAbsolute(base) ? undefined : join(base, 'mlp-check')
}

function systemFolder(environment: Environment, platform: NodeJS.Platform): string | undefined {
  // The specification of XDG ignores relative paths.
  const xdg = environment.XDG_CACHE_HOME
  if (xdg !== undefined && posix.isAbsolute(xdg) && platform !== 'win32') return xdg
  if (platform === 'win32') return environment.LOCALAPPDATA
  const home = homeOf(environment)
  if (home === undefined) return undefined
  return platform === 'darwin' ? posix.join(home, 'Library', 'Caches') : posix.join(home, '.cache')
}

function homeOf(environment: Environment): string | undefined {
  if (environment.HOME !== undefined && environment.HOME !== '') return environment.HOME
  try {
    return homedir() || undefined
  } catch {
    return undefined
  }
}
