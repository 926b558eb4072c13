import type { BenchGraph } from './graphs.ts';
import type { NoOp } from './no-op-functions.ts';

type Output = Readonly<Record<string, unknown>>;

const inputsOf = (sources: readonly number[], outputs: readonly Output[]): object => {
  const inputs: Record<string, unknown> = {};
  for (let port = 0; port < sources.length; port++) {
    inputs[`in${port}`] = outputs[sources[port] as number]?.value;
  }
  return inputs;
};

/** What one would write by hand: each function in order, with the values it takes from those before it. */
export const bareLoop = ({ sources }: BenchGraph, functions: readonly NoOp[]): readonly Output[] => {
  const outputs = new Array<Output>(functions.length);
  for (let node = 0; node < functions.length; node++) {
    outputs[node] = (functions[node] as NoOp)(
      inputsOf(sources[node] as readonly number[], outputs),
    ) as Output;
  }
  return outputs;
};

/** The same, awaiting each function before the next. */
export const bareAwaits = async (
  { sources }: BenchGraph,
  functions: readonly NoOp[],
): Promise<readonly Output[]> => {
  const outputs = new Array<Output>(functions.length);
  for (let node = 0; node < functions.length; node++) {
    outputs[node] = (await (functions[node] as NoOp)(
      inputsOf(sources[node] as readonly number[], outputs),
    )) as Output;
  }
  return outputs;
};

/** The same, each node as soon as the nodes before it have ended: one promise a node. */
export const barePromises = async (
  { sources }: BenchGraph,
  functions: readonly NoOp[],
): Promise<readonly Output[]> => {
  const promises = new Array<Promise<Output>>(functions.length);
  for (let node = 0; node < functions.length; node++) {
    const from = sources[node] as readonly number[];
    const run = functions[node] as NoOp;
    promises[node] = Promise.all(from.map((source) => promises[source] as Promise<Output>)).then(
      (outputs) => run(inputsOf([...outputs.keys()], outputs)) as Output,
    );
  }
  return await Promise.all(promises);
};
