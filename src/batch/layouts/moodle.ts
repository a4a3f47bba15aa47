import type { Student } from '../inventory.ts'
import { person, type Reading } from '../people/identifier.ts'
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
  const student = studentOf(name.normalize('NFC'), id)
  if (plugin === 'onlinetext') {
    return ofNobody('a text that was typed into Moodle, not a file', student)
  }
  if (plugin !== 'file') {
    return ofNobody(`of Moodle's plugin ${plugin}, which holds no files`, student)
  }
  return { kind: 'of-student', student, name: inside ?? flat }
}

/** The number is a participant's, or of team work a group's: the list tells which. */
function studentOf(name: string, id: string): Student {
  const participant = { kind: 'participant' as const, value: id }
  if (name === 'Participant') {
    const shown = `Participant ${id}`
    return { key: `${id}`, name: shown, id, email: null, readings: [person(participant)] }
  }
  const readings: Reading[] = [
    person(participant, { kind: 'name', value: name }),
    // Where marking is blind, the list has no other name than this, in the interface's language.
    person(participant, { kind: 'name', value: `${name} ${id}` }),
    { kind: 'group', group: name },
  ]
  return { key: id, name, id, email: null, readings }
}
