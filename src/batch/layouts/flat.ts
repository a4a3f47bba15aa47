import { isArchive, scriptStem } from '../file-kinds.ts'
import { type Layout, topFolder, topFolders } from './layout.ts'

export const flat: Layout = {
  name: 'flat',
  summary: 'files that name student and exercise: jane_ex1.ts, ex1-john.ts; or only the student',
  recognise: ({ files }) => {
    const answers = files.filter((file) => isArchive(file) || scriptStem(file) !== undefined)
    const top = answers.filter((file) => topFolder(file) === undefined).length
    // A file beside the folders of a class makes no folder of files out of it.
    if (top === 0 || top < topFolders(answers).length) return undefined
    return top === 1 ? '1 file that could be an answer' : `${top} files lie beside each other`
  },
  open: async () => (file) => ({
    kind: 'of-student',
    student: null,
    name: file,
  }),
}
