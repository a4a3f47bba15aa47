import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'
import { folderWith } from './folders.ts'

const solutions = join(packageRoot(), 'solutions', 'ex01-tanh')

/** Everything that ships for ex1, right and wrong, and some that cannot be judged at all; copies differ. */
export function exampleClass(copies = 1): string {
  const files: Record<string, string> = {
    'right/ex1.ts': readFileSync(join(solutions, 'solution.ts'), 'utf8'),
    'loop/ex1.ts': 'export const tanh = (x: number) => { for (;;) {} }\nexport const dtanh = tanh',
    'unparsable/ex1.ts': 'export const tanh = (',
    'binary/ex1.ts': 'a\0b',
    'empty/ex1.ts': '',
    'thrower/ex1.ts': "export const tanh = () => { throw new Error('no') }",
    'notes/readme.md': 'nothing',
  }
  for (const kind of ['also-right', 'mistakes']) {
    for (const name of readdirSync(join(solutions, kind))) {
      files[`${kind}-${name.replace('.ts', '')}/ex1.ts`] = readFileSync(
        join(solutions, kind, name),
        'utf8',
      )
    }
  }
  const more = Array.from({ length: copies - 1 }, (_, copy) =>
    Object.entries(files).map(([path, text]) => [`${copy}-${path}`, `// ${copy}\n${text}`]),
  )
  return folderWith({ ...files, ...Object.fromEntries(more.flat()) })
}

/** What a run left, by file, with what is told of time taken out. */
export function resultsIn(out: string): Record<string, unknown> {
  const files = ['report.json', 'run.json', 'grades.csv', 'files.csv', 'match.csv', 'mail.csv']
  const students = readdirSync(join(out, 'students')).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    [...files, ...students.map((name) => join('students', name))].map((name) => [
      name,
      readFileSync(join(out, name), 'utf8')
        .replace(/"durationMs": ?\d+/g, '"durationMs":0')
        .replace(/"startedAt": ?"[^"]*"/g, '"startedAt":""'),
    ]),
  )
}
