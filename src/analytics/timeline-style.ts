/** The style sheet of a run's page. Every pair of text and ground has a contrast of at least 4.5 (WCAG 2.2 AA), and no mark is told apart by its color alone. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f4f5f7; --card: #fff; --line: #d5d9df; --grid: #e6e9ed;
  --text: #171b21; --quiet: #535c68; --link: #0b57b0; --hover: #f4f7fb;
  --bar: #3b7dd8; --wait: #c3d5ee; --critical: #b0440a; --critical-wait: #f0cdb8; --critical-ground: #fff4ec;
  --pass: #0f6b31; --pass-ground: #dff3e4; --fail: #a8101f; --fail-ground: #fde5e5; --tag: #eceff3;
  --name: 280px; --time: 88px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117; --card: #161b22; --line: #30363d; --grid: #252b33;
    --text: #e6edf3; --quiet: #9ca6b1; --link: #79b8ff; --hover: #1c232c;
    --bar: #4d94ee; --wait: #23405f; --critical: #ffa05c; --critical-wait: #553016; --critical-ground: #241a13;
    --pass: #63d98a; --pass-ground: #12301d; --fail: #ff8f88; --fail-ground: #3b1517; --tag: #262d36;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; }
.page { max-width: 1280px; margin: 0 auto; padding: 32px 24px 48px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; border-radius: 4px; }
.skip { position: absolute; left: -999px; top: 8px; background: var(--card); color: var(--link); padding: 8px 12px; z-index: 2; }
.skip:focus { left: 8px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h1, h2, p, ol, ul, dl, dd { margin: 0; padding: 0; }
ol, ul { list-style: none; }
h1 { font-size: 28px; line-height: 1.2; letter-spacing: -.015em; overflow-wrap: anywhere; }
h2 { font-size: 19px; margin: 36px 0 10px; }
header { display: grid; grid-template-columns: 1fr auto; gap: 4px 16px; align-items: center; }
header > * { grid-column: 1 / -1; }
header > h1 { grid-column: 1; }
header > .verdict { grid-column: 2; }
.eyebrow { color: var(--quiet); font-size: 13px; font-weight: 600; }
.verdict { font-weight: 650; padding: 6px 14px; border-radius: 99px; white-space: nowrap; background: var(--tag); }
.verdict.completed { background: var(--pass-ground); color: var(--pass); }
.verdict.failed { background: var(--fail-ground); color: var(--fail); }
.about { display: flex; flex-wrap: wrap; gap: 2px 20px; color: var(--quiet); font-size: 13px; margin-top: 4px; overflow-wrap: anywhere; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin-top: 16px; }
.tile { padding: 12px 16px; display: flex; flex-direction: column; }
.tile dt { color: var(--quiet); font-size: 13px; }
.tile dd { font-size: 21px; font-weight: 650; font-variant-numeric: tabular-nums; letter-spacing: -.01em; }
.tile .of { display: block; font-size: 13px; font-weight: 400; color: var(--quiet); letter-spacing: 0; }
.note { color: var(--quiet); font-size: 13px; max-width: 90ch; margin: 0 0 10px; }
.path { display: flex; flex-wrap: wrap; gap: 6px 0; font-size: 14px; }
.path li + li::before { content: "→"; color: var(--quiet); margin: 0 8px; }
.path .ms { color: var(--quiet); font-variant-numeric: tabular-nums; }
.keys { display: flex; flex-wrap: wrap; gap: 2px 18px; font-size: 13px; color: var(--quiet); margin: 0 0 10px; }
.keys i { display: inline-block; width: 18px; height: 10px; border-radius: 2px; margin-right: 6px; vertical-align: -1px; }
.chart { overflow: clip; }
.ruler { position: sticky; top: 0; z-index: 1; height: 28px; background: var(--card); border-bottom: 1px solid var(--line); }
.axis, .lines { position: absolute; inset: 0 calc(var(--time) + 16px) 0 calc(var(--name) + 16px); }
.lanes .axis, .lanes .lines { inset: 0 16px; }
.axis i { position: absolute; top: 6px; transform: translateX(-50%); font: 12px/1.3 inherit; font-style: normal; font-size: 12px; color: var(--quiet); white-space: nowrap; font-variant-numeric: tabular-nums; }
.lines i { position: absolute; top: 0; bottom: 0; width: 1px; background: var(--grid); }
.body { position: relative; }
.lanes .body { padding: 6px 16px; }
.lane { position: relative; height: 14px; margin: 3px 0; }
.row { position: relative; }
.row + .row { border-top: 1px solid var(--grid); }
.row.critical { box-shadow: inset 3px 0 0 var(--critical); }
summary { cursor: pointer; }
.row summary { display: grid; grid-template-columns: var(--name) 1fr var(--time); align-items: center; padding: 0 16px; min-height: 30px; list-style: none; }
.row summary::-webkit-details-marker { display: none; }
.row summary:hover { background: color-mix(in srgb, var(--hover) 70%, transparent); }
.name { display: flex; align-items: center; gap: 6px; min-width: 0; padding-right: 12px; font-size: 14px; }
.id { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.sign { width: 1em; flex: none; text-align: center; color: var(--quiet); }
.sign.completed { color: var(--pass); } .sign.failed { color: var(--fail); }
.tag { flex: none; font-size: 11.5px; line-height: 1.5; padding: 0 7px; border-radius: 99px; background: var(--tag); white-space: nowrap; }
.tag.critical { color: var(--critical); background: var(--critical-ground); }
.time { text-align: right; font-size: 13px; font-variant-numeric: tabular-nums; color: var(--quiet); white-space: nowrap; }
.track { position: relative; height: 16px; }
.track b, .lane b { position: absolute; top: 0; bottom: 0; min-width: 2px; border-radius: 2px; }
.whole, .keys .wait { background: var(--wait); } .whole.critical { background: var(--critical-wait); }
.attempt, .keys .bar { background: var(--bar); } .attempt.critical, .keys .critical { background: var(--critical); }
.attempt.failed, .keys .bad { background: repeating-linear-gradient(45deg, var(--fail) 0 4px, transparent 4px 7px), var(--fail-ground); box-shadow: inset 0 0 0 1.5px var(--fail); }
.attempt.aborted, .keys .cut { background: repeating-linear-gradient(90deg, var(--quiet) 0 3px, transparent 3px 6px); box-shadow: inset 0 0 0 1.5px var(--quiet); }
.lane b { border-right: 1px solid var(--card); }
.point { font-size: 12px; line-height: 16px; color: var(--quiet); font-weight: 400; transform: translateX(-50%); }
.row .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 8px 20px; padding: 8px 16px 14px calc(16px + 1.4em); font-size: 13px; position: relative; background: var(--card); }
.facts dt { color: var(--quiet); }
.facts dd { overflow-wrap: anywhere; }
#numbers { margin-top: 24px; }
#numbers > summary { color: var(--link); width: fit-content; padding: 4px 2px; }
.scroll { overflow: auto; max-height: 480px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin-top: 8px; }
table { border-collapse: collapse; width: 100%; min-width: 820px; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { padding: 6px 12px; text-align: right; white-space: nowrap; }
th:first-child, td:nth-child(2), td:nth-child(3), th:nth-child(2), th:nth-child(3) { text-align: left; }
thead th { color: var(--quiet); font-weight: 600; }
tbody tr { border-top: 1px solid var(--grid); }
tbody th { font-weight: 500; }
footer { margin-top: 40px; color: var(--quiet); font-size: 13px; }
@media (max-width: 800px) {
  :root { --name: 128px; --time: 62px; }
  .page { padding: 20px 12px 32px; }
  header { grid-template-columns: 1fr; }
  header > .verdict { grid-column: 1; justify-self: start; margin-top: 6px; }
  h1 { font-size: 24px; }
  .tiles { grid-template-columns: 1fr 1fr; gap: 8px; }
  .axis, .lines { inset: 0 calc(var(--time) + 8px) 0 calc(var(--name) + 8px); }
  .lanes .axis, .lanes .lines { inset: 0 14px; }
  .lanes .body { padding: 6px 14px; }
  .axis i:nth-child(even) { display: none; }
  .row summary { padding: 0 8px; }
  .name { font-size: 12.5px; padding-right: 6px; }
  .name .tag { display: none; }
  .time { font-size: 11.5px; }
  .row .facts { padding-left: 8px; grid-template-columns: 1fr; }
}
@media print {
  :root { --ground: #fff; --card: #fff; --line: #bbb; --grid: #ddd; --text: #000; --quiet: #444; --link: #000; --bar: #3b7dd8; --wait: #c3d5ee; --critical: #b0440a; --critical-wait: #f0cdb8; --critical-ground: #fff; --pass: #0f6b31; --fail: #a8101f; --tag: #eee; --pass-ground: #fff; --fail-ground: #fff; --name: 190px; --time: 70px; }
  body { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .page { max-width: none; padding: 0; }
  .skip { display: none; }
  .verdict { border: 1px solid; }
  .ruler { position: static; }
  .row, .tile, tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  .scroll { overflow: visible; max-height: none; border: 0; }
  #numbers::details-content { content-visibility: visible; height: auto; }
  table { min-width: 0; font-size: 7pt; }
  th, td { padding: 3px 4px; white-space: normal; overflow-wrap: anywhere; }
}
`;
