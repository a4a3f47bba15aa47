/** Light and dark by the reader's own setting; every pair of colours has a contrast of 4.5 at least. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1f2328; --quiet: #59636e; --line: #d1d9e0;
  --soft: #f6f8fa; --good: #116329; --bad: #b31d28; --odd: #7a4a00; --link: #0550ae; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #0d1117; --ink: #e6edf3; --quiet: #9aa4af; --line: #3d444d;
    --soft: #161b22; --good: #56d364; --bad: #ff8f86; --odd: #e3b341; --link: #79c0ff; }
}
@media (prefers-contrast: more) { :root { --quiet: var(--ink); --line: var(--ink); } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 60rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .25rem; }
article > h2, article > h3 { font-size: 1.05rem; margin: 0 0 .5rem; }
h1, h2, h3, p, dt, dd { overflow-wrap: anywhere; }
th, td { overflow-wrap: break-word; }
.quiet { color: var(--quiet); }
.passed { color: var(--good); } .failed { color: var(--bad); }
.errored, .warned { color: var(--odd); } .skipped, .hidden, .rule { color: var(--quiet); }
.word { font-weight: 600; white-space: nowrap; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0;
  border-bottom: 1px solid var(--line); }
th .quiet { font-weight: normal; }
mark { background: #ffe58a; color: #1f2328; }
td.number, th.number { text-align: right; padding-right: 0; white-space: nowrap; }
article { border: 1px solid var(--line); border-left: .35rem solid var(--bad); border-radius: .4rem;
  padding: 1rem; margin: 1rem 0; }
.told-warned, .told-errored { border-left-color: var(--odd); }
dl { display: grid; grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: .15rem 1rem; margin: .75rem 0; }
dt { color: var(--quiet); } dd { margin: 0; }
code, pre, dd { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .92rem; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: .3rem; padding: .6rem .75rem;
  overflow-x: auto; margin: .75rem 0; }
.hint { background: var(--soft); border-radius: .3rem; padding: .6rem .75rem; margin: .75rem 0; }
.hint p { margin: 0; }
svg { width: min(100%, 30rem); height: auto; display: block; margin: .75rem 0; }
summary { cursor: pointer; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .75rem; }
@media (max-width: 40rem) {
  table { table-layout: fixed; }
  thead th:nth-child(2) { width: 6.5rem; } thead th.number { width: 4rem; }
  .word, td.number { white-space: normal; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
}
@media print { body { max-width: none; } article { break-inside: avoid; } }
`
