/**
 * Somebody else's text as one line that any terminal or log can show: control, format and
 * direction characters and lone surrogates are spelt out as `\\u001b`; what is too long is cut,
 * with how much was left out.
 */
export function printable(text: string, most = 500): string {
  const shown = text.slice(0, most).replace(UNPRINTABLE, spellOut)
  const rest = text.length - most
  return rest > 0 ? `${shown}… (${rest} characters more)` : shown
}

const UNPRINTABLE =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu

const NAMED: Readonly<Record<string, string>> = { '\n': ' ', '\r': ' ', '\t': ' ' }

function spellOut(character: string): string {
  const named = NAMED[character]
  if (named !== undefined) return named
  const code = character.codePointAt(0) ?? 0
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`
}
