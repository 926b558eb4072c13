import { BLIND_TRIALS } from './blind-trials.ts';
import { scoreRealPairs } from './score.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const scores = scoreRealPairs();
for (const { name, compared, hits, falseFindings, missed, unjudged } of scores) {
  const counts = [compared, hits.length, falseFindings.length, missed.length, unjudged.length];
  console.log(`${name.padEnd(18)}${counts.map((count) => String(count).padStart(10)).join('')}`);
}
const total = (pick: (score: (typeof scores)[number]) => readonly string[]): number =>
  scores.reduce((sum, score) => sum + pick(score).length, 0);
const hits = total((score) => score.hits);
console.log('(members compared, real findings, false findings, missed, not judged)');
console.log(
  `precision ${percent(hits / (hits + total((score) => score.falseFindings)))}, recall ${percent(hits / (hits + total((score) => score.missed)))}`,
);
for (const { pairs, judged, first, refused } of BLIND_TRIALS) {
  const { real, none, missed } = first;
  console.log(
    `${pairs.length} pairs never seen, judged ${judged} the first run: ${real} real and ${none} false, missed ${missed ?? 'unknown'}, refused ${refused.length} pairs`,
  );
}
