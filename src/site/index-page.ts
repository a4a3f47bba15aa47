import { escapeHtml } from '../reporters/escape-html.ts'
import { jsonForScript } from '../text/script-json.ts'
import type { CourseOutline } from './course-data.ts'

/**
 * Nothing runs but the site's own scripts, and WebAssembly; nothing is loaded from or sent to anybody
 * else; no form goes anywhere.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%230550ae'/%3E%3Cpath d='M3.5 8.5l3 3 6-7' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E"

/** The page itself: what it shows is drawn by the script, from the course's outline in it. */
export function indexPage({
  outline,
  folder,
}: {
  readonly outline: CourseOutline
  /** Where all that the page loads lies. */
  readonly folder: string
}): string {
  const title = outline.name === undefined ? 'mlp-check' : `${outline.name} · mlp-check`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="./${folder}/page.css">
<script type="module" src="./${folder}/page.js"></script>
</head>
<body>
<noscript><p>This page judges answers in the browser itself, and needs JavaScript for it. On a command line, <code>npx mlp-check</code> does the same.</p></noscript>
<script type="application/json" id="course">${jsonForScript(outline)}</script>
</body>
</html>
`
}
