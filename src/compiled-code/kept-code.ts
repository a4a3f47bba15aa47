/** What V8 made of one of our files in an earlier run; where it reads nothing, it is wanted. */
export interface KeptCode {
  readonly read: () => Uint8Array | undefined
  readonly keep: (code: Uint8Array) => void
}

/** That of each file, by its name. */
export type KeptCodes = (file: string) => KeptCode
