import { type Dirent, readdirSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { withSlashes } from '../paths/shown.ts'
import { nearNames } from '../text/near-names.ts'
import { namesOf, type SubmissionQuery } from './candidate-files.ts'

/** In the folder that was named, and in those where an answer may lie instead. */
export function nearFiles(query: SubmissionQuery, names: readonly string[]): string[] {
  const { cwd, root = cwd, file } = query
  const taken = namesOfOthers(query)
  const named = resolve(cwd, dirname(file ?? '.'))
  const folders = [...new Set([named, cwd, ...foldersIn(cwd), root, ...foldersIn(root)])]
  const near: string[] = []
  for (const folder of folders) {
    const scripts = scriptsIn(folder).filter((name) => !taken.has(stemOf(name)))
    const wanted = folder === named || file === undefined ? nearNames : sameNames
    const found = names.flatMap((name) => wanted(basename(name), scripts))
    near.push(...found.map((name) => withSlashes(relative(cwd, join(folder, name)))))
  }
  return [...new Set(near)].slice(0, 3)
}

/** What answers another exercise of the pack, and so is not meant. */
function namesOfOthers({ exercise, exercises = [] }: SubmissionQuery): ReadonlySet<string> {
  const others = exercises.filter(({ id }) => id !== exercise.id)
  return new Set(others.flatMap(namesOf).map(stemOf))
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]+$/, '').toLowerCase()
}

/** Elsewhere only a file of the very name is meant, in whatever case, and not one that is near. */
function sameNames(wanted: string, known: readonly string[]): string[] {
  return known.filter((name) => name.toLowerCase() === wanted.toLowerCase())
}

function scriptsIn(folder: string): string[] {
  const files = entriesOf(folder).map(({ name }) => name)
  return files.filter((file) => /\.[cm]?[jt]sx?$/.test(file)).sort()
}

/** None of a folder that is not there, or not for us. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** No further down, through no link, and not where programs of others lie. */
function foldersIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .sort()
}
