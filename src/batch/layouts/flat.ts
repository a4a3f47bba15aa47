import { type Layout, topFolder } from './layout.ts'

export const flat: Layout = {
  name: 'flat',
  summary: 'files that name student and exercise: jane_ex1.ts, ex1-john.ts; or only the student',
  recognise: ({ files }) => {
    const top = files.filter(
      (file) => topFolder(file) === undefined && /\.([cm]?[jt]s|zip)$/i.test(file),
    )
    return top.length > 0 ? `${top.length} files lie beside each other` : undefined
  },
  open: async () => (file) => ({
    kind: 'of-student',
    student: null,
    name: file,
    attempt: 0,
    late: false,
  }),
}
