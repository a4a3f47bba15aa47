import { Chalk, type ChalkInstance } from 'chalk'
import { isLocale, type Locale } from '../messages/catalogue.ts'
import { speaker } from '../messages/render.ts'
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
}

/** Wider lines are harder to read than the terminal is wide. */
const WIDEST = 100

export function styleOf({ width, color, locale, all }: RenderOptions): Style {
  const known = isLocale(locale) ? locale : 'en'
  return {
    width: Math.min(Math.max(40, width), WIDEST),
    color,
    paint: new Chalk({ level: color }),
    locale: known,
    speak: speaker(known),
    all,
  }
}
