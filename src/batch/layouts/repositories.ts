import type { Student } from '../inventory.ts'
import {
  type Layout,
  mostly,
  ofNobody,
  type Placement,
  studentNamed,
  topFolder,
  topFolders,
} from './layout.ts'

/** A folder for each cloned repository: `activations-jane`, `activations-john-doe`. */
export const repositories: Layout = {
  name: 'repositories',
  summary: 'cloned assignment repositories: activations-jane/, activations-john/',
  recognise: (tree) => {
    const folders = topFolders(tree.files)
    const repositories = new Set(tree.repositories)
    const cloned = mostly(folders, (folder) => repositories.has(folder))
    if (cloned.share > 0.5) return `${cloned.text} folders are git repositories`
    return downloaded(folders)
      ? `all ${folders.length} folders begin with ${sharedPrefix(folders)}`
      : undefined
  },
  open: async (tree) => {
    const folders = topFolders(tree.files)
    const branch = commonBranch(folders)
    const named = (folder: string) =>
      folder.endsWith(branch) ? folder.slice(0, folder.length - branch.length) : folder
    const prefix = commonPrefix(folders.map(named))
    return (file) => place(file, (folder) => studentOf(named(folder), prefix))
  },
}

function place(file: string, ownerOf: (folder: string) => Student): Placement {
  const folder = topFolder(file)
  if (folder === undefined) return ofNobody('beside the repositories, in none of them')
  return {
    kind: 'of-student',
    student: ownerOf(folder),
    name: file.slice(folder.length + 1),
  }
}

/** `activations-jane-main`: GitHub's "Download ZIP" puts the branch behind the repository's name. */
function commonBranch(folders: readonly string[]): string {
  const mostOf = (branch: string) => {
    const count = folders.filter((folder) => folder.endsWith(branch)).length
    return count > 1 && count * 4 >= folders.length * 3
  }
  return ['-main', '-master'].find(mostOf) ?? ''
}

/**
 * What stands behind the assignment. Where more is shared, `hw1-team-a` and `hw1-team-b`, the class
 * list tells where the name begins.
 */
function studentOf(folder: string, prefix: string): Student {
  if (!folder.startsWith(prefix)) return studentNamed(folder)
  const own = studentNamed(folder.slice(prefix.length))
  const cuts = [...prefix.matchAll(/-/g)].map(({ index }) => folder.slice(index + 1))
  const longer = cuts.slice(0, -1).flatMap((name) => studentNamed(name).readings)
  return { ...own, readings: [...own.readings, ...longer] }
}

/** Another folder beside the repositories takes the assignment from none of their names. */
function commonPrefix(folders: readonly string[]): string {
  const shared = sharedPrefix(folders)
  if (shared !== '') return shared
  const kin = new Map<string, string[]>()
  for (const folder of folders) {
    const [start = ''] = folder.split('-')
    kin.set(start, [...(kin.get(start) ?? []), folder])
  }
  const most = [...kin.values()].find(
    ({ length }) => length > 2 && length * 4 >= folders.length * 3,
  )
  return most === undefined ? '' : sharedPrefix(most)
}

/** The assignment's name: what all start with, up to a hyphen. One folder alone shares with nobody. */
function sharedPrefix(folders: readonly string[]): string {
  const [first = '', ...others] = folders
  if (others.length === 0) return ''
  let length = first.length
  for (const other of others) {
    while (!other.startsWith(first.slice(0, length))) length--
  }
  const prefix = first.slice(0, first.slice(0, length).lastIndexOf('-') + 1)
  return folders.includes(prefix) ? '' : prefix
}

/**
 * Repositories without git's own files. Two sisters, or numbered students, are no assignment; but
 * somebody's login may begin with a digit.
 */
function downloaded(folders: readonly string[]): boolean {
  const prefix = sharedPrefix(folders)
  const names = folders.map((folder) => folder.slice(prefix.length))
  const lettered = names.filter((name) => /^\p{L}/u.test(name)).length
  return folders.length > 2 && prefix !== '' && lettered * 4 >= names.length * 3
}
