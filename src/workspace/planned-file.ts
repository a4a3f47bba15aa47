/** One file of a new workspace, by its path relative to it. */
export interface PlannedFile {
  readonly path: string
  readonly text: string
}
