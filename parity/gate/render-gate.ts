import { EXEMPT_TRAILER } from './exemption-trailers.ts';
import type { GateReport, Refusal } from './gate-model.ts';

type Of<Kind extends Refusal['kind']> = Extract<Refusal, { readonly kind: Kind }>;

const list = (files: readonly string[]): string => files.map((file) => `\n    ${file}`).join('');

const TEXTS: { readonly [Kind in Refusal['kind']]: (refusal: Of<Kind>) => string } = {
  'sync-side-only': ({ pair, changed, twin }) =>
    `${pair}: the sync side changed and the async side did not. Make the same change on the async side.\n  changed:${list(changed)}\n  unchanged:${list(twin)}`,
  'one-sided-test': ({ pair, ranOn, test, file }) =>
    `${pair}: the shared test '${test}' runs on the ${ranOn} side only. Make it run on both, or declare it ${ranOn}Only with a reason.\n  changed:${list([file])}`,
  'threshold-crossed': ({ pair, message }) => `${pair}: this change crosses a threshold. ${message}`,
};

const refusalText = <Kind extends Refusal['kind']>(refusal: Of<Kind>): string =>
  TEXTS[refusal.kind as Kind](refusal);

const REMEDY = `If it is right as it is, say why: in a trailer of a commit of this change ('${EXEMPT_TRAILER}: <reason>'), or in the config (exempt: [{ pair: '<pair>', reason: '<reason>' }]). A hook sees no trailer: commit with --no-verify then.`;

/** The outcome of the gate for a terminal. */
export const renderGate = ({ ok, base, touched, asyncOnly, refusals, exempted }: GateReport): string => {
  const told = refusals.map(refusalText);
  if (!ok) return `${[...told, REMEDY].join('\n')}\n`;
  if (refusals.length > 0) {
    return `${[...told, ...exempted.map((reason) => `Accepted: ${reason}`)].join('\n')}\n`;
  }
  if (touched.length === 0) return `No pair is touched since ${base}.\n`;
  const notes = asyncOnly.map((pair) => `${pair}: the async side changed alone, which is allowed.\n`);
  return `${notes.join('')}In step since ${base}: ${touched.join(', ')}.\n`;
};
