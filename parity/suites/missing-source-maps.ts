import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What V8 writes of one process. */
interface V8Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly endOffset: number }[] }[];
  }[];
  readonly 'source-map-cache'?: Readonly<Record<string, unknown>>;
}

const TYPESCRIPT = /^file:.*\.[cm]?tsx?$/;

/** Where the code that ran ends; the module as a whole is V8's first range. */
const length = (script: V8Coverage['result'][number]): number =>
  script.functions[0]?.ranges[0]?.endOffset ?? 0;

/**
 * The TypeScript files that ran as other text than they hold without a source map, absolute and sorted: their coverage would
 * be that of the transpiler's output. Node.js itself takes types out in place, which needs no map and keeps the length.
 */
export const missingSourceMaps = (folder: string): readonly string[] => {
  const reports = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name): V8Coverage => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const missing = reports.flatMap((report) => {
    const mapped = report['source-map-cache'] ?? {};
    return report.result
      .filter(({ url }) => TYPESCRIPT.test(url) && !(url in mapped))
      .map((script) => ({ script, file: fileURLToPath(script.url) }))
      .filter(({ script, file }) => existsSync(file) && readFileSync(file, 'utf8').length !== length(script))
      .map(({ file }) => file);
  });
  return [...new Set(missing)].toSorted();
};
