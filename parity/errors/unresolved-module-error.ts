import { builtinModules, isBuiltin } from 'node:module';
import { didYouMean } from '../did-you-mean.ts';
import { ToolkitError } from './toolkit-error.ts';

/** The modules of Node.js, by the names that hold for all of them. */
const builtins = (): readonly string[] => builtinModules.map((name) => `node:${name.replace(/^node:/, '')}`);

const remedy = (module: string): string => {
  if (isBuiltin(module)) return "Its types come from '@types/node': run 'npm install -D @types/node'.";
  if (module.startsWith('node:'))
    return `Node.js ${process.versions.node} has no such module. ${didYouMean(module, builtins())}`;
  if (/^\.{0,2}\//.test(module)) return 'Change it to the path of a file, relative to the working folder.';
  const [scope = '', name = ''] = module.split('/');
  const types = scope.startsWith('@') ? `@types/${scope.slice(1)}__${name}` : `@types/${scope}`;
  return `Install it with its type declarations; if it ships none, add '${types}'.`;
};

/** A module has no declarations that the compiler finds; `isFile` when the file is there and is no module. */
export class UnresolvedModuleError extends ToolkitError {
  readonly module: string;

  constructor(module: string, isFile = false) {
    super(
      isFile
        ? `'${module}' is no module: it exports nothing. Export what is to be compared.`
        : `The module '${module}' does not resolve. ${remedy(module)}`,
    );
    this.module = module;
  }
}
