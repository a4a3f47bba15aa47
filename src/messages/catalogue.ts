import { en as enChecks } from './en.ts'
import { enBatch } from './en-batch.ts'
import { enCommands } from './en-commands.ts'
import { enNotFollowed } from './en-not-followed.ts'
import { enObserved } from './en-observed.ts'
import { enPage } from './en-page.ts'
import { enProof } from './en-proof.ts'
import { enSyntax } from './en-syntax.ts'
import { enTerminal } from './en-terminal.ts'
import type { Values } from './words.ts'
import { zhCn } from './zh-cn.ts'
import { zhCnBatch } from './zh-cn-batch.ts'
import { zhCnCommands } from './zh-cn-commands.ts'
import { zhCnNotFollowed } from './zh-cn-not-followed.ts'
import { zhCnObserved } from './zh-cn-observed.ts'
import { zhCnPage } from './zh-cn-page.ts'
import { zhCnProof } from './zh-cn-proof.ts'
import { zhCnSyntax } from './zh-cn-syntax.ts'
import { zhCnTerminal } from './zh-cn-terminal.ts'

/** English decides which sentences there are; every other language has all of them. */
export const english = {
  ...enChecks,
  ...enBatch,
  ...enCommands,
  ...enNotFollowed,
  ...enObserved,
  ...enPage,
  ...enProof,
  ...enSyntax,
  ...enTerminal,
}

export type MessageId = keyof typeof english
export type Locale = keyof typeof catalogues

type Sentences = Record<MessageId, (values: Values) => string>

const en: Sentences = english
const simplifiedChinese: Sentences = {
  ...zhCn,
  ...zhCnBatch,
  ...zhCnCommands,
  ...zhCnNotFollowed,
  ...zhCnObserved,
  ...zhCnPage,
  ...zhCnProof,
  ...zhCnSyntax,
  ...zhCnTerminal,
}

/** The registry: a language is its files and a line here. */
export const catalogues = {
  en,
  'zh-CN': simplifiedChinese,
} as const

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
