import type { RunRecord } from '../session.ts'

/** The record of one function, over all the guests that it ran in. */
export class RunNotes {
  readonly #loading = new Set<string>()
  readonly #running = new Set<string>()
  #asked = 0
  #answers = 0

  /** So many points or calls were asked for, and so many gave something. */
  count(asked: number, answers: number): void {
    this.#asked += asked
    this.#answers += answers
  }

  add(when: 'loading' | 'running', names: readonly string[]): void {
    const noted = when === 'loading' ? this.#loading : this.#running
    for (const name of names) noted.add(name)
  }

  get record(): RunRecord {
    const [asked, answers] = [this.#asked, this.#answers]
    return { loading: [...this.#loading], running: [...this.#running], asked, answers }
  }
}

export const NOTHING_RAN: RunRecord = { loading: [], running: [], asked: 0, answers: 0 }

/** What two threads noted of one function, one after the other. */
export function joinedRecords(one: RunRecord, other: RunRecord): RunRecord {
  const both = (when: 'loading' | 'running') => [...new Set([...one[when], ...other[when]])]
  return {
    loading: both('loading'),
    running: both('running'),
    asked: one.asked + other.asked,
    answers: one.answers + other.answers,
  }
}
