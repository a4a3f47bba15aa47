import type { Candidate } from './choose-handed.ts'
import { aimed } from './could-answer.ts'
import { isArchive, meantName, withoutArchive } from './file-kinds.ts'
import type { Ignored, Student } from './inventory.ts'
import { studentNamed } from './layouts/layout.ts'
import { matchExercise, type Named, wordsOf } from './match-exercise.ts'
import { shownInside, unpack } from './unpack.ts'
import { walk } from './walk.ts'

export interface ArchiveContext {
  readonly known: readonly Named[]
  readonly wanted: readonly string[]
  readonly room: string
}

/** What one student packed: its files are the student's, as if they lay in a folder of that name. */
export async function openHandedArchive(
  archive: Omit<Candidate, 'ownFolder'>,
  { known, wanted, room }: ArchiveContext,
): Promise<{ candidates: Candidate[]; ignored: Ignored[] }> {
  const { folder, names, refused } = await unpack(archive.file.path, room, 'student')
  const tree = walk(folder, { names })
  const shown = (path: string) => `${archive.file.shown}/${path}`
  const student = archive.student ?? studentOfArchive(archive.name, known)
  const ignored = [...refused, ...tree.skipped].map((one) => {
    const own: Ignored = {
      ...shownInside(archive.file.shown, one),
      name: shownInside(archive.name, one).file,
      student,
    }
    return one.file === '' ? own : aimed(own, one.file, { known, wanted })
  })
  if (tree.files.length === 0 && ignored.length === 0) {
    const { file, name } = archive
    ignored.push({ file: file.shown, name, reason: 'an archive without files', student })
  }
  const candidates = tree.files.flatMap((path): Candidate[] => {
    const name = meantName(path)
    const file = { path: tree.pathOf(path), shown: shown(path) }
    const own = { student, name, file, archive: archive.file.shown }
    if (!isArchive(name)) return [{ ...archive, ...own, ownFolder: true }]
    const inner = `${archive.name}/${name}`
    const reason = 'an archive inside an archive, which is not opened: unpack it first'
    ignored.push({ file: file.shown, name: inner, reason, student })
    return []
  })
  return { candidates, ignored }
}

/** In a flat folder, whatever in the archive's name is not the exercise is the student. */
function studentOfArchive(name: string, known: readonly Named[]): Student {
  const stem = withoutArchive(name.slice(name.lastIndexOf('/') + 1))
  const match = matchExercise(stem, known)
  const words = match.kind === 'one' && match.rest.length > 0 ? match.rest : wordsOf(stem)
  return studentNamed(words.join(' '))
}
