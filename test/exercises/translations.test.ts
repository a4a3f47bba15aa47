import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Exercise, MistakeWords } from '../../src/exercise.ts'
import type { ExerciseBench } from '../../src/lint/bench.ts'
import { lintTranslations } from '../../src/lint/translations.ts'
import { loadPack } from '../../src/pack/load.ts'
import { builtInPack } from '../../src/pack/pack.ts'
import { inLanguage, TRANSLATED, translatedFile } from '../../src/pack/translate.ts'
import { packageRoot } from '../../src/package-root.ts'
import { tokensOf } from '../../src/source/faults/tokens.ts'

/** What ships is whole in every language, and says the same in each, to the last number. */
const packs = ['exercises', 'packs/d2l-more/exercises']
const shipped = await Promise.all(
  packs.map(async (pack) => {
    const exercises = await loadPack(join(packageRoot(), pack))
    return exercises.map((exercise) => [exercise.id, pack, exercise] as const)
  }),
)
type Shipped = (typeof shipped)[number][number]
const rows = shipped.flat().flatMap((row) => TRANSLATED.map((locale) => [...row, locale] as const))

const HAN = /\p{Script=Han}/u
const FENCE = /^```ts\n([\s\S]*?)^```$/gm

const codeIn = (text: string) =>
  [...text.matchAll(FENCE)].map(([, code = '']) => tokensOf(code).map((token) => token.text))
const outsideCode = (text: string) => text.replaceAll(FENCE, '')
const numbersIn = (text: string) =>
  (outsideCode(text).match(/\d+(?:\.\d+)?(?:e[+-]?\d+)?/g) ?? []).toSorted()
const spansIn = (text: string) => (outsideCode(text).match(/`[^`\n]+`/g) ?? []).toSorted()
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
const formulasIn = (text: string) =>
  linesOf(outsideCode(text)).filter((line) => line.startsWith('    '))
const proseIn = (text: string) =>
  linesOf(outsideCode(text))
    .filter((line) => !/^(?: {4}|>)/.test(line))
    .join('\n')
    .replaceAll(/`[^`\n]+`/g, '`')

/** Sentences keep the rules of setting: full-width signs, and spaces around what is Latin. */
function settingFaults(text: string): readonly string[] {
  const plain = text.replaceAll(/https?:\S+/g, '')
  return [
    ...(plain.match(/.?\p{Script=Han}[\w`].?/gu) ?? []),
    ...(plain.match(/.?[\w`]\p{Script=Han}.?/gu) ?? []).filter((found) => !found.includes('`')),
    ...(plain.match(/.?\p{Script=Han} ?[,;:?!].?/gu) ?? []),
    ...(plain.match(/.?[，。；：？！、）（] .?/g) ?? []),
  ]
}

/** Words that only a sentence has, and no formula. */
const ENGLISH =
  /\b(?:the|an|of|is|are|and|or|with|from|not|it|its|if|what|which|this|that|be|by|as)\b/i

describe.each(rows)('%s', (_id, pack, exercise, locale) => {
  const read = (name: string) =>
    readFileSync(join(packageRoot(), pack, exercise.folder, name), 'utf8')
  const original = read('README.md')
  const statement = read(translatedFile('README.md', locale))

  it('lacks nothing, and is of the texts as they are', async () => {
    expect(exercise.translations?.[locale]).toBeDefined()
    expect(await lintTranslations(exercise, benchOf(pack))).toEqual([])
  })

  it('has the same code, but for comments', () => {
    expect(codeIn(statement)).toEqual(codeIn(original))
  })

  it('has the same numbers and names', () => {
    expect(numbersIn(statement)).toEqual(numbersIn(original))
    expect(spansIn(statement)).toEqual(spansIn(original))
  })

  it('has the same formulas and examples', () => {
    const formulas = formulasIn(statement)
    expect(formulas.length).toBe(formulasIn(original).length)
    const names = new Set(formulasIn(original).join(' ').split(/\W+/))
    for (const [at, formula] of formulas.entries()) {
      if (!HAN.test(formula)) expect(formula).toBe(formulasIn(original)[at])
      else expect(formula.match(/\w+/g)?.filter((name) => !names.has(name)) ?? []).toEqual([])
    }
  })

  it('leaves no paragraph out', () => {
    expect(linesOf(statement).length).toBe(linesOf(original).length)
  })

  it('says of sizes and tolerances what the original says', () => {
    const promised = (pattern: RegExp, text: string) =>
      [...text.matchAll(pattern)].map(([, number]) => number)
    expect(promised(/至多[有各 ]*(\d+)/g, statement)).toEqual(
      expect.arrayContaining(promised(/up to (\d+)\b(?!\.|e-)/g, proseIn(original))),
    )
    expect(promised(/(\d[\w.-]*) 以内/g, statement)).toEqual(
      expect.arrayContaining(promised(/within (\d[\d.e-]*\d)/g, proseIn(original))),
    )
    const says = (text: string, sentences: readonly RegExp[]) =>
      sentences.map((sentence) => sentence.test(text))
    expect(says(statement, [/都单独调用/, /参数可以改动/, /不得改动/])).toEqual(
      says(original, [
        /called alone/,
        /may be changed/,
        /[Ll]eave [^.]* (?:unchanged|as they are)/,
      ]),
    )
  })

  it('is set and written as its language is', () => {
    const texts = [proseIn(statement), ...wordsOf(exercise, locale).map(([, said]) => said)]
    expect(texts.flatMap(settingFaults)).toEqual([])
    expect(texts.filter((text) => ENGLISH.test(text))).toEqual([])
  })

  it('has the same numbers in every hint and note', () => {
    for (const [text, said] of wordsOf(exercise, locale)) {
      expect(numbersIn(said), said).toEqual(numbersIn(text))
    }
  })
})

function benchOf(pack: string): ExerciseBench {
  const bench: Partial<ExerciseBench> = {
    exercises: join(packageRoot(), pack),
    shownAs: { exercises: pack, solutions: '' },
    placeOf: () => ({ file: 'exercise.yaml' }),
  }
  return bench as ExerciseBench
}

describe('mistakes of one note', () => {
  const [, pack, prelu] = shipped.flat().find(([id]) => id === 'ex2') as Shipped
  const words = prelu.translations?.['zh-CN']
  const notes = words?.mistakes ?? {}
  const problems = async (mistakes: typeof notes) => {
    const translations = { 'zh-CN': { ...words, mistakes } }
    const found = await lintTranslations({ ...prelu, translations }, benchOf(pack))
    return found.map(({ message }) => message).join()
  }

  it('say each what it says in the original', () => {
    const { load, entries } = inLanguage(builtInPack(), 'zh-CN')
    const { mistakes } = load(entries.find(({ id }) => id === 'ex2') as never)
    const said = mistakes.filter(({ note }) => note === 'other-variable')
    expect(said.map((mistake) => [mistake.function, mistake.title])).toEqual([
      ['dprelu', '写成了对 alpha 的导数，而不是对 x 的导数'],
      ['dpreluDalpha', '写成了对 x 的导数，而不是对 alpha 的导数'],
    ])
  })

  it('are translated one by one where they differ, and as one where they do not', async () => {
    expect(await problems(notes)).toBe('')
    const first = [notes['other-variable']].flat()[0] as MistakeWords
    expect(await problems({ ...notes, 'other-variable': first })).toMatch(
      /lacks a list for the mistakes other-variable/,
    )
  })

  it('have their reasons in the language too', () => {
    const { load, entries } = inLanguage(builtInPack(), 'zh-CN')
    const { checks } = load(entries.find(({ id }) => id === 'ex3') as never)
    const reasons = checks.flatMap(({ options }) => options.because ?? [])
    expect(reasons.length).toBe(2)
    expect(reasons.every((reason) => HAN.test(String(reason)))).toBe(true)
  })
})

/** What an author wrote for people to read, and its translation. */
function wordsOf(exercise: Exercise, locale: string): readonly (readonly [string, string])[] {
  const words = exercise.translations?.[locale] ?? {}
  const { functions, checks, mistakes, solutions } = exercise
  const seen = new Map<string, number>()
  return [
    [exercise.title, words.title ?? ''],
    [exercise.source, words.source ?? ''],
    ...exercise.hints.map((hint, k) => [hint, words.hints?.[k] ?? ''] as const),
    ...Object.values(functions).map(
      (of) => [of.summary, words.functions?.[of.name] ?? ''] as const,
    ),
    ...checks.flatMap(({ id, options }) =>
      typeof options.because === 'string'
        ? [[options.because, words.because?.[id] ?? ''] as const]
        : [],
    ),
    ...mistakes.flatMap(({ note, title, hint }) => {
      const at = seen.get(note) ?? 0
      seen.set(note, at + 1)
      const said = [words.mistakes?.[note]].flat() as readonly MistakeWords[]
      const own = said[at] ?? said[0]
      return [[title, own?.title ?? ''] as const, [hint, own?.hint ?? ''] as const]
    }),
    ...Object.entries(solutions?.teaches ?? {}).map(
      ([name, taught]) => [taught, words.teaches?.[name] ?? ''] as const,
    ),
  ]
}
