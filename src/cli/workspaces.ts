import { UsageError } from '../errors.ts'
import { type Locale, localeOf } from '../messages/catalogue.ts'
import { translate } from '../messages/languages.ts'
import { render, say } from '../messages/render.ts'
import type { Message } from '../report/report.ts'
import { answersIn, type Workspace } from '../workspace/config.ts'
import type { AnswerPlace } from '../workspace/files.ts'
import type { Invocation, Surroundings } from './command.ts'
import type { Say } from './exit-code.ts'
import { chosenLocale } from './locale.ts'

/** For commands that are of no use elsewhere. @throws UsageError where there is no workspace */
export function requiredWorkspace({ workspace, trust }: Surroundings): Workspace {
  if (workspace !== undefined) return workspace
  const read = trust.settings === 'all'
  const message = say(read ? 'progress.no-workspace' : 'trust.no-workspace')
  throw new UsageError(render(message), render(say('progress.how-to-begin')))
}

/** Where answers are looked for, and under which names. */
export function answerPlace({ cwd, trust, workspace }: Surroundings): AnswerPlace {
  if (workspace !== undefined) return { root: workspace.root, pattern: workspace.config.answers }
  return { root: cwd, pattern: trust.settings === 'file-names' ? answersIn(cwd) : undefined }
}

/** Says something beside what a command prints. */
export function tell(
  message: Message,
  surroundings: Surroundings,
  options: Invocation['options'] = {},
): void {
  surroundings.stderr.write(`${render(message, localeIn(options, surroundings))}\n`)
}

/** Says what a command prints in the reader's language; the book of phrases knows its Chinese. */
export function sayHere(options: Invocation['options'], surroundings: Surroundings): Say {
  const locale = localeIn(options, surroundings)
  return (text) => translate(text, locale)
}

/** The language of a command: `--lang`, the workspace's setting, the environment. */
export function localeIn(options: Invocation['options'], surroundings: Surroundings): Locale {
  if (typeof options.lang === 'string') return localeOf(options.lang)
  return chosenLocale(options, surroundings, surroundings.workspace?.config.language)
}
