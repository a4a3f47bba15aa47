import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { courseJsonSchema } from '../course/schema.ts'
import { packageRoot } from '../package-root.ts'
import { reportJsonSchema } from '../report/schema.ts'

/** Run by the build: the JSON Schemas of what other programs read and write. */
const folder = join(packageRoot(), 'schema')
const schemas = {
  'report.schema.json': reportJsonSchema(),
  'course.schema.json': courseJsonSchema(),
}

await mkdir(folder, { recursive: true })
for (const [name, schema] of Object.entries(schemas)) {
  await writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`)
}
