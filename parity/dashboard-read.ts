import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Dashboard, dashboardOf } from './dashboard-model.ts';
import { findConfig } from './find-config.ts';
import { HISTORY_FILE } from './history-file.ts';
import { readHistory } from './history-read.ts';
import { WrongCall } from './wrong-call.ts';

/** Where a dashboard is read from. */
export interface DashboardCall {
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly config?: string | undefined;
  /** By default the branch of the newest record. */
  readonly branch?: string | undefined;
}

/** The name in the package.json of a folder, or else the folder's own. */
const projectName = (folder: string): string => {
  try {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (typeof name === 'string' && name !== '') return name;
  } catch {
    // A project without a readable package.json has a name all the same.
  }
  return basename(folder);
};

/** The folder of the config, in which Lockstep keeps its files; the working folder when there is none. */
export const projectFolder = ({ cwd, config }: DashboardCall): string => {
  const file = config === undefined ? findConfig(cwd) : resolve(cwd, config);
  return file === null ? cwd : dirname(file);
};

/**
 * The dashboard of a project's history.
 *
 * @throws {WrongCall} when the history has no record of the branch.
 */
export const readDashboard = (call: DashboardCall): Dashboard => {
  const folder = projectFolder(call);
  const history = readHistory(join(folder, HISTORY_FILE));
  const dashboard = dashboardOf(projectName(folder), history, call.branch);
  if (dashboard !== null) return dashboard;
  const of = call.branch === undefined ? '' : ` of branch '${call.branch}'`;
  const skipped = history.faults.length === 0 ? '' : ` (${history.faults.length} unreadable)`;
  throw new WrongCall(
    `${HISTORY_FILE} has no record${of}${skipped}. Run 'lockstep report --record' to write one.`,
  );
};
