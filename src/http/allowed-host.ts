/** A host with or without a port; `*.` before it stands for its subdomains, `*` alone for every host. */
const PATTERN = /^(\*|(\*\.)?[\w-]+(\.[\w-]+)*\.?(:\d+)?|\[[0-9a-f:.]+\](:\d+)?)$/i;

/** What is wrong with an entry of `allowHosts`; `undefined` where nothing is. */
export const hostPatternProblem = (pattern: string): string | undefined =>
  PATTERN.test(pattern)
    ? undefined
    : `'${pattern}' in 'allowHosts' is no host: give one such as 'api.example', 'localhost:8080', '*.shop.example' or '*'.`;

/** Whether an address leads to one of the hosts. A pattern without a port allows the usual one of the address's scheme alone. */
export const isAllowedHost = ({ hostname, port, protocol }: URL, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => {
    if (pattern === '*') return true;
    const [, name = '', wantedPort = ''] = /^(.*?)(?::(\d+))?$/.exec(pattern.toLowerCase()) ?? [];
    const usual = protocol === 'https:' ? '443' : '80';
    if ((port || usual) !== (wantedPort || usual)) return false;
    return name.startsWith('*.') ? hostname.endsWith(name.slice(1)) : hostname === name;
  });
