import { withoutUnseen } from '../../text/clean-text.ts'

/**
 * What a platform calls somebody by. Numbers of different kinds are different things: a group's 12
 * is no participant's 12.
 */
export type IdentifierKind =
  | 'canvas-user'
  | 'sis'
  | 'login'
  | 'email'
  | 'participant'
  /** A list's own "id", which does not say whose numbers it holds. */
  | 'id'
  /** Whatever somebody called a folder or a file by. */
  | 'folder'
  | 'name'

export interface Identifier {
  readonly kind: IdentifierKind
  readonly value: string
}

/**
 * One way to read whose a hand-in is: by people, each with all that is said of that person, or by
 * the name of a group.
 */
export type Reading =
  | { readonly kind: 'people'; readonly members: readonly (readonly Identifier[])[] }
  | {
      readonly kind: 'group'
      readonly group: string
      /** Whether the platform left letters and digits alone of its name. */
      readonly stripped?: boolean
    }

export const KIND_WORDS: Readonly<Record<IdentifierKind, string>> = {
  'canvas-user': 'Canvas user',
  sis: 'ID number',
  login: 'login',
  email: 'e-mail',
  participant: 'participant',
  id: 'id',
  folder: 'folder',
  name: 'name',
}

/** Which kinds of a list an identifier of a download may mean. */
export const ANSWERS: Readonly<Record<IdentifierKind, readonly IdentifierKind[]>> = {
  'canvas-user': ['canvas-user', 'id'],
  sis: ['sis', 'id'],
  login: ['login'],
  email: ['email'],
  participant: ['participant', 'id'],
  id: ['id', 'sis'],
  folder: ['login', 'email', 'sis', 'id'],
  name: [],
}

/** Equal for identifiers that mean the same. */
export function canonical({ kind, value }: Identifier): string {
  const text = withoutUnseen(value).normalize('NFC').trim().toLowerCase()
  return kind === 'participant' ? text.replace(/^\D+(?=\d+$)/u, '') : text
}

export function person(...said: readonly (Identifier | undefined)[]): Reading {
  return { kind: 'people', members: [said.filter((one) => one !== undefined)] }
}
