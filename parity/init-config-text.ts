import type { PairSuites } from './config.ts';
import type { Pair } from './report-model.ts';

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const pairText = ({ name, sync, async }: Pair): string =>
  `    { name: ${quote(name)}, sync: ${quote(sync)}, async: ${quote(async)} },\n`;

const suiteText = ({ pair, shared }: PairSuites): string =>
  `    { pair: ${quote(pair)}, shared: [${shared.map(quote).join(', ')}] },\n`;

const suitesText = (suites: readonly PairSuites[]): string =>
  suites.length === 0
    ? `  // What 'lockstep test' runs on both sides:
  // suites: [{ pair: 'Store', shared: ['test/shared'] }],
`
    : `  suites: [\n${suites.map(suiteText).join('')}  ],\n`;

/** What `lockstep.config.ts` starts with: the pairs and suites that were found, or examples to fill in where none was. */
export const configText = (pairs: readonly Pair[], suites: readonly PairSuites[]): string => {
  const listed = pairs.map(pairText).join('');
  const example =
    "    // { name: 'Store', sync: './src/store.ts#Store', async: './src/async-store.ts#AsyncStore' },\n";
  return `import { defineConfig } from 'lockstep/parity';

export default defineConfig({
  pairs: [
${pairs.length === 0 ? example : listed}  ],
${suitesText(suites)}  // Findings that are right as they are, each with its reason:
  // { pair: 'Store', member: 'watch', check: 'uncontracted-member', reason: 'needs an event loop' },
  allow: [],
});
`;
};
