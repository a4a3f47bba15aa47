import { scriptStem } from '../file-kinds.ts'
import {
  type Layout,
  ofNobody,
  type Placement,
  studentNamed,
  topFolder,
  topFolders,
} from './layout.ts'

/** A folder for each section, tutorial or exercise, and in it one for each student. */
export const sections: Layout = {
  name: 'sections',
  summary: 'a folder for each section or exercise, with students in it: section1/jane/ex1.ts',
  recognise: ({ files }) => {
    const places = files.filter((file) => scriptStem(file) !== undefined).map(placeOf)
    if (places.length === 0 || places.some(({ student }) => ofAStudentsOwn(student))) {
      return undefined
    }
    const tops = topFolders(files)
    const named = tops.every((top) => DIVISION.test(top) || EXERCISE.test(top))
    if (!named && !holdStudents(places)) return undefined
    return `the students' folders lie in ${tops.length === 1 ? '1 folder' : `${tops.length} folders`}, such as ${tops[0]}`
  },
  open: async ({ files }) => {
    const homes = new Map<string, Set<string>>()
    for (const { top, student } of files.map(placeOf)) {
      // One student is in one section, but answers many exercises.
      if (EXERCISE.test(top)) continue
      homes.set(student, (homes.get(student) ?? new Set()).add(top))
    }
    return (file) => place(file, homes)
  },
}

const DIVISION =
  /^(?:section|sec|group|tutorial|tut|lab|class|course|room)[-_ ]?(?:\d{1,3}|[a-z])$/i
const EXERCISE = /^(?:ex|exercise|hw|homework|week|assignment|sheet|task)[-_ ]?\d{1,3}$/i
/** Folders in which people divide their own work. */
const OWN =
  /^(?:|src|source|lib|code|scripts|dist|build|out|tests?|__tests__|old|new|backup|bak|final|drafts?|solutions?|submissions?|answers?|exercises?|(?:attempt|submission|try|v|version|part|task|problem|question|q|ex|exercise|hw|homework|week|assignment)[-_ ]?\d{0,3}(?:[-_ ].*)?)$/i

interface Place {
  readonly top: string
  /** The folder below the top one; empty where the file lies in none. */
  readonly student: string
  readonly inside: string
}

function placeOf(file: string): Place {
  const [top = '', student = '', ...inside] = file.split('/')
  return inside.length === 0
    ? { top, student: '', inside: student }
    : { top, student, inside: inside.join('/') }
}

function ofAStudentsOwn(folder: string): boolean {
  return OWN.test(folder)
}

/** In one top folder the same file for several, whose names are not those of the next top folder. */
function holdStudents(places: readonly Place[]): boolean {
  const owners = new Map<string, Set<string>>()
  const homes = new Map<string, Set<string>>()
  for (const { top, student, inside } of places) {
    const answer = `${top}/${inside}`
    owners.set(answer, (owners.get(answer) ?? new Set()).add(student))
    homes.set(student, (homes.get(student) ?? new Set()).add(top))
  }
  const shared = [...homes.values()].filter(({ size }) => size > 1).length
  return [...owners.values()].some(({ size }) => size > 1) && shared * 2 < homes.size
}

function place(file: string, homes: ReadonlyMap<string, ReadonlySet<string>>): Placement {
  if (topFolder(file) === undefined) return ofNobody('beside the folders of the sections')
  const { top, student, inside } = placeOf(file)
  if (student === '') return ofNobody('beside the folders of the students, in none of them')
  const known = studentNamed(student)
  // Of one name in two sections, nobody can say that they are one.
  const several = (homes.get(student)?.size ?? 0) > 1
  const own = several ? { ...known, key: `${top}/${known.key}` } : known
  return { kind: 'of-student', student: own, name: inside }
}
