import { z } from 'zod'
import { UsageError } from '../errors.ts'
import { nearNames } from '../text/near-names.ts'
import { isClock } from './clock.ts'
import type { Course } from './course.ts'

/** The form of a course's config. Strict: a misspelt key is an error that names the near key. */

function strict<Shape extends Record<string, z.ZodType>>(shape: Shape) {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(key, known)).join('; ')
        : undefined,
  })
}

function unknownKey(key: string, known: readonly string[]): string {
  const [near] = nearNames(key, known)
  const advice = near === undefined ? `known keys: ${known.join(', ')}` : `did you mean "${near}"?`
  return `unknown key "${key}"; ${advice}`
}

const percent = z.number().min(0).max(100)

const due = z.iso
  .datetime({ offset: true, error: 'a time with its offset, such as 2026-09-20T23:59:00+02:00' })
  .describe('When the work is due: ISO 8601 with an offset.')

const late = strict({
  graceMinutes: z
    .number()
    .min(0)
    .default(0)
    .describe('Minutes after the due time that cost nothing.'),
  percentPerDay: percent.describe('Per cent of the points earned that each day begun takes.'),
  mostPercent: percent.default(100).describe('Per cent that lateness takes at most.'),
  closedAfterDays: z.int().positive().optional().describe('Later than this earns nothing.'),
})

const visibility = z
  .record(z.string(), z.enum(['visible', 'hidden', 'after-due-date', 'after-published']))
  .describe("Who may see a check's result, by the check's id or its kind.")

const rules = {
  due: due.optional(),
  late: late.optional(),
  attempts: z.int().positive().optional().describe('How many attempts earn points.'),
  visibility: visibility.optional(),
}

const counts = z
  .enum(['best', 'last', 'first', 'average'])
  .describe('Which of several uploads counts; last where it is not said.')

const ofExercise = {
  ...rules,
  counts: counts.optional(),
  weight: z.number().min(0).optional().describe('What it counts in a total, beside others.'),
}

const { visibility: _, ...exceptional } = rules

const exceptions = strict({
  ...exceptional,
  exercises: z
    .record(z.string(), strict(exceptional))
    .optional()
    .describe('The same for single exercises.'),
})

const courseSchema = strict({
  ...rules,
  latenessBy: z
    .enum(['mlp-check', 'platform'])
    .optional()
    .describe('Who takes points for lateness, so that nothing is taken twice.'),
  counts: counts.optional(),
  clock: z
    .string()
    .refine(isClock, 'an offset such as +02:00, or a zone such as Europe/Berlin')
    .optional()
    .describe("Whose clock a platform's times without a zone are, such as those of Blackboard."),
  dropLowest: z
    .int()
    .min(0)
    .optional()
    .describe('How many of the lowest exercises are left out of a total.'),
  exercises: z
    .record(z.string(), strict(ofExercise))
    .default({})
    .describe('Rules for single exercises, by id; they win over those above.'),
  sections: z
    .record(z.string(), exceptions)
    .optional()
    .describe('What holds for a section of the class list; it wins over the above.'),
  people: z
    .record(z.string(), exceptions)
    .optional()
    .describe('Extensions for people, by id, e-mail address or name; they win over everything.'),
})

/** @throws UsageError with the path and the reason of every defect */
export function parseCourse(data: unknown, file: string): Course {
  const result = courseSchema.safeParse(data)
  if (result.success) {
    const { exercises, sections, people, latenessBy, counts, clock, dropLowest, ...rules } =
      result.data
    return {
      rules,
      exercises,
      ...(sections && { sections }),
      ...(people && { people }),
      ...(latenessBy && { latenessBy }),
      ...(counts && { counts }),
      ...(clock && { clock }),
      ...(dropLowest !== undefined && { dropLowest }),
    }
  }
  const defects = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  )
  throw new UsageError(`${file} is no course config.`, defects.join('\n  '))
}

/** For editors. */
export function courseJsonSchema(): object {
  return {
    title: "A course's rules for mlp-check",
    ...z.toJSONSchema(courseSchema, { io: 'input' }),
  }
}
