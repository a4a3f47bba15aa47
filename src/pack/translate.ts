import { createHash } from 'node:crypto'
import type { CheckSpec, Exercise, MistakeSpec, MistakeWords, Translation } from '../exercise.ts'
import { withoutReturns } from '../text/lines.ts'
import type { Pack } from './pack.ts'

/** Languages that an author's texts may be translated into: those that reports are written in. */
export const TRANSLATED = ['zh-CN'] as const

/** The pack with its authors' texts in a language, as far as they were translated. */
export function inLanguage(pack: Pack, locale: string): Pack {
  if (locale === 'en') return pack
  return {
    ...pack,
    entries: pack.entries.map((entry) => {
      const title = entry.titles?.[locale]
      return title === undefined ? entry : { ...entry, title }
    }),
    load: (entry) => exerciseIn(pack.load(entry), locale),
  }
}

/** What authors wrote for people, each text beside what it is in a language, where it was translated. */
export function authorsWords(exercise: Exercise, locale: string): readonly TextPair[] {
  return locale === 'en' ? [] : pairs(exercise, exerciseIn(exercise, locale))
}

export type TextPair = readonly [written: string, translated: string]

/** Every text of the one beside the text in its place of the other, where they differ. */
function pairs(one: unknown, other: unknown): readonly TextPair[] {
  if (one === other) return []
  if (typeof one === 'string' && typeof other === 'string') return [[one, other]]
  if (typeof one !== 'object' || one === null) return []
  const beside = other as { readonly [key: string]: unknown }
  return Object.entries(one).flatMap(([key, value]) => pairs(value, beside[key]))
}

/** A record with its authors' texts in another language: whole texts, wherever they stand. */
export function withWords<T>(record: T, words: readonly TextPair[]): T {
  if (words.length === 0) return record
  const translations = new Map(words)
  return JSON.parse(JSON.stringify(record), (_key, value) =>
    typeof value === 'string' ? (translations.get(value) ?? value) : value,
  )
}

/** The exercise with its authors' texts in a language; what is not translated stays as it is. */
export function exerciseIn(exercise: Exercise, locale: string): Exercise {
  const words = exercise.translations?.[locale]
  return words === undefined ? exercise : { ...exercise, ...translatedTexts(exercise, words) }
}

function translatedTexts(exercise: Exercise, words: Translation): Partial<Exercise> {
  const { title = exercise.title, source = exercise.source, hints = exercise.hints } = words
  return {
    title,
    source,
    hints,
    functions: Object.fromEntries(
      Object.entries(exercise.functions).map(([name, spec]) => {
        const { summary = spec.summary } = { summary: words.functions?.[name] }
        return [name, { ...spec, summary }]
      }),
    ),
    checks: exercise.checks.map((check) => translatedCheck(check, words)),
    mistakes: exercise.mistakes.map((mistake) => ({
      ...mistake,
      ...wordsFor(mistake, exercise.mistakes, words),
    })),
    ...(exercise.solutions && {
      solutions: {
        ...exercise.solutions,
        teaches: { ...exercise.solutions.teaches, ...words.teaches },
      },
    }),
  }
}

function translatedCheck(check: CheckSpec, words: Translation): CheckSpec {
  const because = words.because?.[check.id]
  return {
    ...check,
    title: words.checks?.[check.id] ?? check.title,
    ...(because !== undefined && { options: { ...check.options, because } }),
  }
}

/** Mistakes of one note are told apart by their order. */
function wordsFor(
  mistake: MistakeSpec,
  mistakes: readonly MistakeSpec[],
  words: Translation,
): MistakeWords | undefined {
  const said = words.mistakes?.[mistake.note]
  if (!isList(said)) return said
  return said[mistakes.filter(({ note }) => note === mistake.note).indexOf(mistake)]
}

/** Whether mistakes of one note have words of their own each. */
export function isList(
  said: MistakeWords | readonly MistakeWords[] | undefined,
): said is readonly MistakeWords[] {
  return Array.isArray(said)
}

/** Files of an exercise that people read. */
export type TranslatedFile = 'README.md' | 'starter.ts'

/** The same in a language, beside it: `README.zh-CN.md`. */
export function translatedFile(name: TranslatedFile, locale: string): string {
  return locale === 'en' ? name : name.replace('.', `.${locale}.`)
}

const DIGITS = 12

/** Names the texts that a translation is of: what the author wrote for people to read. */
export function hashOfTexts(exercise: Exercise, statement: string): string {
  const texts = [
    exercise.title,
    exercise.source,
    exercise.hints,
    Object.values(exercise.functions).map(({ name, summary }) => [name, summary]),
    exercise.checks.filter(hasOwnTitle).map(({ id, title }) => [id, title]),
    exercise.mistakes.map(({ note, title, hint }) => [note, title, hint]),
    ...exercise.checks.filter(hasReason).map(({ id, options }) => [id, options.because]),
    withoutReturns(statement),
    ...Object.entries(exercise.solutions?.teaches ?? {}),
  ]
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, DIGITS)
}

/** Whether the author gave it; `cube: value` is the checker's own. */
export function hasOwnTitle({ title, function: target, kind }: CheckSpec): boolean {
  return title !== `${target ?? 'the file'}: ${kind}`
}

/** Whether its author says why it is asked: a rule of how an answer is written. */
export function hasReason({ options }: CheckSpec): boolean {
  return typeof options.because === 'string'
}
