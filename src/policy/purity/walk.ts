import type { SyntaxNode } from '../../source/syntax-tree.ts'
import { Facts } from './facts.ts'
import {
  ANYTHING,
  DATA,
  either,
  isKey,
  isOnly,
  type Kind,
  LIST,
  MAP,
  OTHER,
  OWN,
  PLAIN,
  SHELL,
  TABLE,
  TEXT,
  WORD,
} from './kinds.ts'
import type { Scope } from './scopes.ts'

/** What is nobody else's, whatever becomes of it. */
const CLOSED: Kind = TEXT | WORD | OWN | MAP

/**
 * One analysis: what is known of variables and functions only ever grows, and the program is gone
 * through until nothing is new. What is refused once is refused for good.
 */
export abstract class Walk {
  readonly #facts = new Map<SyntaxNode, Facts>()
  readonly #scopes = new Map<SyntaxNode, Scope>()
  /** What is not understood, or not harmless: the first of it. */
  refused: SyntaxNode | undefined
  /** Whether anything was learnt in this turn. */
  learnt = false
  /** Whether what was made in a call, all parts with it, may have been given others. */
  #mixed = false
  /** Whether a function that is built in may go by another name. */
  borrows = false
  /** What may be a part of what was made in a call around parts of others. */
  #ofShells: Kind = either(TEXT, WORD, OWN)
  #maps: Kind = PLAIN
  /** What the name of a part may be, whatever it is a part of. */
  names: Kind = WORD

  abstract kindOf(node: unknown, scope: Scope): Kind
  abstract run(statement: unknown, scope: Scope): void

  refuse(node: SyntaxNode): Kind {
    this.refused ??= node
    return ANYTHING
  }

  note(isNew: boolean): void {
    this.learnt ||= isNew
  }

  factsOf(made: SyntaxNode): Facts {
    const facts = this.#facts.get(made) ?? new Facts()
    this.#facts.set(made, facts)
    return facts
  }

  /** The scope of a node, the same in every turn. */
  scopeOf(node: SyntaxNode, make: () => Scope): Scope {
    const scope = this.#scopes.get(node) ?? make()
    this.#scopes.set(node, scope)
    return scope
  }

  borrow(): void {
    this.note(!this.borrows)
    this.borrows = true
  }

  /** From here on an object may have a name that something built in has, too. */
  shareName(): void {
    this.note(this.names === WORD)
    this.names = TEXT
  }

  /** A part of a value, or a letter of it. */
  partOf(kind: Kind): Kind {
    const isShell = (kind & SHELL) !== 0 || (this.#mixed && (kind & OWN) !== 0)
    return either(
      kind & DATA,
      (kind & TABLE) === 0 ? PLAIN : LIST,
      (kind & (TEXT | WORD)) === 0 ? PLAIN : TEXT,
      (kind & OWN) === 0 ? PLAIN : either(TEXT, WORD, OWN, this.#maps),
      isShell ? either(this.#ofShells, this.#maps) : PLAIN,
      (kind & OTHER) === 0 ? PLAIN : ANYTHING,
    )
  }

  /** What going through a value gives: of a map, pairs. */
  elementOf(kind: Kind): Kind {
    const part = this.partOf(kind)
    return (kind & MAP) === 0 ? part : either(part, this.holding(part))
  }

  /** A new array or object with such parts. */
  holding(...parts: readonly Kind[]): Kind {
    const all = either(...parts)
    if (isOnly(all, CLOSED)) return OWN
    this.#puts(all)
    return SHELL
  }

  /** Puts a value into an object. */
  store(kind: Kind): void {
    if (isOnly(kind, CLOSED)) return
    this.note(!this.#mixed)
    this.#mixed = true
    this.#puts(kind)
  }

  #puts(kind: Kind): void {
    this.note(!isOnly(kind, this.#ofShells))
    this.#ofShells = either(this.#ofShells, kind)
  }

  /** A piece of a string, or a new array with the parts of another. */
  copyOf(kind: Kind): Kind {
    const isArray = isOnly(kind, OWN | SHELL | LIST | TABLE)
    return either(isArray ? PLAIN : TEXT, this.holding(this.partOf(kind)))
  }

  /** What stands for the place of an element: of a map it is a key. */
  placeIn(kind: Kind): Kind {
    const isNone = this.#maps === PLAIN || (kind & (MAP | OTHER)) === 0
    return isNone ? PLAIN : this.partOf(kind)
  }

  /** From here on a map may be among the parts of any object. */
  makeMap(): Kind {
    this.note(this.#maps === PLAIN)
    this.#maps = MAP
    return MAP
  }

  /** Whether a value may be there for good: it holds nothing that runs, and nobody changes it. */
  isConstant(kind: Kind): boolean {
    const isOwn = isOnly(kind, CLOSED)
    return isKey(kind) || isOnly(kind, TEXT | WORD) || (isOwn && !this.#mixed)
  }
}
