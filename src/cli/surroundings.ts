import { UsageError } from '../errors.ts'
import { type Boundary, boundaryFor } from '../trust/boundary.ts'
import { findWorkspace, type Workspace } from '../workspace/config.ts'
import type { Invocation, Surroundings, World } from './command.ts'

/** The world with what a command may believe of it. @throws UsageError for a broken config */
export function surroundingsFor(
  command: string,
  { exercises }: Invocation['options'],
  world: World,
): Surroundings {
  const trust = boundaryFor({ command, exercises, env: world.env })
  return { ...world, trust, workspace: workspaceAround(world, trust) }
}

/** The workspace around the current folder, where its settings are to be followed. */
function workspaceAround({ cwd, stderr }: World, trust: Boundary): Workspace | undefined {
  if (trust.settings !== 'all') return undefined
  try {
    return findWorkspace(cwd)
  } catch (error) {
    // Whoever names the exercises needs nothing of it: a broken one stops nobody.
    if (!(error instanceof UsageError) || trust.pack.from === 'workspace') throw error
    stderr.write(`mlp-check: ${error.message}\n`)
    return undefined
  }
}
