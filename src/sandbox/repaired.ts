import type { Repair } from '../policy/observations/observe.ts'
import type { Json } from '../report/report.ts'
import type { CallResult, SubmissionSource } from '../session.ts'
import { applyEdits } from '../source/edits.ts'
import { callEach } from './ask-for-data.ts'
import type { OwnGuest } from './own-guest.ts'

/** The submission with something else in some of its texts. */
export function repaired(source: SubmissionSource, repairs: readonly Repair[]): SubmissionSource {
  const edited = (text: string, path: string) => {
    const edits = repairs.filter((repair) => repair.path === path).map(({ edit }) => edit)
    return applyEdits(text, edits).text
  }
  const siblings = Object.entries(source.siblings).map(([path, text]) => [path, edited(text, path)])
  return { ...source, text: edited(source.text, ''), siblings: Object.fromEntries(siblings) }
}

/** What a function gives at one call. */
export function answerAt(own: OwnGuest, call: readonly Json[]): CallResult {
  const answers: CallResult[] = []
  callEach(own, [call], (answer) => {
    answers.push(answer)
    return false
  })
  const [answer] = answers
  if (answer === undefined) throw new Error('one call has one answer')
  return answer
}
