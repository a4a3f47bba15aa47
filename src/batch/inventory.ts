/** Somebody whose work is in the input. */
export interface Student {
  /** What tells one student from another: an id where the download has one, else the name. */
  readonly key: string
  readonly name: string
  readonly id: string | null
  readonly email: string | null
}

/** A file of the input. */
export interface InputFile {
  /** Where it can be read. */
  readonly path: string
  /** As the user can find it: the input as it was named, and the way from there. */
  readonly shown: string
}

/** A file that answers an exercise. */
export interface Handed {
  readonly student: Student
  /** The exercise's id. */
  readonly exercise: string
  readonly file: InputFile
  /** The file's name as its author knows it. */
  readonly name: string
  readonly late: boolean
  /** Whether the files beside it are the same student's: only those may be imported. */
  readonly ownFolder: boolean
}

export interface Ignored {
  readonly file: string
  readonly reason: string
}

/** How one input was understood. */
export interface RecognisedInput {
  readonly input: string
  readonly layout: string
  readonly why: string
}

/** Everything that was found. Each file of the input is in `handed` or in `ignored`, and once. */
export interface Inventory {
  readonly inputs: readonly RecognisedInput[]
  readonly handed: readonly Handed[]
  readonly ignored: readonly Ignored[]
  /** Files of the input, however they ended. */
  readonly files: number
}
