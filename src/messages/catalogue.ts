import { en } from './en.ts'
import { enBatch } from './en-batch.ts'
import { enCommands } from './en-commands.ts'
import { enNotFollowed } from './en-not-followed.ts'
import { enObserved } from './en-observed.ts'
import { enPage } from './en-page.ts'
import { enProof } from './en-proof.ts'
import { enSyntax } from './en-syntax.ts'
import { enTerminal } from './en-terminal.ts'
import type { IdIn, Part, Sentence } from './part.ts'

/** English decides which sentences there are. First what a right answer needs. */
export const english = [
  enTerminal,
  en,
  enProof,
  enNotFollowed,
  enObserved,
  enSyntax,
  enCommands,
  enBatch,
  enPage,
] as const

export type MessageId = IdIn<(typeof english)[number]>

type Translated<Parts> = { readonly [Place in keyof Parts]: Part<IdIn<Parts[Place]>> }

/** The same in another language, in the same order: where a sentence is missing, it does not compile. */
export type Translation = Translated<typeof english>

/** A language whole. */
export interface Language {
  readonly sentence: (id: string) => Sentence | undefined
  /** What is said in English elsewhere than in the catalogue; as it is, where nobody knows it. */
  readonly translate: (text: string) => string
}

/** The languages that there are, by their tags. */
export const locales = ['en', 'zh-CN'] as const
export type Locale = (typeof locales)[number]

export function isLocale(tag: string | undefined): tag is Locale {
  return (locales as readonly (string | undefined)[]).includes(tag)
}

/**
 * The language for a wish such as `zh_CN.UTF-8`, `zh-Hans` or `en`: the first of the wishes that says
 * anything. Where there is no catalogue for it, English.
 */
export function localeOf(...wishes: readonly (string | undefined)[]): Locale {
  const wish = wishes.find((candidate) => candidate !== undefined && candidate !== '') ?? 'en'
  const [language = '', ...rest] = wish.toLowerCase().split(/[-_.@]/)
  const traditional = rest.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part))
  return language === 'zh' && !traditional ? 'zh-CN' : 'en'
}
