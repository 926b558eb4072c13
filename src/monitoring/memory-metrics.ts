import type { MemoryMetrics } from '../../types/monitoring.ts';

/** What the process uses now, frozen. */
export const memoryMetrics = (): MemoryMetrics => {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
  return Object.freeze({
    residentBytes: rss,
    heapUsedBytes: heapUsed,
    heapTotalBytes: heapTotal,
    externalBytes: external,
  });
};
