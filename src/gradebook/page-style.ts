/** Light and dark by what the reader prefers; every pair of colours has a contrast above 4.5. */
export const STYLE = `
:root { color-scheme: light dark; --page: #fff; --text: #1a1a1a; --line: #8884; --quiet: #555; --mark: #0a58ca; --got: #b02a37; --expected: #146c43; --look: #8a5300; --soft: #f3f4f6 }
@media (prefers-color-scheme: dark) { :root { --page: #121212; --text: #eee; --quiet: #bbb; --mark: #8ab4f8; --got: #ff8a94; --expected: #75d69c; --look: #ffc46b; --soft: #1e1f22 } }
* { box-sizing: border-box }
body { background: var(--page); color: var(--text); font: 15px/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem }
h1 { font-size: 1.5rem; margin: .5rem 0 } h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line) } h3 { font-size: 1rem; margin: 1rem 0 .25rem }
.quiet { color: var(--quiet); font-weight: normal; font-size: .9em }
header p, header ul { margin: .25rem 0; overflow-wrap: anywhere }
.skip { position: absolute; left: -99rem } .skip:focus { left: 1rem }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem 2.5rem; align-items: start }
table { border-collapse: collapse } caption { text-align: left; font-weight: 600; padding: .25rem 0 }
th, td { text-align: left; padding: .15rem .75rem .15rem 0; font-weight: normal; vertical-align: top }
.bars { width: 100% } .bars thead th { color: var(--quiet); font-size: .9em } .bars th { overflow-wrap: anywhere } .bars td { white-space: nowrap; width: 1% ; padding-right: 0 }
.bars meter { width: clamp(3rem, 12vw, 8rem); vertical-align: middle } .bars td span { display: inline-block; min-width: 5.5em; text-align: right; font-variant-numeric: tabular-nums }
.states { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: .75rem 0 }
.clusters { padding: 0; list-style: none } .clusters > li { border-bottom: 1px solid var(--line) } .clusters p { margin: .25rem 0 .5rem 1.1rem }
summary { cursor: pointer; padding: .35rem 0 } summary strong { font-variant-numeric: tabular-nums } code { font-size: .9em; background: var(--soft); padding: .1em .35em; border-radius: 3px }
.names { columns: 15rem; margin: 0 0 .75rem; padding-left: 2.2rem }
.filters { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; margin: .5rem 0 }
.filters label { display: grid; gap: .15rem; font-size: .9em; color: var(--quiet) } .filters .check { display: flex; align-items: center; min-height: 2rem; gap: .35rem }
.filters select, .filters input[type=search] { max-width: 14rem }
input, select, button { font: inherit; color: var(--text) } input[type=search], select, button { min-height: 2rem; padding: .15rem .6rem; border: 1px solid #8888; border-radius: 5px; background: var(--soft) } button { cursor: pointer } button:hover { border-color: var(--mark) }
.scroll { max-height: 75vh; overflow: auto; border: 1px solid var(--line); border-radius: 5px }
#table { width: max-content; min-width: 100%; table-layout: auto }
#table thead th { position: sticky; top: 0; background: var(--soft); border-bottom: 2px solid var(--line); z-index: 1 }
#table tbody tr { height: 34px }
#table td, #table th { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; padding: 0 .75rem; height: 34px; vertical-align: middle; border-bottom: 1px solid var(--line) }
#table .name { position: sticky; left: 0; background: var(--page); width: 15rem; min-width: 15rem; max-width: 15rem } #table thead .name { background: var(--soft); z-index: 2 }
#table .id { min-width: 8rem; max-width: 12rem } #table .section { min-width: 6rem; max-width: 10rem } #table .total { min-width: 9rem; font-variant-numeric: tabular-nums } #table .points { min-width: 10rem; font-variant-numeric: tabular-nums }
#table button { border: 0; background: none; padding: 0; min-height: 0; color: var(--mark); max-width: 100%; overflow: hidden; text-overflow: ellipsis; vertical-align: middle } #table thead button { font-weight: 600 } #table button:hover { text-decoration: underline }
.points.failed { color: var(--got) } .points.passed { color: var(--expected) } .points.set-aside, .points.not-judged, .points.errored { color: var(--look) } .points.missing, .points.excused { color: var(--quiet) }
th[aria-sort=ascending] button::after { content: " ▲" } th[aria-sort=descending] button::after { content: " ▼" }
a { color: var(--mark) } :focus-visible { outline: 3px solid var(--mark); outline-offset: 1px }
dialog { max-width: min(95vw, 48rem); width: max-content; background: var(--page); color: var(--text); border: 1px solid #8888; border-radius: 8px } dialog h2 { margin-top: 0 } dialog form { margin-top: 1rem }
dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem .75rem; margin: .25rem 0 } dt { color: var(--quiet) } dd { margin: 0; overflow-wrap: anywhere }
svg { max-width: 100%; height: auto; font: 12px system-ui, sans-serif; fill: var(--text) }
.got { stroke: var(--got); stroke-width: 2; fill: none } .expected { stroke: var(--expected); stroke-width: 2; stroke-dasharray: 6 4; fill: none }
.axis { stroke: var(--quiet); fill: none }
@media (max-width: 40rem) { body { padding: .6rem } #table .name { width: 9rem; min-width: 9rem; max-width: 9rem } #table tbody .name button { white-space: normal; text-align: left; font-size: .87em; line-height: 1.15; max-height: 2.3em } .filters label { flex: 1 1 8rem } .filters select, .filters input[type=search] { max-width: none; width: 100% } }
@media print { body { max-width: none; padding: 0; font-size: 11px } .scroll { max-height: none; overflow: visible; border: 0 } .filters, .clusters button, .skip, [data-more], dialog { display: none } #table { width: 100% } #table thead th, #table .name { position: static } #table td, #table th { white-space: normal; min-width: 0 !important; padding: 0 .4rem; height: auto } #table tbody tr { height: auto; break-inside: avoid } #table button { color: inherit } .bars tr { break-inside: avoid } }
`
