import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { World } from './command.ts'

/**
 * The folder that a platform calls the root when it shows results beside lines: the nearest above
 * that Git keeps, wherever a job has checked it out; without one, the workspace of a job on GitHub.
 */
export function repositoryRoot({ cwd, env }: Pick<World, 'cwd' | 'env'>): string | undefined {
  return gitRoot(cwd) ?? workspaceAround(cwd, env.GITHUB_WORKSPACE)
}

function workspaceAround(cwd: string, given: string | undefined): string | undefined {
  const workspace = given ? realPath(given) : undefined
  return workspace !== undefined && liesIn(workspace, cwd) ? workspace : undefined
}

/** In a worktree and in a submodule `.git` is a file. */
export function gitRoot(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : gitRoot(parent)
}

/** The current folder is known by its real path; a variable may lead through links. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function liesIn(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
