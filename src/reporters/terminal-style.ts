import { Chalk, type ChalkInstance } from 'chalk'
import { isLocale, type Locale } from '../messages/catalogue.ts'
import { speaker } from '../messages/render.ts'
import { shellWord } from '../text/shell-word.ts'
import type { RenderOptions } from './define-reporter.ts'

/** How everything of one report is written: its colours, its language, its width. */
export interface Style {
  readonly width: number
  readonly color: RenderOptions['color']
  readonly paint: ChalkInstance
  readonly locale: Locale
  readonly speak: ReturnType<typeof speaker>
  /** Every failure in full, with all that is known of it. */
  readonly all: boolean
  /** A command on an exercise, as it can be copied: it names the exercises where it has to. */
  readonly command: (command: string, exercise: string) => string
}

/** Wider lines are harder to read than the terminal is wide. */
const WIDEST = 100

export function styleOf({ width, color, locale, all, naming = [] }: RenderOptions): Style {
  const known = isLocale(locale) ? locale : 'en'
  return {
    width: Math.min(Math.max(40, width), WIDEST),
    color,
    paint: new Chalk({ level: color }),
    locale: known,
    speak: speaker(known),
    all,
    command: (command, exercise) =>
      ['mlp-check', command, exercise, ...naming].map(shellWord).join(' '),
  }
}
