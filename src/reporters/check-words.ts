import type { MessageId } from '../messages/catalogue.ts'
import { english } from '../messages/catalogue.ts'
import { translate } from '../messages/languages.ts'
import { findIn } from '../messages/part.ts'
import { render, type speaker } from '../messages/render.ts'
import type { CheckReport, Counterexample, Evidence, Message } from '../report/report.ts'
import { cleanText } from '../text/clean-text.ts'

/** A language, as whatever is written for people has it. */
export interface Spoken {
  readonly locale: Parameters<typeof speaker>[0]
  readonly speak: ReturnType<typeof speaker>
}

/** The order in which evidence helps: the smallest example, how far it goes, why, where, how. */
const ORDER: readonly Evidence['kind'][] = [
  'counterexample',
  'spread',
  'curve',
  'note',
  'arithmetic',
  'proof',
  'measurement',
  'disagreement',
  'source',
  'remark',
]

/** What the source itself says explains most, and stands first. */
const SOURCE_FIRST: readonly Evidence['kind'][] = [
  'source',
  'note',
  ...ORDER.filter((kind) => kind !== 'source' && kind !== 'note'),
]

export function evidenceOrder({ evidence }: CheckReport): readonly Evidence['kind'][] {
  const isSaid = evidence.some((item) => item.kind === 'note' && item.says !== undefined)
  return isSaid ? SOURCE_FIRST : ORDER
}

/** The check's sentence in the reader's language. */
export function sentence(check: CheckReport, spoken: Pick<Spoken, 'locale'>): string {
  return translated(check.says, check.message, spoken)
}

/** What is said in English, in the reader's language, where it is data as well. */
export function translated(
  says: Message | undefined,
  message: string,
  { locale }: Pick<Spoken, 'locale'>,
): string {
  if (locale === 'en') return message
  if (says === undefined) return translate(message, locale)
  try {
    return cleanText(render(says, locale), 4000)
  } catch {
    // A saved record may lack what fills the sentence's gaps.
    return message
  }
}

/** What the check asked, where the catalogue has a sentence for its kind. */
export function asked(check: CheckReport, { speak }: Pick<Spoken, 'speak'>): string {
  const id = `asked.${check.kind}`
  const known = findIn(english, id) !== undefined && check.function !== undefined
  const wrongAnswer = check.cause === 'wrong-answer' || check.cause === undefined
  if (!known || !wrongAnswer) return ''
  return speak(id as MessageId, { function: check.function ?? '' })
}

/** A piece of evidence often repeats the check's own sentence: once is enough. */
export function unsaid(item: Evidence, { message }: CheckReport): Evidence {
  if (item.kind === 'source' && message.includes(item.remark)) return { ...item, remark: '' }
  if (item.kind === 'proof' && message.includes(item.text)) return { ...item, text: '' }
  return item
}

/** What a declaration's place says of itself, in each language. */
const NAMES_ITS_MARK = /^`[\w$]+`( is defined here| 的定义在这里)$/

/** In short, what the line above it shows already is not said: the name that the caret marks, a reference that agrees. */
export function briefly(item: Evidence): Evidence {
  if (item.kind === 'source' && NAMES_ITS_MARK.test(item.remark)) {
    return { ...item, remark: '' }
  }
  if (item.kind !== 'counterexample' || !referencesAgree(item)) return item
  const { references: _, ...others } = item
  return others
}

function referencesAgree({ expected, references, tolerance }: Counterexample): boolean {
  const { tensorflow } = references ?? {}
  if (expected.kind !== 'value' || tensorflow === undefined || tolerance === undefined) return false
  return Math.abs(Number(tensorflow) - Number(expected.value)) <= tolerance
}

/** A sentence as one begins and ends. */
export function capitalised(text: string, { function: name, says }: CheckReport): string {
  const word = /^[a-z]+(?=\s)/.exec(text)?.[0]
  // The name of a function keeps its case, whatever it is called.
  const names: readonly unknown[] = [name, ...Object.values(says?.values ?? {})]
  const full =
    word === undefined || names.includes(word) ? text : `${text[0]?.toUpperCase()}${text.slice(1)}`
  return ended(full)
}

/** With the full stop of its language, where it has no other end. */
export function ended(text: string): string {
  if (/[.!?。！？…]$/.test(text)) return text
  return /\p{Script=Han}/u.test(text) ? `${text}。` : `${text}.`
}

/** A mistake shows in several checks of a function; it is explained at the first. */
export function eachNoteOnce(checks: readonly CheckReport[]): readonly CheckReport[] {
  return checks.map((check, index) => {
    const again = checks
      .slice(0, index)
      .some(({ note, function: name }) => note === check.note && name === check.function)
    if (!again || check.note === undefined) return check
    return { ...check, evidence: check.evidence.filter(({ kind }) => kind !== 'note') }
  })
}

/** A derivative that fits the student's own function is half an answer: that is worth saying there. */
export function ownDerivative(
  check: CheckReport,
  checks: readonly CheckReport[],
  spoken: Spoken,
): string | undefined {
  if (check.kind !== 'derivative') return undefined
  const own = checks.find(
    ({ function: name, says }) => name === check.function && says?.id === 'consistency.own',
  )
  return own && capitalised(sentence(own, spoken), own)
}
