import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LocalRuntime, LockstepError, PythonThrownError, WorkflowBuilder } from '../../../src/index.ts';
import { causeOf } from '../../shared/nodes/cause-of.ts';
import { escapes, exhausting, leaks, type PythonAttack } from './python-attacks.ts';

const runtime = new LocalRuntime();
const LIMITS = { timeoutMs: 1_500, memoryLimitMb: 32, maxOutputBytes: 64 * 1024 };

const outcomeOf = (code: string): PythonAttack['outcome'] => {
  const workflow = new WorkflowBuilder().addNode('PythonCodeNode', 'n', { code, ...LIMITS }).build();
  try {
    return { value: runtime.execute(workflow).results.n?.result };
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

const groups: Readonly<Record<string, readonly PythonAttack[]>> = {
  'no way out': escapes,
  'no state left': leaks,
  'no exhaustion': exhausting,
};

let untouched: PythonAttack['outcome'] | undefined;
before(() => {
  process.env.LOCKSTEP_ATTACKED = 'yes';
  untouched = outcomeOf(TRACES);
});
after(() => {
  delete process.env.LOCKSTEP_ATTACKED;
  runtime.close();
});

for (const [group, attacks] of Object.entries(groups)) {
  describe(`python sandbox: ${group}`, () => {
    for (const { name, code, outcome } of attacks) {
      it(name, () => {
        assert.deepEqual(outcomeOf(code), outcome);
        assert.deepEqual(outcomeOf(HARMLESS), { value: [2, 2, '{}', 6] }, 'the next call is untouched');
        assert.deepEqual(outcomeOf(TRACES), untouched, 'the one after it, too');
      });
    }
  });
}

describe('python sandbox: the traces', () => {
  it('see what an attack leaves in its own call', () => {
    assert.notDeepEqual(outcomeOf(`import builtins\nbuiltins.leak = 1${TRACES}`), untouched);
    assert.ok('value' in (untouched ?? {}), 'the traces themselves run');
  });
});
