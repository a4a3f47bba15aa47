import { Help, type Option, type OutputConfiguration } from 'commander'
import type { Locale } from '../messages/catalogue.ts'
import { translate } from '../messages/languages.ts'

/** What commander says by itself, in the reader's language. */
export interface SpokenHelp {
  readonly say: (text: string) => string
  readonly help: Partial<Help>
  readonly outputError: NonNullable<OutputConfiguration['outputError']>
}

export function spokenHelp(locale: Locale): SpokenHelp {
  const say = (text: string) => translate(text, locale)
  return {
    say,
    help:
      locale === 'en'
        ? {}
        : { styleTitle: say, optionDescription: described(say), formatHelp: withoutBlanks },
    outputError: (text, write) =>
      write(
        text
          .split('\n')
          .map((line) => say(line))
          .join('\n'),
      ),
  }
}

/** Commander writes a blank behind its titles, and none stands behind a full-width colon. */
function withoutBlanks(...[command, helper]: Parameters<Help['formatHelp']>): string {
  return Help.prototype.formatHelp.call(helper, command, helper).replace(/^(\S+：) /gm, '$1')
}

function described(say: (text: string) => string): (option: Option) => string {
  return ({ description, argChoices }) => {
    const choices = argChoices === undefined ? '' : say(` (choices: ${argChoices.join(', ')})`)
    return `${description}${choices}`
  }
}
