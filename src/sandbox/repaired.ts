import type { Repair } from '../policy/observations/observe.ts'
import type { Json } from '../report/report.ts'
import type { CallResult, SubmissionSource } from '../session.ts'
import { applyEdits } from '../source/edits.ts'
import { callEach } from './ask-for-data.ts'
import type { OwnGuest } from './own-guest.ts'

/** The submission with something else in one of its texts. */
export function repaired(source: SubmissionSource, { path, edit }: Repair): SubmissionSource {
  const edited = (text: string) => applyEdits(text, [edit]).text
  if (path === '') return { ...source, text: edited(source.text) }
  const text = edited(source.siblings[path] ?? '')
  return { ...source, siblings: { ...source.siblings, [path]: text } }
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
