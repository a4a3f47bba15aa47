import { type Layout, mostly, ofNobody, type Placement } from './layout.ts'

/**
 * A folder `{full name}_{id}_assignsubmission_file[_]`, or the same before each file's name.
 * `Participant_{id}` where marking is blind. (Moodle, mod/assign/classes/downloader.php)
 */
const PLACE =
  /^(?:.*\/)?(?<name>[^/]*?)_(?<id>\d+)_assignsubmission_(?<plugin>[a-z]+)(?:_?\/(?<inside>.+)|_(?<flat>[^/]+))$/

export const moodle: Layout = {
  name: 'moodle',
  summary: "Moodle: Jane Doe_4242_assignsubmission_file/ex1.ts ('Download all submissions')",
  recognise: ({ files }) => {
    const named = mostly(files, (file) => PLACE.test(file))
    return named.share > 0.5 ? `${named.text} files are named as Moodle names them` : undefined
  },
  open: async () => place,
}

function place(file: string): Placement {
  const groups = PLACE.exec(file)?.groups
  if (groups === undefined) return ofNobody('not named as Moodle names submissions')
  const { name = '', id = '', plugin, inside, flat = '' } = groups
  if (plugin === 'onlinetext') return ofNobody('a text that was typed into Moodle, not a file')
  if (plugin !== 'file') return ofNobody(`of Moodle's plugin ${plugin}, which holds no files`)
  const blind = name === 'Participant'
  return {
    kind: 'of-student',
    student: {
      key: id,
      name: blind ? `Participant ${id}` : name.normalize('NFC'),
      id,
      email: null,
    },
    name: inside ?? flat,
    attempt: 0,
    late: false,
  }
}
