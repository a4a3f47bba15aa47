import {
  type Layout,
  ofNobody,
  type Placement,
  studentNamed,
  topFolder,
  topFolders,
} from './layout.ts'

export const folders: Layout = {
  name: 'folders',
  summary: 'a folder for each student: jane/ex1.ts, john/src/ex1.ts',
  recognise: ({ files }) => {
    const count = topFolders(files).length
    return count > 0
      ? `there ${count === 1 ? 'is 1 folder' : `are ${count} folders`}, one for each student`
      : undefined
  },
  open: async () => place,
}

function place(file: string): Placement {
  const folder = topFolder(file)
  if (folder === undefined) return ofNobody('beside the folders of the students, in none of them')
  const inside = file.slice(folder.length + 1)
  const [, number] = /(?:^|\/)(?:attempt|submission|try|v)[-_ ]?(\d{1,3})\//i.exec(inside) ?? []
  return {
    kind: 'of-student',
    student: studentNamed(folder),
    name: inside,
    ...(number !== undefined && { attempt: Number(number) }),
  }
}
