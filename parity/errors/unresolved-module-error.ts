import { builtinModules, isBuiltin } from 'node:module';
import { isAbsolute } from 'node:path';
import { didYouMean } from '../did-you-mean.ts';
import { ToolkitError } from './toolkit-error.ts';

/** The modules of Node.js, by the names that hold for all of them. */
const builtins = (): readonly string[] => builtinModules.map((name) => `node:${name.replace(/^node:/, '')}`);

const isPath = (module: string): boolean => /^\.{1,2}(?:\/|$)/.test(module) || isAbsolute(module);

const remedy = (module: string): string => {
  if (isBuiltin(module)) return "Its types come from '@types/node': run 'npm install -D @types/node'.";
  if (module.startsWith('node:'))
    return `Node.js ${process.versions.node} has no such module. ${didYouMean(module, builtins())}`;
  if (isPath(module)) return 'Change it to the path of a file, relative to the working folder.';
  const [scope = '', name = ''] = module.split('/');
  const types = scope.startsWith('@') ? `@types/${scope.slice(1)}__${name}` : `@types/${scope}`;
  return `Install it with its type declarations; if it ships none, add '${types}'.`;
};

/** What stands on disk under the name of a module. */
export type OnDisk = 'file' | 'folder' | 'nothing';

const fault = (module: string, onDisk: OnDisk): string => {
  const unresolved = `The module '${module}' does not resolve.`;
  if (isPath(module)) {
    if (onDisk === 'folder')
      return `'${module}' is a folder without an index. Change it to the path of a file in it.`;
    if (onDisk === 'file')
      return `'${module}' is no module: it exports nothing. Export what is to be compared.`;
    return `${unresolved} ${remedy(module)}`;
  }
  const isMeant = onDisk === 'file' && !isBuiltin(module);
  return `${unresolved} ${isMeant ? `Did you mean './${module}'?` : remedy(module)}`;
};

/** A module has no declarations that the compiler finds. */
export class UnresolvedModuleError extends ToolkitError {
  readonly module: string;

  constructor(module: string, onDisk: OnDisk = 'nothing') {
    super(fault(module, onDisk));
    this.module = module;
  }
}
