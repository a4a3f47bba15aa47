import type { Locale } from '../../messages/catalogue.ts'
import { speaker } from '../../messages/render.ts'
import { POINT_SCALE } from '../../report/report.ts'
import { cleanLine } from '../../text/clean-text.ts'
import type { Change, Changes } from './compare-runs.ts'

/** A line for each grade that changed, then how many did not. */
export function changesText({ changes, same, doubts }: Changes, locale: Locale = 'en'): string {
  const speak = speaker(locale)
  const gradeText = (grade: Change['before']) =>
    grade === null
      ? speak('compare.nothing')
      : speak('compare.grade', {
          state: speak(`state.${grade.state}`),
          score: grade.score / POINT_SCALE,
          most: grade.maxScore / POINT_SCALE,
        })
  const lines = changes.map(({ person, exercise, before, after, because }) =>
    speak('compare.change', {
      person: cleanLine(person),
      exercise,
      before: gradeText(before),
      after: gradeText(after),
      because: because.map((cause) => speak(`compare.${cause}`)),
    }),
  )
  const open = doubts.before === doubts.after ? [] : [speak('compare.doubts', doubts)]
  const last = speak('compare.changed', { count: changes.length, same })
  return `${[...lines, ...open, last].join('\n')}\n`
}
