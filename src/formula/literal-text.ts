/**
 * The decimal text of a number literal, as exact as it was written: separators dropped, hexadecimal,
 * octal and binary turned into decimal. Undefined for what is no number (such as a bigint).
 */
export function literalText(raw: string): string | undefined {
  const text = raw.replaceAll('_', '').toLowerCase()
  if (/^0[xob][0-9a-f]+$/.test(text)) return BigInt(text).toString()
  if (/^0\d+$/.test(text)) return undefined
  return /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text) ? text : undefined
}
