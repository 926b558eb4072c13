import type { RuntimeMetrics } from '../../types/monitoring.ts';
import { InvalidOptionError } from '../errors/invalid-option-error.ts';
import { FAMILIES, type Family, type Labels, OWN_LABELS, type Sample } from './prometheus-families.ts';

/** What the answer to a scrape says that it is (`Content-Type`). */
export const PROMETHEUS_CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** The metrics of one runtime among several, and the labels by which they are told apart. */
export interface LabelledMetrics {
  /** Names of letters, digits and `_` that begin with a letter, other than those that Lockstep gives. */
  readonly labels: Readonly<Record<string, string>>;
  readonly metrics: RuntimeMetrics;
}

/**
 * Metrics in the text format of Prometheus (0.0.4), all named `lockstep_...`: those of one runtime, or of several that their labels
 * tell apart. https://prometheus.io/docs/instrumenting/exposition_formats/
 *
 * @throws {InvalidOptionError} a label has a name that is not allowed, or two runtimes have the same labels
 * @example
 * ```ts
 * import { LocalRuntime, prometheusText } from 'lockstep';
 * const runtime = new LocalRuntime({ metrics: true });
 * prometheusText(runtime.getRuntimeMetrics()).includes('lockstep_runs_started_total 0\n'); // true
 * ```
 */
export const prometheusText = (metrics: RuntimeMetrics | readonly LabelledMetrics[]): string => {
  const sources = isList(metrics) ? metrics : [{ labels: {}, metrics }];
  checkLabels(sources.map(({ labels }) => labels));
  return FAMILIES.map((family) => textOf(family, sources)).join('');
};

const isList = (
  metrics: RuntimeMetrics | readonly LabelledMetrics[],
): metrics is readonly LabelledMetrics[] => Array.isArray(metrics);

const textOf = ({ name, help, type, samples }: Family, sources: readonly LabelledMetrics[]): string => {
  const lines = sources.flatMap(({ labels, metrics }) =>
    samples(metrics).map((sample) => lineOf(name, { ...sample, labels: { ...labels, ...sample.labels } })),
  );
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ''].join('\n');
};

const lineOf = (name: string, { suffix, labels, value }: Sample): string => {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${suffix ?? ''}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
};

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');

const checkLabels = (all: readonly Labels[]): undefined => {
  for (const name of all.flatMap((labels) => Object.keys(labels))) {
    if (!/^[a-zA-Z][a-zA-Z0-9_]*$/.test(name)) {
      throw new InvalidOptionError('label', name, 'Use letters, digits and _, and begin with a letter.');
    }
    if (OWN_LABELS.includes(name)) {
      throw new InvalidOptionError('label', name, `Use none of these: ${OWN_LABELS.join(', ')}.`);
    }
  }
  const seen = new Set<string>();
  for (const labels of all) {
    const key = JSON.stringify(Object.entries(labels).sort());
    if (seen.has(key)) {
      throw new InvalidOptionError('labels', labels, 'Two runtimes have the same: give each its own.');
    }
    seen.add(key);
  }
};
