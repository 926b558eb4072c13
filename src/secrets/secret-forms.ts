/** A part of a secret that is shorter would be found in what has nothing to do with it. */
const SHORTEST_PART = 8;

/** How a text begins and ends in Base64 depends on what stands before and after it; what is left does not. */
const base64Parts = (value: string): readonly string[] =>
  [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3));
    const skipped = offset === 0 ? 0 : 4;
    return [whole.toString('base64').slice(skipped), whole.toString('base64url').slice(skipped)];
  });

const lines = (value: string): readonly string[] => value.split(/\r?\n/);

/**
 * The forms in which a secret may turn up: as it is, as it is written in JSON, in addresses, in hexadecimal digits and in Base64 (by itself
 * or within more), and each line of one that has several.
 */
export const secretForms = (value: string): readonly string[] => {
  const hex = Buffer.from(value).toString('hex');
  const parts = [...base64Parts(value), ...lines(value)].filter(({ length }) => length >= SHORTEST_PART);
  const whole = [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(Buffer.from(value).toString()),
  ];
  return [...whole, Buffer.from(value).toString('base64'), hex, hex.toUpperCase(), ...parts];
};
