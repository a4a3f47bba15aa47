/** Names that Windows keeps for devices, with whatever ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?:\.|$)/i

const FORBIDDEN = /[<>:"|?*\\/\p{Cc}]/u

/** Why no file of this name can be made on Windows; undefined where one can. */
export function unportable(name: string): string | undefined {
  if (DEVICE.test(name)) return 'Windows keeps this name for a device'
  const [letter] = FORBIDDEN.exec(name) ?? []
  if (letter !== undefined) return `Windows allows no ${JSON.stringify(letter)} in a name`
  return /[. ]$/.test(name) ? 'Windows drops full stops and blanks at the end of a name' : undefined
}
