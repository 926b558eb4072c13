import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  AsyncLocalRuntime,
  LocalRuntime,
  LockstepError,
  PythonThrownError,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { causeOf } from '../../shared/nodes/cause-of.ts';
import { detours, escapes, exhausting, leaks, PEEPING, type PythonAttack } from './python-attacks.ts';

const LIMITS = { memoryLimitMb: 32, maxOutputBytes: 64 * 1024 };
/** Only what has no end is to run into its limit, however busy the machine is. */
const LONG_MS = 60_000;
const SHORT_MS = 1_500;

type Outcome = PythonAttack['outcome'];
type AnyRuntime = LocalRuntime | AsyncLocalRuntime;

const outcomeOn = async (runtime: AnyRuntime, code: string, timeoutMs: number): Promise<Outcome> => {
  const config = { code, timeoutMs, ...LIMITS };
  const workflow = new WorkflowBuilder().addNode('PythonCodeNode', 'n', config).build();
  try {
    return { value: (await runtime.execute(workflow)).results.n?.result };
  } catch (error) {
    const cause = causeOf(error);
    if (cause instanceof PythonThrownError) return { raises: cause.thrownName };
    if (cause instanceof LockstepError) return { error: cause.code };
    throw cause;
  }
};

/** Names that an attack could have left anywhere, and what it could have changed. */
const TRACES = `
import builtins, collections, decimal, json, math, os, sys, textwrap
result = [len('ab'), math.pi > 3.1, hasattr(builtins, 'leak'), 'leak' in sys.modules, json.dumps({'a': 1}), hasattr(collections.UserDict, 'leak'),
  dict(collections.Counter('aab')), 'LEAK' in os.environ, decimal.getcontext().prec, sys.getrecursionlimit() > 60, sys.gettrace() is None,
  textwrap.shorten('a b', 10), 'leak' in globals(), os.path.exists('/tmp/left'), os.getcwd()]`;
const HARMLESS = "result = [len('ab'), max(1, 2), str({}), sum(range(4))]";

/** Leaves what the collector of garbage has not looked at yet, in a cache, and in a flag. */
const LEAVING = `import re, decimal
secret = 'left ' + 'behind'
circle = [secret]
circle.append(circle)
re.match('cached ' + 'pattern', secret)
result = str(decimal.Decimal(1) / 3)[:4]`;
const LOOKING = `import gc, re, decimal
left = [each for each in gc.get_objects() if isinstance(each, list) and 'left behind' in [one for one in each if isinstance(one, str)]]
result = [len(left), any('cached pattern' in str(key) for key in getattr(re, '_cache', {})), any(decimal.getcontext().flags.values())]`;

const groups: Readonly<Record<string, readonly PythonAttack[]>> = {
  'no way out': escapes,
  'no state left': leaks,
  'no way round': detours,
  'no exhaustion': exhausting,
};

before(() => {
  process.env.LOCKSTEP_ATTACKED = 'yes';
});
after(() => {
  delete process.env.LOCKSTEP_ATTACKED;
});

for (const Runtime of [LocalRuntime, AsyncLocalRuntime]) {
  describe(`python sandbox on ${Runtime.name}`, () => {
    const runtime = new Runtime();
    const outcomeOf = (code: string, timeoutMs = LONG_MS): Promise<Outcome> =>
      outcomeOn(runtime, code, timeoutMs);
    let untouched: Outcome | undefined;
    before(async () => {
      untouched = await outcomeOf(TRACES);
    });
    after(async () => {
      await runtime.close();
    });

    for (const [group, attacks] of Object.entries(groups)) {
      describe(group, () => {
        for (const { name, code, outcome } of attacks) {
          it(name, async () => {
            const isEndless = 'error' in outcome && outcome.error === 'CODE_TIMEOUT';
            assert.deepEqual(await outcomeOf(code, isEndless ? SHORT_MS : LONG_MS), outcome);
            assert.deepEqual(
              await outcomeOf(HARMLESS),
              { value: [2, 2, '{}', 6] },
              'the next call is untouched',
            );
            assert.deepEqual(await outcomeOf(TRACES), untouched, 'the one after it, too');
          });
        }
      });
    }

    it('shows what harmless programs have left to none that can look for it', async () => {
      assert.deepEqual(await outcomeOf(LEAVING), { value: '0.33' });
      assert.deepEqual(await outcomeOf(LOOKING), { value: [0, false, false] });
      const both = await outcomeOf(`${LEAVING}\n${LOOKING}`);
      assert.deepEqual(both, { value: [1, true, true] }, 'who looks sees what there is');
    });

    it('gives no program that is not remembered a sight of those that are', async () => {
      await outcomeOf("remembered = 'remembered'\nresult = remembered");
      for (const peeping of PEEPING) {
        const outcome = await outcomeOf(`try:\n    result = ${peeping}\nexcept Exception:\n    result = ''`);
        assert.ok(
          'value' in outcome && !String(outcome.value).includes('remembered'),
          JSON.stringify(outcome),
        );
      }
    });

    it('sees in its traces what an attack leaves in its own call', async () => {
      assert.notDeepEqual(await outcomeOf(`import builtins\nbuiltins.leak = 1${TRACES}`), untouched);
      assert.ok('value' in (untouched ?? {}), 'the traces themselves run');
    });
  });
}
