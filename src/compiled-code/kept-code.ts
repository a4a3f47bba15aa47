/** What V8 made of one of our files in an earlier run; where there is nothing, it is wanted. */
export interface KeptCode {
  readonly code: Uint8Array | undefined
  readonly keep: (code: Uint8Array) => void
}
