import { parse } from 'yaml'
import { UsageError } from '../errors.ts'
import { readText } from '../read-text.ts'
import type { Course } from './course.ts'
import { parseCourse } from './schema.ts'

/** Reads a course's config, YAML or JSON. @throws UsageError */
export async function loadCourse(file: string): Promise<Course> {
  const text = await readText(file).catch((error: Error) => {
    throw new UsageError(`The course config cannot be read: ${error.message}`)
  })
  return parseCourse(parseYaml(text, file), file)
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new UsageError(`${file} is not valid YAML: ${(error as Error).message}`)
  }
}
