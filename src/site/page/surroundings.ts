import type { Grader } from '../../browser/open-grader.ts'
import type { Work } from '../../progress/saved-work.ts'
import type { CourseOutline } from '../course-data.ts'
import type { Speech } from './speech.ts'

/** What every part of the page may use: given, never looked for. */
export interface Surroundings {
  readonly outline: CourseOutline
  readonly speech: Speech
  readonly work: () => Work
  /** Keeps the work and shows it in the list. */
  readonly keep: (work: Work) => void
  /** Loaded with the first answer that is judged. */
  readonly grader: () => Grader
  /** A sentence for whoever looks or listens, with what can be done about it. */
  readonly tell: (text: string, ...actions: readonly HTMLElement[]) => void
  /** Whether this is one exercise within somebody else's page. */
  readonly embedded: boolean
}
