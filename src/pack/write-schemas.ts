import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { schemaFiles } from './schema-files.ts'

/** `npm run schemas`: what editors and other programs read of our formats. */
for (const [name, text] of Object.entries(schemaFiles())) {
  await writeFile(join(packageRoot(), 'schema', name), text)
}
