import { describe } from 'node:test';
import { WorkflowBuilder } from '../../../src/index.ts';
import { assertError, thrownBy } from './assert-error.ts';
import { builderMistakes } from './builder-mistakes.ts';
import { cycleMistakes } from './cycle-mistakes.ts';
import { executeRuntime } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { assertStillWorks } from './still-works.ts';

describe('TestSharedBuilderValidation', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    for (const { name, make, error, says } of [...builderMistakes, ...cycleMistakes]) {
      test(`test_${name}`, async () => {
        const runtime = new Runtime();
        const refusal = await thrownBy(() => {
          const builder = new WorkflowBuilder();
          make(builder);
          return executeRuntime(runtime, builder.build());
        });
        assertError(refusal, error, ...says);
        await assertStillWorks(runtime);
      });
    }
  });
});
