import { type Locale, localeOf } from '../messages/catalogue.ts'
import type { Invocation, Surroundings } from './command.ts'

/** The language before a command is known, from its words alone: for help and for mistyped options. */
export function spokenLocale(argv: readonly string[], { env }: Pick<Surroundings, 'env'>): Locale {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const lang = argv[at]?.includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1]
  return chosenLocale({ lang: at < 0 ? undefined : lang }, { env })
}

/** `--lang`, else the environment's language for messages, else English. */
export function chosenLocale(
  options: Invocation['options'],
  { env }: Pick<Surroundings, 'env'>,
  configured?: string,
): Locale {
  const wish = typeof options.lang === 'string' ? options.lang : undefined
  return localeOf(wish, configured, env.LC_ALL, env.LC_MESSAGES, env.LANG)
}
