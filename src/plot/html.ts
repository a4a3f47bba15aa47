import { escapeXml } from '../text/escape-xml.ts'
import { roundedLabel } from './axis.ts'
import type { Plot } from './plot.ts'
import { renderSvg } from './svg.ts'
import { element } from './xml.ts'

/** One page with the plot inside: no script, nothing loaded from anywhere. */
export function renderHtml(
  plot: Plot,
  size: { readonly width: number; readonly height: number },
): string {
  const picture = renderSvg(plot, { ...size, theme: 'auto' })
  const title = escapeXml(plot.title)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { margin: 2rem auto; padding: 0 1rem; max-width: ${size.width}px; font: 16px/1.5 system-ui, sans-serif; }
svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
h1, p, td { overflow-wrap: anywhere; }
th, td { padding: .2rem .8rem .2rem 0; text-align: left; font-variant-numeric: tabular-nums; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escapeXml(plot.description)}</p>
<figure style="margin:0">${picture}</figure>
${markTable(plot)}
</main>
</body>
</html>
`
}

/** The marked places once more, for those who do not see them in the picture. */
function markTable(plot: Plot): string {
  const rows = plot.panels.flatMap((panel) =>
    panel.marks.map((mark) => {
      const kind = plot.words[mark.kind]
      const place = mark.kind === 'kink' ? `${plot.variable} = ${roundedLabel(mark.x)}` : mark.label
      return [panel.title, kind, place].map((cell) => element('td', {}, escapeXml(cell))).join('')
    }),
  )
  if (rows.length === 0) return ''
  return element('table', {}, rows.map((row) => element('tr', {}, row)).join('\n'))
}
