/**
 * A path with slashes as a URI reference (RFC 3986): a relative one stays relative, so that whoever
 * reads it resolves it from the root of the repository; an absolute one becomes a `file:` URI.
 */
export function uriReference(path: string): string {
  const segments = path.split('/').map(encodeURIComponent)
  if (path.startsWith('/')) return `file://${segments.join('/')}`
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}/${segments.slice(1).join('/')}`
  return segments.join('/')
}
