import { Unmapped } from './kailash-entry.ts';

/** What ports of the SDK are called here, by their path; the longest path that leads to a port counts. */
export type PortNames = Readonly<Record<string, string | Unmapped>>;

/** The port here that a port of the SDK stands for, or why there is none. */
export const portOf = (port: string, names: PortNames = {}): string | Unmapped => {
  const [path] = Object.keys(names)
    .filter((each) => port === each || port.startsWith(`${each}.`))
    .toSorted((one, other) => other.length - one.length);
  const name = path === undefined ? undefined : names[path];
  if (path !== undefined && name !== undefined)
    return name instanceof Unmapped ? name : name + port.slice(path.length);
  if (!port.startsWith('result.')) return port;
  // Asynchronous nodes of the SDK wrap their outputs in one called `result`, which stands for the whole output here.
  const inside = portOf(port.slice('result.'.length), names);
  return inside instanceof Unmapped ? inside : `result.${inside}`;
};
