/** Something that symbolic execution does not model exactly: the formula is not decided. */
export class NotFollowed extends Error {
  override name = 'NotFollowed'
  /** UTF-16 offset of the place, once it is known. */
  offset: number | undefined
  /** The file of the place. */
  file: string | undefined

  constructor(why: string, offset?: number) {
    super(why)
    this.offset = offset
  }
}
