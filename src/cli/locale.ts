import { type Locale, localeOf } from '../messages/catalogue.ts'
import type { Invocation, Surroundings } from './command.ts'

/** `--lang`, else the environment's language for messages, else English. */
export function chosenLocale(
  options: Invocation['options'],
  { env }: Pick<Surroundings, 'env'>,
  configured?: string,
): Locale {
  const wish = typeof options.lang === 'string' ? options.lang : undefined
  return localeOf(wish, configured, env.LC_ALL, env.LC_MESSAGES, env.LANG)
}
