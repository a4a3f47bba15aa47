import { english, type Language, type Locale } from './catalogue.ts'
import { findIn } from './part.ts'

/** The registry: a language is its files and a line here. Only English is always loaded. */
const LOAD: Readonly<Record<Locale, () => Promise<Language>>> = {
  en: async () => inEnglish,
  'zh-CN': async () => (await import('./chinese.ts')).chinese,
}

const inEnglish: Language = {
  sentence: (id) => findIn(english, id),
  translate: (text) => text,
}

/** Like modules, languages are loaded once and never change. */
const loaded = new Map<string, Language>([['en', inEnglish]])

/** Whoever is to speak a language loads it first; a run in English loads no other. */
export async function learn(locale: Locale): Promise<void> {
  if (!loaded.has(locale)) loaded.set(locale, await LOAD[locale]())
}

/** A language that was loaded: another one is our own fault, and no reason for English. */
export function languageOf(locale: Locale): Language {
  const language = loaded.get(locale)
  if (language === undefined) throw new Error(`the language ${locale} was never loaded`)
  return language
}

/** In the reader's language, what was said in English. */
export function translate(text: string, locale: Locale): string {
  return languageOf(locale).translate(text)
}
