import { isLocale, type Locale } from '../messages/catalogue.ts'
import { translate } from '../messages/languages.ts'
import { withKind } from '../messages/render.ts'
import type {
  CheckReport,
  Counterexample,
  Evidence,
  Json,
  Recognition,
  RunReport,
} from '../report/report.ts'
import { translated } from './check-words.ts'

/** A reporter's own words, and what the record says in English, in the reader's language. */
export interface Say {
  (english: string): string
  readonly locale: Locale
}

/** The tag of a language that there is; English for any other. */
export function knownLocale(tag: string): Locale {
  return isLocale(tag) ? tag : 'en'
}

export function sayIn(locale: Locale): Say {
  return Object.assign((english: string) => translate(english, locale), { locale })
}

/** The record with all its sentences in a language, for formats that show it to people. */
export function inLanguage(report: RunReport, locale: Locale): RunReport {
  if (locale === 'en') return report
  const submissions = report.submissions.map((submission) => ({
    ...submission,
    checks: submission.checks.map((check) => checkIn(check, locale)),
  }))
  return { ...report, submissions }
}

function checkIn(check: CheckReport, locale: Locale): CheckReport {
  const message = translated(check.says, check.message, { locale })
  // Evidence often repeats the check's own sentence, which is known as data.
  const say = (english: string) =>
    english === check.message ? message : translate(english, locale)
  return {
    ...check,
    title: translate(check.title, locale),
    message,
    evidence: check.evidence.map((item) => evidenceIn(item, locale, say)),
  }
}

function evidenceIn(item: Evidence, locale: Locale, say: (english: string) => string): Evidence {
  switch (item.kind) {
    case 'counterexample': {
      return { ...item, got: valueIn(item.got, say), expected: expectedIn(item.expected, say) }
    }
    case 'note':
      return noteIn(item, locale)
    case 'source':
      return { ...item, remark: say(item.remark) }
    case 'remark':
      return { ...item, text: translated(item.says, item.text, { locale }) }
    case 'proof':
    case 'disagreement':
      return { ...item, text: say(item.text) }
    case 'measurement':
      return { ...item, name: say(item.name) }
    default:
      return item
  }
}

function expectedIn(expected: Counterexample['expected'], say: (english: string) => string) {
  if (expected.kind === 'property') return { ...expected, text: say(expected.text) }
  return expected.kind === 'value' ? { ...expected, value: valueIn(expected.value, say) } : expected
}

/** A value is the submission's own, and what it is called behind it is ours. */
function valueIn(value: Json, say: (english: string) => string): Json {
  return typeof value === 'string' ? withKind(value, say) : value
}

function noteIn(item: Recognition, locale: Locale): Recognition {
  const { says, title, hint } = item
  const remedy = says && { ...says, id: `${says.id}.do` }
  return {
    ...item,
    title: translated(says, title, { locale }),
    hint: translated(remedy, hint, { locale }),
  }
}
