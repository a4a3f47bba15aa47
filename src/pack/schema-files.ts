import { courseJsonSchema } from '../course/schema.ts'
import { reportJsonSchema } from '../report/schema.ts'
import { exerciseJsonSchema } from './json-schema.ts'

/** The JSON Schemas of what people and programs write for us and read from us, by file name. */
export function schemaFiles(): { readonly [name: string]: string } {
  return {
    'exercise.schema.json': text(exerciseJsonSchema()),
    'report.schema.json': text(reportJsonSchema()),
    'course.schema.json': text(courseJsonSchema()),
  }
}

function text(schema: unknown): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}
