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
    const cloned = mostly(folders, (folder) => tree.repositories.includes(folder))
    if (cloned.share > 0.5) return `${cloned.text} folders are git repositories`
    return downloaded(folders)
      ? `all ${folders.length} folders begin with ${sharedPrefix(folders)}`
      : undefined
  },
  open: async (tree) => {
    const prefix = sharedPrefix(topFolders(tree.files))
    return (file) => place(file, prefix)
  },
}

function place(file: string, prefix: string): Placement {
  const folder = topFolder(file)
  if (folder === undefined) return ofNobody('beside the repositories, in none of them')
  return {
    kind: 'of-student',
    student: studentNamed(folder.slice(prefix.length)),
    name: file.slice(folder.length + 1),
  }
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

/** Repositories without git's own files. Two sisters, or numbered students, are no assignment. */
function downloaded(folders: readonly string[]): boolean {
  const prefix = sharedPrefix(folders)
  const names = folders.map((folder) => folder.slice(prefix.length))
  return folders.length > 2 && prefix !== '' && names.every((name) => /^\p{L}/u.test(name))
}
