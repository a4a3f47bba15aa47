/** What the text of a submission may be: the parser and what follows it are recursive. */
export const SOURCE_LIMITS = {
  /** Of a source file. */
  sourceBytes: 64 * 1024,
  /** The same for text that comes from elsewhere, in UTF-16 units. */
  sourceLength: 64 * 1024,
  /** Characters of one line. */
  lineLength: 5000,
  /** Opening brackets in a file: round, square and curly ones together, and `<`. */
  brackets: 3000,
  angles: 1000,
  /** Characters that brackets enclose, each as often as it is enclosed; of a file. */
  enclosed: 2 ** 23,
  /** The same of what a program becomes so that it runs on letters: more, and it is not followed. */
  enclosedOnLetters: 2 ** 27,
  /** Characters of all files of a submission together. */
  length: 256 * 1024,
  /** Nesting of the syntax tree. */
  depth: 1500,
} as const
