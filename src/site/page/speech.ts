import { isLocale, type Locale, localeOf } from '../../messages/catalogue.ts'
import { speaker } from '../../messages/render.ts'
import type { Spoken } from '../../reporters/check-words.ts'

export type Speech = Spoken

/** The languages by their own names: whoever cannot read the page finds the way out. */
export const LANGUAGES: { readonly [locale in Locale]: string } = {
  en: 'English',
  'zh-CN': '简体中文',
}

/** In the language that was chosen here before, else the first that the browser asks for. */
export function speechFor(
  chosen: string | undefined,
  wishes: readonly string[] = navigator.languages,
): Speech {
  const locale = isLocale(chosen) ? chosen : localeOf(...wishes)
  return { locale, speak: speaker(locale) }
}
