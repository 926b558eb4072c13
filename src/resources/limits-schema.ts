import * as v from 'valibot';
import type { ResourceLimits } from '../../types/resource-limits.ts';

const wholeFrom = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));
const above0 = v.pipe(v.number(), v.finite(), v.gtValue(0));

/** The option `resourceLimits`. */
export const resourceLimits: v.GenericSchema<ResourceLimits> = v.pipe(
  v.strictObject({
    maxConcurrentWorkflows: v.exactOptional(wholeFrom(1)),
    maxConnections: v.exactOptional(wholeFrom(0)),
    maxMemoryMb: v.exactOptional(above0),
    maxCpuPercent: v.exactOptional(v.pipe(above0, v.maxValue(100))),
    enforcement: v.exactOptional(v.picklist(['strict', 'warn', 'adaptive'])),
    degradation: v.exactOptional(v.picklist(['queue', 'reject', 'defer'])),
    maxQueue: v.exactOptional(wholeFrom(0)),
    queueTimeoutMs: v.exactOptional(v.pipe(above0, v.maxValue(2 ** 31 - 1))),
  }),
  v.check(
    (limits) =>
      ['maxConcurrentWorkflows', 'maxConnections', 'maxMemoryMb', 'maxCpuPercent'].some((name) =>
        Object.hasOwn(limits, name),
      ),
    'at least one of maxConcurrentWorkflows, maxConnections, maxMemoryMb and maxCpuPercent',
  ),
);
