import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { columnReader, packedColumn, type ValueText } from '../../../src/database/packed-column.ts';

const anyText = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 }));

const read = (values: readonly ValueText[], isKept: boolean): readonly ValueText[] => {
  const next = columnReader(
    structuredClone(
      packedColumn(
        values.map((value) => ['another column', value]),
        1,
        isKept,
      ),
    ),
  );
  return values.map(() => next());
};

describe('TestPackedColumn', () => {
  test('test_a_column_comes_out_of_its_travel_as_it_went_in', () => {
    fc.assert(
      fc.property(fc.array(fc.option(anyText)), fc.boolean(), (values, isKept) => {
        assert.deepEqual(read(values, isKept), values);
      }),
    );
  });

  test('test_texts_that_would_keep_the_others_in_memory_travel_apart', () => {
    const rows = [['twelve chars'], [null], ['thirteen char'], [''], ['a longer text than that']];
    assert.deepEqual(packedColumn(rows, 0, true), {
      joined: 'twelve chars',
      lengths: Int32Array.of(12, -1, -2, 0, -2),
      apart: ['thirteen char', 'a longer text than that'],
    });
  });

  test('test_texts_of_which_nothing_is_kept_travel_as_one', () => {
    assert.deepEqual(packedColumn([['0.3333333333333333'], ['1']], 0, false), {
      joined: '0.33333333333333331',
      lengths: Int32Array.of(18, 1),
      apart: [],
    });
  });
});
