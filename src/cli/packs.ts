import { resolve } from 'node:path'
import { builtInPack, folderPack, type Pack } from '../pack/pack.ts'
import { findWorkspace } from '../workspace/config.ts'
import type { Invocation, Surroundings } from './command.ts'

/** The pack that `--exercises` names, else the workspace's own, else the built-in one. */
export async function chosenPack(
  options: Invocation['options'],
  { cwd }: Surroundings,
): Promise<Pack> {
  if (typeof options.exercises === 'string') return folderPack(resolve(cwd, options.exercises))
  const workspace = findWorkspace(cwd)
  const own = workspace?.config.exercises
  return workspace && own !== undefined ? folderPack(resolve(workspace.root, own)) : builtInPack()
}
