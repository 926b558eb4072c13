import type { Pair } from './report-model.ts';

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const pairText = ({ name, sync, async }: Pair): string =>
  `    { name: ${quote(name)}, sync: ${quote(sync)}, async: ${quote(async)} },\n`;

/** What `lockstep.config.ts` starts with: the pairs that were found, or an example to fill in when none was. */
export const configText = (pairs: readonly Pair[]): string => {
  const listed = pairs.map(pairText).join('');
  const example =
    "    // { name: 'Store', sync: './src/store.ts#Store', async: './src/async-store.ts#AsyncStore' },\n";
  return `import { defineConfig } from 'lockstep/parity';

export default defineConfig({
  pairs: [
${pairs.length === 0 ? example : listed}  ],
  // Findings that are right as they are, each with its reason:
  // { pair: 'Store', member: 'watch', check: 'uncontracted-member', reason: 'needs an event loop' },
  allow: [],
});
`;
};
