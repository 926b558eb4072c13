import type { PackageManager } from '../../../parity/init-package-manager.ts';

/** How this project gets its own command: from its sources. */
export const OWN_MANAGER: PackageManager = { name: 'npm', install: 'npm ci && npm run build', exec: 'npx' };
