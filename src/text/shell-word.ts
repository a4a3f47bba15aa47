/** A file name as one word of a shell, on Unix and on Windows alike where it is an ordinary one. */
export function shellWord(word: string): string {
  return /^[\w./\\:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
