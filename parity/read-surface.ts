import { printer } from './compiler/print.ts';
import { withSession } from './compiler/session.ts';
import type { Type } from './compiler/typescript.ts';
import { assertReadable } from './surface/assert-readable.ts';
import { defaultsOf } from './surface/defaults.ts';
import { isDeprecated, thrownErrors } from './surface/doc-tags.ts';
import { readSide } from './surface/read-surface.ts';
import { parseSide } from './surface/side-reference.ts';
import type { Member, SignatureShape, TypeParameterShape } from './surface/surface.ts';
import type { MemberModel, SignatureModel, SurfaceModel, TypeParameterModel } from './surface-model.ts';

/** Where and how a side is read. */
export interface ReadOptions {
  /** The folder that a relative module starts from and places are relative to; absolute. */
  readonly cwd: string;
  /** The project whose compiler options hold; by default the nearest `tsconfig.json`. */
  readonly tsconfig?: string | undefined;
}

const typeParameterModel = (
  { name, constraint, fallback, literal }: TypeParameterShape,
  text: (type: Type) => string,
): TypeParameterModel => ({
  name,
  constraint: constraint === null ? null : text(constraint),
  default: fallback,
  const: literal,
});

/** A predicate and the polymorphic `this` are printed as they are written: they are no types. */
const printedResult = ({ says, result }: SignatureShape, text: (type: Type) => string): string =>
  says === null || says.kind === 'type' ? text(result) : says.text;

const signatureModel = (signature: SignatureShape, text: (type: Type) => string): SignatureModel => ({
  typeParameters: signature.typeParameters.map((each) => typeParameterModel(each, text)),
  this: signature.thisType === null ? null : text(signature.thisType),
  parameters: signature.parameters.map(({ name, type, optional, rest }) => ({
    name,
    type: text(type),
    optional,
    rest,
  })),
  result: printedResult(signature, text),
  abstract: signature.abstract,
});

const memberModel = (member: Member, text: (type: Type) => string): MemberModel => {
  const defaults = defaultsOf(member.declarations);
  return {
    name: member.name,
    static: member.static,
    kind: member.kind,
    visibility: member.visibility,
    readonly: member.readonly,
    optional: member.optional,
    setter: member.setter ? text(member.setterType ?? member.type) : null,
    type: text(member.type),
    signatures: member.signatures.map((each) => signatureModel(each, text)),
    defaults: defaults === null ? null : Object.fromEntries(defaults),
    deprecated: isDeprecated(member.declarations),
    throws: thrownErrors(member.declarations),
    place: member.place,
  };
};

/**
 * Reads a side, `module` or `module#Export`, into plain data: what a check sees of it.
 *
 * @throws {ToolkitError} when the side cannot be read.
 *
 * @example
 * ```ts
 * import { readSurface } from 'lockstep/parity';
 * const { members } = readSurface('node:zlib', { cwd: process.cwd() });
 * members.find(({ name }) => name === 'gzipSync')?.signatures[0]?.result; // 'Buffer'
 * ```
 */
export const readSurface = (side: string, options: ReadOptions): SurfaceModel => {
  const reference = parseSide(side);
  return withSession([reference.module], options, (session) => {
    const surface = readSide(session, reference);
    assertReadable(session, [surface]);
    const { text } = printer(session);
    return {
      side,
      name: surface.name,
      kind: surface.kind,
      members: surface.members.map((member) => memberModel(member, text)),
      constructors: surface.constructors.map((each) => signatureModel(each, text)),
      typeParameters: surface.typeParameters.map((each) => typeParameterModel(each, text)),
      place: surface.place,
    };
  });
};
