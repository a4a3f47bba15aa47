import type { Locale } from '../messages/catalogue.ts'
import { translate } from '../messages/languages.ts'
import { type PageData, STATES } from './page-data.ts'

/** Everything that the script of the page says: its `say` has no other sentence in another language. */
const WORDS = [
  ...STATES,
  'Show all {1}',
  '{1} of {2}',
  'Show in the table',
  'Show in the table: {1}',
  'Plot',
  'Plot: {1}',
  'Side by side',
  '{1} people',
  '{1} of {2} people',
  'Person {1}',
  ', late',
  '{1}, open',
  '{1}: all about this person',
  'Section {1}. ',
  'Total {1}',
  ', without {1}, the lowest',
  '.',
  'Result',
  'Checks',
  'Notes',
  'Why',
  'File',
  'Plot of {1}',
  'Like 1 other',
  'Like {1} others',
  'Show who is alike in {1}',
  'What this person is told',
  '{1}. Solid: the answer; dashed: the reference.',
  'solid: the answer; dashed: the reference',
]

interface SpokenData extends PageData {
  readonly words: Readonly<Record<string, string>>
}

/** What the page's script is given, in the reader's language, and the script's own words by their English. */
export function inLanguage(data: PageData, locale: Locale): SpokenData {
  if (locale === 'en') return { ...data, words: {} }
  const say = (text: string) => translate(text, locale)
  return {
    ...data,
    clusters: data.clusters.map((cluster) => ({ ...cluster, title: say(cluster.title) })),
    texts: data.texts.map(say),
    words: Object.fromEntries(WORDS.map((word) => [word, say(word)])),
  }
}
