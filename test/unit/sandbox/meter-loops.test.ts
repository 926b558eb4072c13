import assert from 'node:assert/strict';
import { it } from 'node:test';
import { meterLoops } from '../../../src/sandbox/meter-loops.ts';
import { WebAssembly } from '../../../src/sandbox/web-assembly.ts';

/**
 * `(module (import "a" "i" (func (param i32) (result i32))) (global i32 (i32.const 0))
 *   (func (export "f") (loop (br 0))))`
 */
const ENDLESS = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // magic, version
  ...[0x01, 0x09, 0x02, 0x60, 0x01, 0x7f, 0x01, 0x7f, 0x60, 0x00, 0x00], // types
  ...[0x02, 0x07, 0x01, 0x01, 0x61, 0x01, 0x69, 0x00, 0x00], // import a.i
  ...[0x03, 0x02, 0x01, 0x01], // one function
  ...[0x06, 0x06, 0x01, 0x7f, 0x00, 0x41, 0x00, 0x0b], // one global
  ...[0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x01], // export f
  ...[0x0a, 0x09, 0x01, 0x07, 0x00, 0x03, 0x40, 0x0c, 0x00, 0x0b, 0x0b], // loop, br 0, end, end
]);

it('a loop without an end is stopped by a meter that throws, in its iterations', () => {
  let calls = 0;
  const meter = (argument: number): number => {
    assert.equal(argument, 0);
    calls += 1;
    if (calls === 3) throw new RangeError('stop');
    return 0;
  };
  const module = new WebAssembly.Module(meterLoops(ENDLESS, 'i'));
  const { f } = new WebAssembly.Instance(module, { a: { i: meter } }).exports;
  assert.ok(typeof f === 'function');
  assert.throws(() => f(), { message: 'stop' });
  assert.equal(calls, 3);
});

it('a binary without the meter is refused', () => {
  assert.throws(() => meterLoops(ENDLESS, 'x'), /does not import the function 'x'/);
});
