import { audit } from './audit.ts';
import { auditLog } from './audit-log.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { dashboard } from './dashboard.ts';
import { explain } from './explain.ts';
import { gate } from './gate.ts';
import { init } from './init.ts';
import { notify } from './notify.ts';
import { report } from './report.ts';
import { test } from './test.ts';
import { watch } from './watch.ts';

/** The commands of `lockstep`, as the help lists them. */
export const COMMANDS: readonly Command[] = [
  init,
  check,
  watch,
  test,
  gate,
  report,
  audit,
  auditLog,
  dashboard,
  notify,
  explain,
];
