import { readFileSync } from 'node:fs'
import { eastAsianWidth } from 'get-east-asian-width'

/**
 * What a terminal shows, as an SVG picture: reads text with colour sequences from standard input
 * and writes the picture to standard output. It needs no browser.
 *
 *     FORCE_COLOR=2 mlp-check ex1 | node scripts/terminal-picture.js "mlp-check ex1" > picture.svg
 */
const CELL = { width: 8.4, height: 18 }
const MARGIN = { left: 16, top: 44, bottom: 16 }

function terminalPicture(text, title) {
  const lines = text.trimEnd().split(/\r?\n/).map(spans)
  const columns = Math.max(
    40,
    ...lines.map((line) => line.reduce((sum, span) => sum + widthOf(span.text), 0)),
  )
  const width = Math.ceil(2 * MARGIN.left + columns * CELL.width)
  const height = MARGIN.top + lines.length * CELL.height + MARGIN.bottom
  const rows = lines.map((line, row) => drawLine(line, MARGIN.top + (row + 0.8) * CELL.height))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t">
<title id="t">${escaped(title)}</title>
<style>${STYLE}</style>
<rect class="paper" width="${width}" height="${height}" rx="8"/>
<circle cx="18" cy="18" r="5.5" fill="#d1605e"/><circle cx="36" cy="18" r="5.5" fill="#d6a243"/><circle cx="54" cy="18" r="5.5" fill="#5da36a"/>
<text class="title" x="${width / 2}" y="22" text-anchor="middle">${escaped(title)}</text>
${rows.filter((row) => row !== '').join('\n')}
</svg>
`
}

/** Every run of one look at its own place, so that no font's widths can shift the columns. */
function drawLine(line, y) {
  let column = 0
  return line
    .map(({ text, look }) => {
      const x = MARGIN.left + column * CELL.width
      const taken = widthOf(text)
      column += taken
      if (text.trim() === '') return ''
      const fill = look.color?.startsWith('#') ? ` style="fill:${look.color}"` : ''
      const names = [look.bold && 'b', look.dim && 'd', fill === '' && look.color].filter(Boolean)
      const classes = names.length > 0 ? ` class="${names.join(' ')}"` : ''
      const length = (taken * CELL.width).toFixed(1)
      return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" textLength="${length}"${classes}${fill} xml:space="preserve">${escaped(text)}</text>`
    })
    .join('')
}

/** The line in runs of one look; SGR sequences of colour, bold and dim are understood. */
function spans(line) {
  const found = []
  let look = {}
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
  for (const part of line.split(/(\u001b\[[0-9;]*m)/)) {
    if (part.startsWith('\u001b')) look = changed(look, part.slice(2, -1).split(';').map(Number))
    else if (part !== '') found.push({ text: part, look })
  }
  return found
}

const NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white']

function changed(look, [code = 0, kind, ...rest]) {
  if (code === 0) return {}
  if (code === 1) return { ...look, bold: true }
  if (code === 2) return { ...look, dim: true }
  if (code === 22) return { ...look, bold: false, dim: false }
  if (code === 39) return { ...look, color: undefined }
  if (code === 38) return { ...look, color: kind === 5 ? ofCube(rest[0]) : hex(rest) }
  if (code >= 30 && code <= 37) return { ...look, color: NAMES[code - 30] }
  return code >= 90 && code <= 97
    ? { ...look, color: code === 90 ? 'grey' : NAMES[code - 90] }
    : look
}

/** xterm's colours 16 to 255: a cube of six levels, then greys. */
function ofCube(index) {
  if (index >= 232) return hex(Array(3).fill(8 + (index - 232) * 10))
  const levels = [0, 95, 135, 175, 215, 255]
  const place = index - 16
  return hex([levels[Math.floor(place / 36)], levels[Math.floor(place / 6) % 6], levels[place % 6]])
}

function hex(parts) {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function widthOf(text) {
  return [...text].reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0)), 0)
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

const STYLE =
  'text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#1f2328;white-space:pre}' +
  '.paper{fill:#f6f8fa}.title{font-size:12px;fill:#5c6670}.b{font-weight:700}.d,.grey{fill:#5c6670}' +
  '.red{fill:#b3261e}.green{fill:#1a7f37}.yellow{fill:#8a5a00}.blue{fill:#0550ae}.magenta{fill:#8250df}.cyan{fill:#0e6e7c}' +
  '@media (prefers-color-scheme:dark){text{fill:#e6edf3}.paper{fill:#0d1117}.title,.d,.grey{fill:#9aa4af}' +
  '.red{fill:#ff7b72}.green{fill:#56d364}.yellow{fill:#e3b341}.blue{fill:#79c0ff}.magenta{fill:#d2a8ff}.cyan{fill:#56d4dd}}'

const [title = 'mlp-check'] = process.argv.slice(2)
process.stdout.write(terminalPicture(readFileSync(0, 'utf8'), title))
