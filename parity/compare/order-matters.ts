import { type Type, TypeFlags } from '../compiler/typescript.ts';
import type { CallContext } from './compare-shapes.ts';
import type { Shape } from './shape.ts';
import { has } from './type-graph.ts';

const required = ({ parameters }: Shape): number =>
  parameters.filter(({ optional, rest }) => !optional && !rest).length;

const most = ({ parameters }: Shape): number =>
  parameters.some(({ rest }) => rest) ? Number.POSITIVE_INFINITY : parameters.length;

const isPlain = (type: Type): boolean => has(type, TypeFlags.Primitive);

const isObject = (type: Type): boolean => type.isObjectType() || type.isIntersectionType();

/** Whether no value is of both types, as far as can be told: literals, primitives, objects told apart by a property. */
const areDisjoint = (context: CallContext, left: Type, right: Type, deep: boolean): boolean => {
  const { graph, session } = context;
  const { checker } = session;
  if (checker.isTypeAssignableTo(left, right) || checker.isTypeAssignableTo(right, left)) return false;
  const [lefts, rights] = [left, right].map((type) =>
    type.isUnionType() ? graph.constituents(type) : [type],
  );
  if (lefts === undefined || rights === undefined) return false;
  if (lefts.length > 1 || rights.length > 1) {
    return lefts.every((one) => rights.every((other) => areDisjoint(context, one, other, deep)));
  }
  if (isPlain(left) || isPlain(right)) return [left, right].every((each) => isPlain(each) || isObject(each));
  if (!deep || !isObject(left) || !isObject(right)) return false;
  const others = new Map(graph.properties(right).map(({ name, type }) => [name, type]));
  return graph.properties(left).some(({ name, type }) => {
    const other = others.get(name);
    return other !== undefined && areDisjoint(context, type, other, false);
  });
};

/** Whether there is a call that both overloads take. */
const canTakeOneCall = (context: CallContext, left: Shape, right: Shape): boolean =>
  required(left) <= most(right) &&
  required(right) <= most(left) &&
  left.parameters.every((parameter, index) => {
    const other = right.parameters[index];
    return (
      other === undefined ||
      parameter.rest ||
      other.rest ||
      (parameter.optional && other.optional) ||
      !areDisjoint(context, parameter.type, other.type, true)
    );
  });

const givesTheSame = ({ graph }: CallContext, left: Shape, right: Shape): boolean =>
  left.result === null || right.result === null
    ? left.result === right.result
    : left.result.id === right.result.id || graph.text(left.result) === graph.text(right.result);

/**
 * Whether it makes a difference which of two overloads stands first: only where a call fits both, and they do not give the
 * same.
 */
export const orderMatters = (context: CallContext, first: Shape, second: Shape): boolean =>
  !givesTheSame(context, first, second) && canTakeOneCall(context, first, second);
