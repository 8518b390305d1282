/** The style of a document that stands alone, on screen (light and dark, from 320 px) and on paper. It loads nothing from anywhere. */
export const documentStyle = `:root { color-scheme: light dark; --ink: #1c2430; --soft: #4f5968; --line: #c9cfd8; --ground: #f5f4f0; --paper: #fff; --thread: #b3123b; --link: #0b4fae; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaee; --soft: #aab2bf; --line: #414a57; --ground: #222831; --paper: #161b22; --thread: #ff7d9a; --link: #8fbcff; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 "Source Sans 3", "Source Sans Pro", "Segoe UI", system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, h4, h5 { line-height: 1.2; font-weight: 600; margin: 0; overflow-wrap: break-word; hyphens: auto; break-after: avoid; }
h1 { font-size: clamp(1.6rem, 1.2rem + 2.2vw, 2.4rem); }
h2 { font-size: 1.5rem; margin: 2.75rem 0 0.75rem; }
h3 { font-size: 1.2rem; margin: 2rem 0 0.4rem; }
h4, h5 { font-size: 1.0625rem; margin: 1.5rem 0 0.3rem; }
h5 { color: var(--soft); }
p, ul, ol, dl { margin: 0 0 0.9rem; }
p, li, dd, td, th { overflow-wrap: break-word; }
ul, ol { padding-left: 1.4rem; }
li { margin: 0.2rem 0; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, .table-frame:focus-visible { outline: 3px solid var(--thread); outline-offset: 2px; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
.document-head { margin-bottom: 2rem; }
.document-author { color: var(--soft); font-weight: 600; }
.document-author::after { content: ""; display: block; width: 2.6rem; height: 5px; margin-top: 1.2rem; background: var(--thread); }
.document-subtitle { font-size: 1.2rem; color: var(--soft); margin: 0.5rem 0 0; }
.document-date { color: var(--soft); margin: 0.3rem 0 0; }
.facts { margin: 1.25rem 0; }
.facts div { display: grid; grid-template-columns: minmax(6rem, 11rem) 1fr; gap: 0 1rem; padding: 0.15rem 0; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
.document-contents ul { list-style: none; padding: 0; }
.document-contents .level-1 { font-weight: 600; margin-top: 0.5rem; }
.document-contents .level-2 { padding-left: 1.2rem; }
.table-frame { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.97rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.4rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); min-width: 3rem; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); }
th { font-weight: 600; }
.figures { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.decision { border-left: 3px solid var(--thread); padding: 0.2rem 0 0.2rem 1.1rem; margin: 1.4rem 0; }
.decision p { margin-bottom: 0.4rem; }
.decision ul { list-style: none; padding: 0; margin: 0; }
.decision li { margin: 0.35rem 0; }
.quotation { border-left: 3px solid var(--line); padding: 0.1rem 0 0.1rem 1.1rem; margin: 1.1rem 0; }
.quotation figcaption { color: var(--soft); font-weight: 600; font-size: 0.97rem; }
.quotation blockquote, .quotation p { margin: 0; }
.quotation-source { color: var(--soft); font-size: 0.92rem; }
.quotation cite { font-style: normal; }
.callout { background: var(--ground); border-radius: 6px; padding: 0.7rem 1rem; margin: 1.2rem 0; }
.callout p { margin: 0; }
.chart { margin: 1.5rem 0; }
.chart figcaption { font-weight: 600; }
.chart-label { display: flex; justify-content: space-between; gap: 1rem; margin: 0.5rem 0 0.1rem; font-size: 0.97rem; }
.chart-label strong { font-weight: 600; white-space: nowrap; font-variant-numeric: tabular-nums; }
.chart-bar { display: block; width: 100%; height: 14px; }
.chart-full { fill: var(--thread); }
.chart-light { fill: var(--thread); fill-opacity: 0.4; }
.chart-outline { fill: none; stroke: var(--thread); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.diagram { margin: 1.5rem 0; break-inside: avoid; }
.diagram-title { font-weight: 600; }
.diagram-said, .diagram-note { font-size: 0.97rem; margin: 0.2rem 0; }
.diagram-note { color: var(--soft); }
.diagram-pictures { container-type: inline-size; background: #fff; color: #1c2430; }
.diagram-svg { display: block; width: 100%; height: auto; }
.diagram-wide { display: none; }
.diagram-narrow { max-width: 26rem; }
@container (width >= 35rem) { .diagram-wide { display: block; } .diagram-narrow { display: none; } }
.note-mark { line-height: 0; font-size: 0.75em; font-weight: 600; }
.note-mark a, .note-back { color: var(--thread); }
.note-mark a { text-decoration: none; }
.note-mark a:hover { text-decoration: underline; }
.document-notes ol { font-size: 0.97rem; padding-left: 2.2rem; }
.document-notes li::marker { color: var(--thread); font-weight: 600; }
.document-notes li:target, :target > .note-mark { background: var(--ground); }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 30rem) { .facts div { grid-template-columns: 1fr; padding: 0.35rem 0; } main { padding-top: 1.25rem; } }
@page { size: A4; margin: 24mm 28mm; }
@media print {
  :root { color-scheme: light; --ink: #1c2430; --soft: #4f5968; --line: #c9cfd8; --ground: #f5f4f0; --paper: #fff; --thread: #b3123b; --link: #1c2430; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .page-break { break-before: page; }
  .table-frame { overflow: visible; }
  tr, .callout { break-inside: avoid; }
  .note-back { display: none; }
}
`;
