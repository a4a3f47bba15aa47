import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { SpecProblem } from '../errors.ts'
import type { Exercise, Translation } from '../exercise.ts'
import {
  hashOfTexts,
  hasOwnTitle,
  hasReason,
  isList,
  TRANSLATED,
  type TranslatedFile,
  translatedFile,
} from '../pack/translate.ts'
import { readText } from '../read-text.ts'
import { tokensOf } from '../source/faults/tokens.ts'
import type { ExerciseBench, Place } from './bench.ts'
import { signaturesAt } from './places.ts'

/** A translation says all that the original says, of the texts as they are now. */
export async function lintTranslations(
  exercise: Exercise,
  bench: ExerciseBench,
): Promise<SpecProblem[]> {
  const found = await Promise.all(TRANSLATED.map((locale) => lintOne(exercise, bench, locale)))
  return found.flat()
}

async function lintOne(
  exercise: Exercise,
  bench: ExerciseBench,
  locale: string,
): Promise<SpecProblem[]> {
  const statement = await pairOf(exercise, bench, { name: 'README.md', locale })
  const starter = await pairOf(exercise, bench, { name: 'starter.ts', locale })
  const words = exercise.translations?.[locale]
  if (words === undefined) {
    const message = `has no translations: ${locale}: … beside it in exercise.yaml`
    const alone = [statement, starter].filter(({ own }) => own !== undefined)
    return alone.map(({ file }) => ({ file, message }))
  }
  const place = bench.placeOf(['translations', locale])
  const lacking = untranslated(exercise, words)
  const { original } = statement
  return [
    ...missingFile(statement, 'the statement'),
    ...missingFile(starter, 'the starter'),
    ...statementProblems(exercise, statement),
    ...starterProblems(starter),
    ...(lacking.length === 0
      ? []
      : [{ ...place, message: `translations.${locale} lacks ${lacking.join(', ')}` }]),
    ...(original === undefined ? [] : staleness(exercise, words, { original, locale, place })),
  ]
}

/** A file that people read, and its translation; what is not there is undefined. */
interface Pair {
  readonly original: string | undefined
  readonly own: string | undefined
  /** The translation's, as it is shown. */
  readonly file: string
}

async function pairOf(
  { folder }: Exercise,
  bench: ExerciseBench,
  { name, locale }: { readonly name: TranslatedFile; readonly locale: string },
): Promise<Pair> {
  const translation = translatedFile(name, locale)
  const read = (file: string) =>
    readText(join(bench.exercises, folder, file)).catch(() => undefined)
  const [original, own] = await Promise.all([read(name), read(translation)])
  return { original, own, file: `${bench.shownAs.exercises}/${folder}/${translation}` }
}

function missingFile({ original, own, file }: Pair, what: string): SpecProblem[] {
  if (original === undefined || own !== undefined) return []
  return [{ file, message: `is missing: ${what} in this language` }]
}

/** Who reads another language writes the same program. */
function starterProblems({ original, own, file }: Pair): SpecProblem[] {
  const code = (text = '') => tokensOf(text).map((token) => token.text)
  if (own === undefined || isDeepStrictEqual(code(own), code(original))) return []
  return [{ file, message: 'is other code than starter.ts: only comments are translated' }]
}

function untranslated(exercise: Exercise, words: Translation): readonly string[] {
  const lack = (names: readonly string[], known: object | undefined, what: string) =>
    names.filter((name) => !Object.hasOwn(known ?? {}, name)).map((name) => `${what} ${name}`)
  return [
    ...(words.title === undefined ? ['title'] : []),
    ...(words.source === undefined ? ['source'] : []),
    ...(words.hints === undefined ? ['hints'] : []),
    ...lack(Object.keys(exercise.functions), words.functions, 'the function'),
    ...lack(
      exercise.checks.filter(hasOwnTitle).map(({ id }) => id),
      words.checks,
      'the check',
    ),
    ...lack(
      exercise.checks.filter(hasReason).map(({ id }) => id),
      words.because,
      'the reason of',
    ),
    ...lack([...new Set(exercise.mistakes.map(({ note }) => note))], words.mistakes, 'the mistake'),
    ...saidAsOne(exercise, words).map((note) => `a list for the mistakes ${note}`),
    ...lack(Object.keys(exercise.solutions?.teaches ?? {}), words.teaches, 'what is taught by'),
  ]
}

/** Notes of mistakes that say different things, whose translation says one thing of them all. */
function saidAsOne({ mistakes }: Exercise, words: Translation): readonly string[] {
  return Object.entries(words.mistakes ?? {}).flatMap(([note, said]) => {
    const meant = mistakes.filter((mistake) => mistake.note === note)
    const different = new Set(meant.map(({ title, hint }) => `${title}\n${hint}`)).size > 1
    return different && !isList(said) ? [note] : []
  })
}

/** A statement is found and read by what every statement has. */
function statementProblems(exercise: Exercise, { own: text, file }: Pair): SpecProblem[] {
  if (text === undefined) return []
  const unnamed = Object.keys(exercise.functions).filter((name) => !text.includes(`${name}(`))
  return [
    ...(text.startsWith(`# ${exercise.id}: `)
      ? []
      : [{ file, line: 1, message: `should begin with "# ${exercise.id}: " and the title` }]),
    ...unnamed.map((name) => ({
      file,
      ...signaturesAt(text),
      message: `does not show the signature of ${name}`,
    })),
  ]
}

function staleness(
  exercise: Exercise,
  { of }: Translation,
  {
    original,
    locale,
    place,
  }: { readonly original: string; readonly locale: string; readonly place: Place },
): SpecProblem[] {
  const hash = hashOfTexts(exercise, original)
  if (of === hash) return []
  const message =
    of === undefined
      ? `translations.${locale} does not say which texts it is of`
      : `translations.${locale} is of earlier texts: the statement, a title, the source, a hint, a summary, a reason or what a solution teaches has changed since`
  return [{ ...place, message, advice: `bring it up to date, and write of: "${hash}"` }]
}
