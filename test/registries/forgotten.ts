/**
 * What was forgotten when something was added. Pure rules over lists and texts: each gives one
 * sentence for every missing piece.
 */

export interface Files {
  /** Whether there is a file, by its path from the package's root. */
  readonly has: (path: string) => boolean
  /** The text of a page; empty where there is none. */
  readonly text: (path: string) => string
}

export function forgottenOfKind(kind: string, files: Files): string[] {
  return missing(`the check kind ${kind}`, [
    ['a test', `test/checks/${kind}.test.ts`, files.has(`test/checks/${kind}.test.ts`)],
    ['a row', 'docs/authoring.md', hasRow(files.text('docs/authoring.md'), kind)],
  ])
}

/** The terminal's goldens are a folder of their own. */
export function forgottenOfReporter(name: string, files: Files): string[] {
  const golden =
    name === 'terminal'
      ? 'test/reporters/golden-terminal/zh-cn.txt'
      : `test/reporters/golden/${name}.txt`
  return missing(`the reporter ${name}`, [
    ['a golden file', golden, files.has(golden)],
    ['a word', 'docs/ci.md', hasWord(files.text('docs/ci.md'), name)],
  ])
}

/** A test runs a command where its name is the first word of what is run. */
export function forgottenOfCommand(
  name: string,
  files: Files,
  completion: string,
  tests: string,
): string[] {
  const run = new RegExp(`(\\[|bin, |[rR]un\\w*\\()'${name}'|mlp-check ${name}(?![\\w-])`)
  return missing(`the command ${name}`, [
    ['a run', 'test/', run.test(tests)],
    ['a row', 'README.md', hasRow(files.text('README.md'), name)],
    ['a word', 'the completion script', hasWord(completion, name)],
  ])
}

/** What a function of the formula language may have, by the name of the table. */
export type FunctionTables = {
  readonly [table: string]: { readonly has: (name: string) => boolean }
}

export function forgottenOfFunction(name: string, tables: FunctionTables, files: Files): string[] {
  return missing(`the function ${name}`, [
    ...Object.entries(tables).map(([table, { has }]) => ['an entry', table, has(name)] as const),
    ['a word', 'docs/authoring.md', hasWord(files.text('docs/authoring.md'), name)],
  ])
}

interface Shown {
  readonly id: string
  readonly folder: string
  readonly mistakes: readonly { readonly note: string }[]
}

export function forgottenOfExercise({ id, folder, mistakes }: Shown, files: Files): string[] {
  const solution = `solutions/${folder}`
  return missing(`the exercise ${id}`, [
    ['a statement', `exercises/${folder}/README.md`, files.has(`exercises/${folder}/README.md`)],
    ['a starter', `exercises/${folder}/starter.ts`, files.has(`exercises/${folder}/starter.ts`)],
    ['a solution', `${solution}/solution.ts`, files.has(`${solution}/solution.ts`)],
    ['a row', 'docs/course.md', files.text('docs/course.md').includes(`exercises/${folder}/`)],
    ...[...new Set(mistakes.map(({ note }) => note))].map(
      (note) =>
        ['a mistake', `${solution}/mistakes/${note}.ts`, isShown(solution, note, files)] as const,
    ),
  ])
}

/** A note may have several files, such as `note-2.ts`. */
function isShown(solution: string, note: string, files: Files): boolean {
  return files.has(`${solution}/mistakes/${note}.ts`)
}

export function forgottenOfMessage(
  id: string,
  catalogues: { readonly [locale: string]: { readonly [id: string]: unknown } },
): string[] {
  return missing(
    `the message ${id}`,
    Object.entries(catalogues).map(([locale, sentences]) => {
      return ['a sentence', `the catalogue ${locale}`, sentences[id] !== undefined] as const
    }),
  )
}

/** A law that is tried at random names its seed, or a failure could not be had again. */
export function forgottenOfLaws(path: string, text: string): string[] {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const laws = count(/\bfc\.(assert|check)\(/g)
  return laws > count(/\bseed\b/g) ? [`a law in ${path} has no seed`] : []
}

type Piece = readonly [what: string, where: string, isThere: boolean]

function missing(whose: string, pieces: readonly Piece[]): string[] {
  return pieces.flatMap(([what, where, isThere]) =>
    isThere ? [] : [`${whose} has no ${what.replace(/^an? /, '')} in ${where}`],
  )
}

function hasRow(page: string, name: string): boolean {
  const rows = page.split('\n').filter((line) => line.startsWith('|'))
  return rows.some((row) => (row.split('|')[1] ?? '').includes(`\`${name}\``))
}

function hasWord(page: string, name: string): boolean {
  return new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(page)
}
