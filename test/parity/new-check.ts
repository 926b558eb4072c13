import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of a check, by their path from the root of the repository. */
const filesOf = (id: string, name: string): Readonly<Record<string, string>> => ({
  [`parity/checks/${id}.ts`]: `import { defineCheck } from '../define-check.ts';

/** What both sides have to agree on, in a sentence. */
export const ${name} = defineCheck({
  id: '${id}',
  find: ({ members }) =>
    members
      .filter(({ sync, async }) => sync.kind !== async.kind)
      .map((member) => ({
        member: member.name,
        side: 'async',
        facts: {},
        sync: { member: member.sync, signature: null },
        async: { member: member.async, signature: null },
      })),
});
`,
  [`parity/checks/${id}.md`]: `# ${id}

What it finds, in a sentence.

## Why it matters

What breaks for a caller who moves from one side to the other.

## How to mend it

What to change.

\`\`\`ts
class Store { get(key: string): string { … } }
class AsyncStore { async get(key: string): Promise<string> { … } }
\`\`\`

## When to allow it

When it is right as it is.
`,
  [`test/parity/fixtures/${id}/agrees.ts`]: `export class Store {
  get(key: string): string { return key; }
}
export class AsyncStore {
  async get(key: string): Promise<string> { return key; }
}
`,
  [`test/parity/fixtures/${id}/drifts.ts`]: `// ! ${id} async get
export class Store {
  get(key: string): string { return key; }
}
export class AsyncStore {
  async get(key: string): Promise<string> { return key; }
}
`,
});

/** A text with a line put in before the last line that closes a block of a table. */
const inserted = (text: string, before: string, line: string): string => {
  const place = text.lastIndexOf(before);
  return text.includes(line) ? text : `${text.slice(0, place)}${line}${text.slice(place)}`;
};

const tables = (id: string, name: string): readonly (readonly [string, (text: string) => string])[] => [
  [
    'parity/check-facts.ts',
    (text) =>
      inserted(
        text,
        '}\n\n/** The id of a check of a pair. */',
        `  readonly '${id}': Readonly<Record<string, never>>;\n`,
      ),
  ],
  [
    'parity/messages.ts',
    (text) =>
      inserted(
        text,
        '};\n',
        `  '${id}': {\n    title: 'what it finds, in a few words',\n    sentence: (_facts, member) => \`'\${member}' differs.\`,\n    remedy: () => 'Change it to that of the sync side.',\n  },\n`,
      ),
  ],
  [
    'parity/checks/checks.ts',
    (text) =>
      inserted(
        inserted(text, '] as const;\n', `  ${name},\n`),
        '\n/** All checks of a pair',
        `import { ${name} } from './${id}.ts';\n`,
      ),
  ],
];

/**
 * Lays out a new check: its file, page and fixtures, and its entries in the tables. What exists already stays as it is.
 *
 * @returns the files that were written, by their path from `root`.
 * @throws {RangeError} when the id is not in kebab-case.
 */
export const newCheck = (id: string, root: string): readonly string[] => {
  if (!/^[a-z]+(-[a-z]+)+$/.test(id)) {
    throw new RangeError(
      `'${id}' is no id of a check. Change it to words in kebab-case, such as 'parameter-name'.`,
    );
  }
  const name = id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const fresh = Object.entries(filesOf(id, name)).filter(([file]) => !existsSync(join(root, file)));
  for (const [file, text] of fresh) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const extended = tables(id, name).flatMap(([file, extend]) => {
    const text = readFileSync(join(root, file), 'utf8');
    const longer = extend(text);
    if (longer === text) return [];
    writeFileSync(join(root, file), longer);
    return [file];
  });
  return [...fresh.map(([file]) => file), ...extended];
};
