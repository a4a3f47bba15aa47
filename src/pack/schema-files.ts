import { courseJsonSchema } from '../course/schema.ts'
import { reportJsonSchema } from '../report/schema.ts'
import { problemMatcherFile } from '../text/problem-matcher.ts'
import { exerciseJsonSchema } from './json-schema.ts'

/** What people and programs write for us and read from us, for editors and runners, by file name. */
export function schemaFiles(): { readonly [name: string]: string } {
  return {
    'exercise.schema.json': text(exerciseJsonSchema()),
    'report.schema.json': text(reportJsonSchema()),
    'course.schema.json': text(courseJsonSchema()),
    'problem-matcher.json': text(problemMatcherFile()),
  }
}

function text(schema: unknown): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}
