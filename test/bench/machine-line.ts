import { availableParallelism, cpus, loadavg } from 'node:os';

/** What the figures were measured on. */
export const machineLine = (): string => {
  const model = cpus()[0]?.model ?? 'unknown processor';
  const load = loadavg()[0] ?? 0;
  return `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} x ${model}, load ${load.toFixed(1)}`;
};
