import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The path of an installed Chromium: that of the variable `CHROMIUM`, or the first on the PATH.
 *
 * @throws {Error} there is none; the message says how to install it.
 */
export const findChromium = (env: Readonly<NodeJS.ProcessEnv>): string => {
  if (env.CHROMIUM) {
    if (existsSync(env.CHROMIUM)) return env.CHROMIUM;
    throw new Error(`CHROMIUM is '${env.CHROMIUM}', which does not exist. Set it to the browser's path.`);
  }
  const folders = (env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) =>
    existsSync(file),
  );
  if (found !== undefined) return found;
  throw new Error(
    "No Chromium was found. Install Debian's package with 'sh test/browser/install-chromium.sh', or set CHROMIUM to the path of one.",
  );
};
