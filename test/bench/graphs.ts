/** A graph to run: for each node the nodes that it takes its inputs from, all of which come before it. */
export interface BenchGraph {
  readonly name: string;
  readonly sources: readonly (readonly number[])[];
}

/** Each node takes its input from the one before it. */
export const chain = (size: number): BenchGraph => ({
  name: 'chain',
  sources: Array.from({ length: size }, (_, node) => (node === 0 ? [] : [node - 1])),
});

/** All nodes but the first take their input from the first. */
export const fan = (size: number): BenchGraph => ({
  name: 'fan',
  sources: Array.from({ length: size }, (_, node) => (node === 0 ? [] : [0])),
});

/** Layers of 50 nodes, each of which takes two inputs from the layer before it. */
export const layered = (size: number): BenchGraph => ({
  name: 'layered',
  sources: Array.from({ length: size }, (_, node) => {
    const above = Math.floor(node / WIDTH - 1) * WIDTH;
    return above < 0 ? [] : [above + (node % WIDTH), above + ((node + 1) % WIDTH)];
  }),
});

const WIDTH = 50;
