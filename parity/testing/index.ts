export { forEachSide } from './for-each-side.ts';
export type { Kit, SideTest, SideTestOptions, SuiteOptions, TestBody, TestScope } from './kit.ts';
export { ParityError } from './parity-error.ts';
export { sharedFolder } from './shared-folder.ts';
