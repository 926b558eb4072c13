import type { Type } from '../compiler/typescript.ts';
import { allSame, type Walk } from './walk.ts';

/** Whether two types that wait for their type parameters are the same: `keyof T`, `T[K]`, conditions, templates. */
export const sameDeferred = (walk: Walk, sync: Type, async: Type, depth: number): boolean => {
  if (sync.isIndexType() && async.isIndexType()) return walk.same(sync.getTarget(), async.getTarget(), depth);
  if (sync.isIndexedAccessType() && async.isIndexedAccessType()) {
    return (
      walk.same(sync.getObjectType(), async.getObjectType(), depth) &&
      walk.same(sync.getIndexType(), async.getIndexType(), depth)
    );
  }
  if (sync.isConditionalType() && async.isConditionalType()) {
    return (
      walk.same(sync.getCheckType(), async.getCheckType(), depth) &&
      walk.same(sync.getExtendsType(), async.getExtendsType(), depth) &&
      walk.same(sync.getTrueType(), async.getTrueType(), depth) &&
      walk.same(sync.getFalseType(), async.getFalseType(), depth)
    );
  }
  if (sync.isTemplateLiteralType() && async.isTemplateLiteralType()) {
    return (
      sync.texts.join('\0') === async.texts.join('\0') &&
      allSame(walk, sync.getTypes(), async.getTypes(), depth)
    );
  }
  if (sync.isStringMappingType() && async.isStringMappingType()) {
    return (
      walk.graph.symbol(sync) === walk.graph.symbol(async) &&
      walk.same(sync.getTarget(), async.getTarget(), depth)
    );
  }
  if (sync.isSubstitutionType() && async.isSubstitutionType()) {
    return walk.same(sync.getBaseType(), async.getBaseType(), depth);
  }
  return walk.sameText(sync, async);
};
