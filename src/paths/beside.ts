/** A file beside another one, both as they are shown. */
export function shownBeside(file: string, path: string): string {
  return folderOf(file) + path
}

/** What a file is called once the one called `from` is called `to`: those beside it move along. */
export function shownMoved(file: string, from: string, to: string): string {
  if (file === from) return to
  return file.startsWith(folderOf(from)) ? shownBeside(to, file.slice(folderOf(from).length)) : file
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1)
}
