import type { Reading } from './people/identifier.ts'

/** Somebody whose work is in the input: a person, several, or a group. */
export interface Student {
  /** What tells one student from another: an id where the download has one, else the name. */
  readonly key: string
  readonly name: string
  readonly id: string | null
  readonly email: string | null
  /** In which ways the download may be read as to whose it is. */
  readonly readings: readonly Reading[]
}

/** The same for what a download says of one student: two may have one number in two downloads. */
export function whoIs({ key, readings }: Student): string {
  return JSON.stringify([key, readings])
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
  /** The platform says so. */
  readonly late: boolean
  /** When the platform received it: ISO 8601, UTC; absent where it does not say. */
  readonly at?: string
  /** The same on the platform's own clock, where no zone is said: ISO 8601 without one. */
  readonly localTime?: string
  /** What the commit that it was read from says of its time, which is whatever its author liked. */
  readonly committedAt?: string
  /** How many uploads came before that the download does not hold. */
  readonly earlier?: number
  /** Its place among the uploads of one answer, by a mark of the platform's own; null without one. */
  readonly order: number | null
  /** Whether the files beside it are the same student's: only those may be imported. */
  readonly ownFolder: boolean
}

export interface Ignored {
  readonly file: string
  /** As its author knows it, where that is known. */
  readonly name?: string
  readonly reason: string
  /** Whose it is, where that is known: nobody who sent something sent nothing. */
  readonly student?: Student
  /** The only ones that it could answer, by its name; absent where it could be any. */
  readonly exercises?: readonly string[]
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
