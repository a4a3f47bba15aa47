import type { Cause, Recognition } from '../report/report.ts'
import type { ListedCheck } from './checks-of.ts'
import type { Say } from './in-language.ts'

/** A rule of SARIF, `reportingDescriptor`, in what readers of it show. */
export interface SarifRule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
  readonly help: { readonly text: string }
}

/**
 * A recognised mistake is a rule of its exercise, with its hint for help: two exercises may mean
 * different things by one name. What nobody recognised has its cause for a rule.
 */
export function ruleOf({ submission, check }: ListedCheck, say: Say): SarifRule {
  const { note } = check
  const recognised = check.evidence.find(
    (piece): piece is Recognition => piece.kind === 'note' && piece.note === note,
  )
  if (recognised !== undefined) {
    return rule(`${submission.exercise}/${recognised.note}`, recognised.title, recognised.hint)
  }
  const [title, help] = check.cause === undefined ? FRAGILE : CAUSES[check.cause]
  return rule(check.cause ?? 'warning', say(title), say(help))
}

function rule(id: string, title: string, help: string): SarifRule {
  return { id, shortDescription: { text: title }, help: { text: help } }
}

type Texts = readonly [title: string, help: string]

const FRAGILE: Texts = [
  'A right formula that is fragile',
  'It counts as passed. The message says at which inputs the arithmetic leaves the formula.',
]

const CAUSES: Readonly<Record<Cause, Texts>> = {
  'wrong-answer': [
    'A wrong answer that is no known mistake',
    'Start from the smallest input that the message names, and compute what is expected by hand.',
  ],
  'missing-file': [
    'There is no answer',
    'Write the answer to the file that is named, or name the file that it is in.',
  ],
  unreadable: [
    'The file cannot be read as text',
    'Save it as UTF-8 text, without links to elsewhere.',
  ],
  'does-not-parse': [
    'The file is not TypeScript',
    'The first error is the one to mend: later ones often follow from it.',
  ],
  'missing-export': ['A function is missing', 'Export it by the name that the exercise asks for.'],
  forbidden: ['What the exercise forbids', 'The statement of the exercise says what may be used.'],
  crashed: ['The function throws', 'The message says at which input, and what was thrown.'],
  'did-not-finish': [
    'The function does not finish',
    'Look for a loop whose condition never becomes false at the input that is named.',
  ],
  'out-of-memory': [
    'The function takes too much memory',
    'Look for an array that grows, or a call of itself, without an end.',
  ],
  'not-deterministic': [
    'The same input gives different results',
    'A function of mathematics keeps nothing from call to call and draws nothing at random.',
  ],
  dependency: ['Not asked', 'It is asked once the checks that it depends on pass.'],
  exercise: ['The exercise is at fault', 'Tell whoever keeps the exercises.'],
  machine: ['The machine is at fault', 'Judge it again, and tell the teaching staff.'],
}
