import { parseState, printState, type WorkspaceState } from './remembered.ts'

/** What a workspace remembers, and the answers themselves: the page has no files. */
export interface Work extends WorkspaceState {
  readonly answers: { readonly [exercise: string]: string }
}

/** What was saved; nothing of it where it is not readable. Whoever edits the file may write anything. */
export function parseWork(text: string): Work {
  return { ...parseState(text), answers: answersIn(text) }
}

function answersIn(text: string): Work['answers'] {
  try {
    const { answers } = JSON.parse(text)
    const entries = Object.entries({ ...answers })
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}

/** The file that people keep, and that a workspace's `.mlp-check/state.json` may be. */
export function printWork(work: Work): string {
  return printState(work)
}

export function isEmpty({ exercises, answers }: Work): boolean {
  return Object.keys({ ...exercises, ...answers }).length === 0
}

export function answerOf({ answers }: Work, id: string): string | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined
}
