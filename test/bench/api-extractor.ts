import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A report of the API and nothing else: no model, no rolled-up declarations. */
const CONFIG = {
  mainEntryPointFilePath: '<projectFolder>/pair.d.ts',
  projectFolder: '.',
  compiler: { tsconfigFilePath: '<projectFolder>/tsconfig.json' },
  apiReport: { enabled: true, reportFolder: '<projectFolder>', reportTempFolder: '<projectFolder>/temp' },
  docModel: { enabled: false },
  dtsRollup: { enabled: false },
  tsdocMetadata: { enabled: false },
};

/** Writes a pair as declarations, which are what api-extractor reads, and gives the arguments for `node` that extract their API. */
export const extractorArguments = (folder: string, source: string): readonly string[] => {
  writeFileSync(join(folder, 'package.json'), '{ "name": "pair", "version": "1.0.0" }');
  writeFileSync(
    join(folder, 'pair.d.ts'),
    source
      .replaceAll(/ \{ throw new Error\('\d+'\); \}/g, ';')
      .replaceAll('export class', 'export declare class'),
  );
  writeFileSync(join(folder, 'api-extractor.json'), JSON.stringify(CONFIG));
  const bin = join(
    import.meta.dirname,
    'node_modules',
    '@microsoft',
    'api-extractor',
    'bin',
    'api-extractor',
  );
  return [bin, 'run', '--local', '--config', join(folder, 'api-extractor.json')];
};
