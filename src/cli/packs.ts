import { resolve } from 'node:path'
import { builtInPack, folderPack, type Pack } from '../exercise/pack.ts'
import type { Invocation, Surroundings } from './command.ts'

/** The pack that `--exercises` names, else the built-in one. */
export async function chosenPack(
  options: Invocation['options'],
  { cwd }: Surroundings,
): Promise<Pack> {
  const folder = options.exercises
  return typeof folder === 'string' ? folderPack(resolve(cwd, folder)) : builtInPack()
}
