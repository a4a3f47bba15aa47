import { join } from 'node:path'
import { say } from '../messages/render.ts'
import {
  type ExerciseState,
  exerciseState,
  parseState,
  printState,
  type WorkspaceState,
} from '../progress/remembered.ts'
import type { Message } from '../report/report.ts'
import { firstLink } from '../trust/links.ts'
import { readSmallFile } from '../trust/small-file.ts'
import { replaceFile } from '../whole-file.ts'

export const STATE_FILE = '.mlp-check/state.json'

export function stateFile(root: string): string {
  return join(root, STATE_FILE)
}

/** What is remembered; nothing, where the file is missing, behind a link, or not readable as one. */
export function readState(root: string): WorkspaceState {
  const file = linked(root) ? undefined : readSmallFile(stateFile(root))
  return parseState(file?.kind === 'text' ? file.text : '')
}

/**
 * Changes what is remembered of one exercise; the file is replaced as a whole. Returns why it
 * could not be kept, where it could not: nothing else depends on it.
 */
export function updateState(
  root: string,
  id: string,
  change: (before: ExerciseState) => ExerciseState,
): Message | undefined {
  const state = readState(root)
  const changed = change(exerciseState(state, id))
  const exercises = { ...state.exercises, [id]: changed }
  const next: WorkspaceState = { version: 1, last: id, exercises }
  if (linked(root)) return say('state.linked', { file: STATE_FILE })
  try {
    replaceFile(stateFile(root), printState(next))
    return undefined
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return say('state.unwritable', { file: STATE_FILE, code })
  }
}

function linked(root: string): boolean {
  return firstLink(root, stateFile(root)) !== undefined
}
