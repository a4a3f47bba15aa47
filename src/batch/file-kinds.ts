/**
 * What a file is, by its name as its author reads it: Windows drops spaces and full stops at a
 * name's end where other systems keep them, and nobody sees them or a joiner there.
 */
export function meantName(path: string): string {
  const meant = path.replace(/[\s.\p{Default_Ignorable_Code_Point}]+$/u, '')
  return meant === '' || meant.endsWith('/') ? path : meant
}

/** The stem of a program's name; undefined of what is none. Editors of texts put `.txt` behind it. */
export function scriptStem(name: string): string | undefined {
  return /^(.+)\.(?:[cm]?[jt]s|[jt]sx)(?:\.txt)?$/i.exec(meantName(name))?.[1]
}

/** Archives that are opened. */
export function isArchive(file: string): boolean {
  return ARCHIVE.test(meantName(file))
}

export function isZip(file: string): boolean {
  return /\.zip$/i.test(meantName(file))
}

/** Archives of kinds that are not opened. */
export function isOtherArchive(file: string): boolean {
  return !isArchive(file) && OTHER_ARCHIVE.test(meantName(file))
}

/** `work.tar.gz` → `work`. */
export function withoutArchive(file: string): string {
  return meantName(file).replace(ARCHIVE, '')
}

const ARCHIVE = /\.(?:zip|tar|tgz|tar\.gz)$/i
const OTHER_ARCHIVE = /\.(?:tar\.\w+|tbz2?|txz|bz2|xz|7z|rar|gz)$/i
