/** What an answer to an exercise may be called by. */
export interface NamedExercise {
  readonly id: string
  readonly folder: string
  readonly aliases: readonly string[]
}

/** What is looked for. */
export interface SubmissionQuery {
  /** The path that the user gave, if any; with it, nothing else is tried. */
  readonly file?: string
  readonly exercise: NamedExercise
  /** Those of the whole pack: a file that is called by another one is no misspelt name of this. */
  readonly exercises?: readonly NamedExercise[]
  readonly cwd: string
  /** The workspace around `cwd`, if any: a file that is not where it was said may lie there. */
  readonly root?: string
  /** From the config, such as `answers/{id}.ts`; `{id}`, `{folder}` and `{name}` are filled in. */
  readonly pattern?: string | undefined
}

/** Where a submission is looked for, in order, relative to the current folder. */
export function candidateFiles(exercise: NamedExercise, pattern?: string | undefined): string[] {
  if (pattern !== undefined) return [filled(pattern, exercise)]
  const names = namesOf(exercise)
  return ['', 'src/', 'submissions/'].flatMap((folder) =>
    names.map((name) => `${folder}${name}.ts`),
  )
}

function filled(pattern: string, { id, folder, aliases }: NamedExercise): string {
  return pattern
    .replaceAll('{id}', id)
    .replaceAll('{folder}', folder)
    .replaceAll('{name}', aliases[0] ?? id)
}

/** Without an ending. */
export function namesOf({ id, folder, aliases }: NamedExercise): string[] {
  return [...new Set([id, folder, ...aliases])]
}
