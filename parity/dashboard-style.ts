/** The style sheet of the dashboard. Every pair of text and ground has a contrast of at least 4.5 (WCAG 2.2 AA). */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f4f5f7; --card: #fff; --line: #d5d9df; --grid: #e6e9ed;
  --text: #171b21; --quiet: #535c68; --link: #0b57b0;
  --sync: #0b57b0; --async: #b0440a; --shared: #5b4bb5; --limit: #7d8590;
  --pass: #0f6b31; --pass-ground: #dff3e4; --fail: #a8101f; --fail-ground: #fde5e5; --tag: #eceff3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117; --card: #161b22; --line: #30363d; --grid: #252b33;
    --text: #e6edf3; --quiet: #9ca6b1; --link: #79b8ff;
    --sync: #6cb2ff; --async: #ffa05c; --shared: #b8a9ff; --limit: #8b949e;
    --pass: #63d98a; --pass-ground: #12301d; --fail: #ff8f88; --fail-ground: #3b1517; --tag: #262d36;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; }
.page { max-width: 1080px; margin: 0 auto; padding: 32px 24px 48px; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -999px; top: 8px; background: var(--card); padding: 8px 12px; }
.skip:focus { left: 8px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
code { font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 28px; line-height: 1.2; letter-spacing: -.015em; overflow-wrap: anywhere; }
h2 { font-size: 21px; line-height: 1.3; letter-spacing: -.01em; margin-top: 40px; overflow-wrap: anywhere; }
h3 { font-size: 16px; margin: 32px 0 12px; }
h4 { font-size: 14px; }
header { display: grid; grid-template-columns: 1fr auto; gap: 4px 16px; align-items: center; }
header > * { grid-column: 1 / -1; }
header > h1 { grid-column: 1; }
header > .verdict { grid-column: 2; }
.eyebrow { color: var(--quiet); font-size: 13px; font-weight: 600; }
.verdict { font-weight: 650; padding: 6px 14px; border-radius: 99px; white-space: nowrap; }
.verdict.pass { background: var(--pass-ground); }
.verdict.fail { background: var(--fail-ground); }
.pass { color: var(--pass); } .fail { color: var(--fail); }
.facts { display: flex; flex-wrap: wrap; gap: 2px 20px; color: var(--quiet); font-size: 13px; margin-top: 4px; }
nav ul { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 12px; }
nav a { display: block; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 6px 12px; text-decoration: none; color: inherit; }
nav a:hover { border-color: var(--link); }
.sides { color: var(--quiet); margin-top: 2px; }
.sides code { color: var(--text); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.tiles { display: grid; grid-template-columns: repeat(6, 1fr); gap: 12px; margin-top: 16px; }
.tile { padding: 14px 16px; min-width: 0; display: flex; flex-direction: column; }
.tile.bad { border-color: var(--fail); box-shadow: inset 0 3px 0 var(--fail); }
.tile dt { color: var(--quiet); font-size: 13px; }
.tile .value { font-size: 22px; font-weight: 650; line-height: 1.25; margin: 4px 0 6px; font-variant-numeric: tabular-nums; letter-spacing: -.01em; }
.tile .of { display: block; white-space: nowrap; font-size: 18px; }
.tile .note { font-size: 12.5px; color: var(--quiet); margin-top: auto; }
.tile .note .pass, .tile .note .fail { display: block; font-weight: 650; }
.note { color: var(--quiet); font-size: 13px; max-width: 75ch; }
p.note { margin-top: 8px; }
.none { color: var(--quiet); }
.key { display: inline-block; width: 10px; height: 10px; margin-right: 7px; border-radius: 50%; background: currentColor; }
.key.sync, .tag.sync { color: var(--sync); } .key.async, .tag.async { color: var(--async); } .key.shared { color: var(--shared); } .key.open { color: var(--fail); }
.key.async { border-radius: 1px; }
.key.shared { border-radius: 1px; transform: rotate(45deg) scale(.85); }
.key.limit { width: 16px; height: 0; border-top: 2px dashed var(--limit); border-radius: 0; background: none; vertical-align: middle; }
.charts { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
figure { padding: 16px 18px 12px; min-width: 0; }
.keys { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 13px; color: var(--quiet); margin-top: 4px; }
.keys b { color: var(--text); font-variant-numeric: tabular-nums; }
.chart { display: grid; grid-template-columns: 44px 1fr; grid-template-rows: 150px 20px; margin-top: 16px; }
.chart svg { width: 100%; height: 100%; overflow: visible; }
.chart .y, .chart .x { position: relative; color: var(--quiet); font-size: 12px; font-variant-numeric: tabular-nums; }
.chart .y span { position: absolute; right: 10px; transform: translateY(-50%); white-space: nowrap; }
.chart .x { grid-column: 2; }
.chart .x span { position: absolute; top: 6px; transform: translateX(-50%); white-space: nowrap; }
svg path { fill: none; vector-effect: non-scaling-stroke; }
.grid { stroke: var(--grid); stroke-width: 1; }
svg .limit { stroke: var(--limit); stroke-width: 1.5; stroke-dasharray: 5 4; }
.line { stroke-width: 2; stroke-linejoin: round; }
.point { stroke-width: 7; stroke-linecap: round; }
.point.async { stroke-linecap: square; stroke-width: 6; }
svg .sync { stroke: var(--sync); } svg .async { stroke: var(--async); } svg .shared { stroke: var(--shared); } svg .open { stroke: var(--fail); }
.point.shared { stroke-width: 5; }
.more { font-size: 13px; margin-top: 10px; }
.items li { padding: 12px 18px; }
.items li + li { border-top: 1px solid var(--line); }
ol.items { counter-reset: step; list-style: none; }
ol.items li { display: flex; gap: 14px; counter-increment: step; }
ol.items li::before { content: counter(step); color: var(--quiet); font-variant-numeric: tabular-nums; }
.items p { overflow-wrap: anywhere; max-width: 90ch; }
.items .head { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; margin-bottom: 2px; max-width: none; }
.items .head code { font-weight: 650; font-size: 14px; }
.tag { font-size: 12px; line-height: 1.5; padding: 1px 8px; border-radius: 99px; background: var(--tag); white-space: nowrap; }
.age { color: var(--quiet); font-size: 13px; margin-left: auto; }
details { margin-top: 12px; }
summary { cursor: pointer; color: var(--link); width: fit-content; padding: 4px 2px; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
details .scroll { margin-top: 8px; max-height: 480px; overflow-y: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { padding: 9px 14px; text-align: right; vertical-align: middle; }
th:first-child { text-align: left; }
thead th { color: var(--quiet); font-weight: 600; font-size: 13px; vertical-align: bottom; }
tbody tr, tfoot tr { border-top: 1px solid var(--line); }
tbody th { font-weight: 500; }
tfoot th, tfoot td { font-weight: 650; }
details tbody th, details td { white-space: nowrap; }
.bars { width: 34%; }
.bar { display: flex; height: 8px; margin: 3px 0; gap: 1px; }
.bar i { min-width: 0; border-radius: 2px; }
.bar .shared { background: var(--shared); } .bar .sync { background: var(--sync); } .bar .async { background: var(--async); }
section > h2 + .none { margin-top: 12px; }
h2 + .items { margin-top: 12px; }
footer { margin-top: 48px; color: var(--quiet); font-size: 13px; }
@media (max-width: 960px) { .tiles { grid-template-columns: repeat(3, 1fr); } }
@media (max-width: 700px) {
  .page { padding: 20px 16px 32px; }
  .charts { grid-template-columns: 1fr; }
  .tiles { grid-template-columns: 1fr 1fr; gap: 8px; }
  .tile { padding: 12px 14px; }
  header { grid-template-columns: 1fr; }
  header > .verdict { grid-column: 1; justify-self: start; margin-top: 6px; }
  h1 { font-size: 24px; }
  .bars { display: none; }
  th, td { padding: 8px 10px; }
  th:first-child { padding-left: 14px; }
  table { font-size: 13px; }
  table:not(.areas) { min-width: 520px; }
  .areas th, .areas td { padding: 8px 5px; font-size: 12.5px; }
  .areas th:first-child { padding-left: 12px; }
  .areas tr > :nth-child(5) { padding-right: 12px; }
  .areas td { white-space: nowrap; }
  .age { margin-left: 0; width: 100%; }
  .items li { padding: 12px 14px; }
}
@media print {
  :root { --ground: #fff; --card: #fff; --line: #bbb; --grid: #ddd; --text: #000; --quiet: #444; --link: #000; --sync: #0b57b0; --async: #b0440a; --shared: #5b4bb5; --limit: #666; --pass: #0f6b31; --fail: #a8101f; --tag: #eee; --pass-ground: #fff; --fail-ground: #fff; }
  .verdict { border: 1px solid; }
  body { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .page { max-width: none; padding: 0; }
  .skip, nav, .more { display: none; }
  figure, .tile, .items li, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .scroll { overflow: visible; max-height: none !important; }
  details::details-content { content-visibility: visible; height: auto; }
  table { font-size: 9pt; }
  th, td { padding: 4px 6px; }
  details table { font-size: 7.5pt; }
  details thead th { font-size: 7.5pt; white-space: normal; }
  details th, details td { padding: 3px 4px; }
}
`;
