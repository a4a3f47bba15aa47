/** Light and dark by what the reader prefers; every pair of colours has a contrast above 4.5. */
export const STYLE = `
:root { color-scheme: light dark; --page: #fff; --text: #1a1a1a; --line: #8884; --quiet: #555; --mark: #0a58ca; --got: #b02a37; --expected: #146c43 }
@media (prefers-color-scheme: dark) { :root { --page: #121212; --text: #eee; --quiet: #bbb; --mark: #8ab4f8; --got: #ff8a94; --expected: #75d69c } }
* { box-sizing: border-box }
body { background: var(--page); color: var(--text); font: 15px/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
.quiet { color: var(--quiet) }
.skip { position: absolute; left: -99rem } .skip:focus { left: 1rem }
.pair { display: flex; flex-wrap: wrap; gap: 2rem }
table { border-collapse: collapse } caption { text-align: left; font-weight: 600 }
th, td { text-align: left; padding: .1rem .6rem .1rem 0; font-weight: normal }
.bars meter { width: 8rem; vertical-align: middle }
.clusters { padding-left: 1.2rem } .clusters li { margin: .3rem 0 } .clusters span { font-variant-numeric: tabular-nums; font-weight: 600 }
.filters { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; margin: .5rem 0 }
input, select, button { font: inherit; min-height: 1.9rem }
.scroll { height: 70vh; overflow: auto; border: 1px solid var(--line) }
#table { width: 100%; min-width: 48rem; table-layout: fixed }
#table thead th { position: sticky; top: 0; background: var(--page); border-bottom: 2px solid var(--line) }
#table tbody tr { height: 30px }
#table td, #table th { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; padding: 0 .5rem; border-bottom: 1px solid var(--line) }
#table thead button { border: 0; background: none; font-weight: 600; padding: 0; cursor: pointer; color: var(--mark) }
th[aria-sort=ascending] button::after { content: " ▲" } th[aria-sort=descending] button::after { content: " ▼" }
a { color: var(--mark) } :focus-visible { outline: 3px solid var(--mark); outline-offset: 1px }
@media print { .scroll { height: auto; overflow: visible } .filters, .clusters button { display: none } #table thead th { position: static } }
dialog { max-width: 95vw; background: var(--page); color: var(--text) } svg { max-width: 100%; height: auto; font: 12px system-ui, sans-serif; fill: var(--text) }
.got { stroke: var(--got); stroke-width: 2; fill: none } .expected { stroke: var(--expected); stroke-width: 2; stroke-dasharray: 6 4; fill: none }
.axis { stroke: var(--quiet); fill: none }
`
