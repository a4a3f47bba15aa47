import { parse } from 'yaml'
import { UsageError } from '../errors.ts'
import { readText } from '../read-text.ts'
import type { Course } from './course.ts'
import { type CourseNames, holdNames } from './hold-names.ts'
import { parseCourse } from './schema.ts'

/** Reads a course's config, YAML or JSON, and holds what it names to what there is. @throws UsageError */
export async function loadCourse(file: string, names: CourseNames): Promise<Course> {
  const text = await readText(file).catch((error: Error) => {
    throw new UsageError(`The course config cannot be read: ${error.message}`)
  })
  return holdNames(parseCourse(parseYaml(text, file), file), names, file)
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new UsageError(`${file} is not valid YAML: ${(error as Error).message}`)
  }
}
