import type { SubmissionReport } from '../../report/report.ts'
import { capitalised, sentence } from '../../reporters/check-words.ts'
import { el } from './dom.ts'
import { proofView } from './evidence-view.ts'
import type { Speech } from './speech.ts'

/** What is known for every x, and not only at points: of each function, with the formula it computes. */
export function proofsView({ checks }: SubmissionReport, speech: Speech): readonly Node[] {
  const proofs = checks.filter(({ kind, status }) => kind === 'proof' && status === 'passed')
  const shown = proofs.map((check) =>
    el(
      'div',
      { class: 'proof' },
      el('h3', {}, check.function ?? check.title),
      el('p', {}, capitalised(sentence(check, speech), check)),
      ...check.evidence.map((item) =>
        item.kind === 'proof' ? proofView({ ...item, text: '' }, speech) : undefined,
      ),
    ),
  )
  return shown.length === 0 ? [] : [el('h2', {}, speech.speak('page.proof')), ...shown]
}
