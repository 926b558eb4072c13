/** What access control and secrets cost a run, switched on, beside the same run without them. */
import type { AccessControl } from '../../types/index.ts';
import { builtPackage } from './built-package.ts';
import { chain } from './graphs.ts';
import { plainNoOps } from './no-op-functions.ts';
import { type Figure, report } from './report.ts';
import { median, ratioOf, timesOf } from './rounds.ts';
import { workflowOf } from './workflow-of.ts';

const SIZE = 1_000;
const { LocalRuntime, WorkflowBuilder, secret } = await builtPackage();
const perNode = (times: readonly number[]): number => (median(times) * 1_000) / SIZE;

const functions = plainNoOps(SIZE);
const workflow = workflowOf(new WorkflowBuilder(), chain(SIZE), functions);
const secretBuilder = new WorkflowBuilder();
secretBuilder.addNode('FunctionNode', 'user', { inputs: { token: secret('TOKEN') }, run: () => 1 });
const withSecret = workflowOf(secretBuilder, chain(SIZE), functions);
const accessControl: AccessControl = {
  strategy: 'rbac',
  rules: [
    {
      id: 'run',
      effect: 'allow',
      actions: ['executeWorkflow', 'executeNode', 'readOutput'],
      roles: ['clerk'],
    },
    { id: 'hidden', effect: 'deny', actions: ['readOutput'], nodes: ['n1', 'n2'], roles: ['clerk'] },
    { id: 'guests', effect: 'deny', actions: ['executeNode'], roles: ['guest'] },
  ],
};
const plain = new LocalRuntime();
const guarded = new LocalRuntime({ accessControl, userContext: { userId: 'ada', roles: ['clerk'] } });
const secretive = new LocalRuntime({ secretProvider: { sync: () => 'a-secret-of-some-length' } });

const times = await timesOf(
  {
    off: () => plain.execute(workflow),
    access: () => guarded.execute(workflow),
    secrets: () => secretive.execute(withSecret),
  },
  200,
);
const figureOf = (what: string, own: readonly number[]): Figure => ({
  what,
  value: perNode(own),
  unit: 'µs a node',
  detail: `${ratioOf(own, times.off).toFixed(1)} times a run without`,
});
report(`Access control and secrets on LocalRuntime, a chain of ${SIZE} no-op nodes`, [
  figureOf('without', times.off),
  figureOf('access control, 3 rules', times.access),
  figureOf('secrets, one in use', times.secrets),
]);
