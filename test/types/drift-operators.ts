import ts from 'typescript-6';

/** A side with one drift in it. */
export interface DriftedSide {
  /** The class or object. */
  readonly side: string;
  readonly operator: string;
  readonly member: string;
  /** The source with the drift. */
  readonly text: string;
  /** The 1-based lines of which one has to be reported: the member's, or the class's where the member is gone. */
  readonly lines: readonly number[];
  /** Whether the drift is one of types; another can only be seen in the source. */
  readonly isTyped: boolean;
}

type Member = ts.MethodDeclaration | ts.GetAccessorDeclaration;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How to make one kind of drift: the edits to a member, or none where it does not apply. */
interface Operator {
  readonly name: string;
  /** A list for what types see only of members of which this is true. */
  readonly isTyped: boolean | ((member: Member, source: ts.SourceFile) => boolean);
  readonly edits: (member: Member, source: ts.SourceFile) => readonly Edit[];
}

const isInObject = (member: Member): boolean => ts.isObjectLiteralExpression(member.parent);

const replace = (node: ts.Node, source: ts.SourceFile, text: string): Edit => ({
  start: node.getStart(source),
  end: node.getEnd(),
  text,
});
const before = (node: ts.Node, source: ts.SourceFile, text: string): Edit => ({
  start: node.getStart(source),
  end: node.getStart(source),
  text,
});
const after = (node: ts.Node, text: string): Edit => ({ start: node.getEnd(), end: node.getEnd(), text });

const typed = (name: string, edits: Operator['edits']): Operator => ({ name, isTyped: true, edits });
const untyped = (name: string, edits: Operator['edits']): Operator => ({ name, isTyped: false, edits });

/** An operator on one parameter that the choice gives, for members that have it. */
const onParameter =
  (
    choose: (parameters: readonly ts.ParameterDeclaration[]) => ts.ParameterDeclaration | undefined,
    edit: (parameter: ts.ParameterDeclaration, source: ts.SourceFile) => Edit,
  ): Operator['edits'] =>
  (member, source) => {
    const parameter = choose(member.parameters);
    return parameter ? [edit(parameter, source)] : [];
  };

const onResult =
  (text: (result: string) => string): Operator['edits'] =>
  (member, source) =>
    member.type ? [replace(member.type, source, text(member.type.getText(source)))] : [];

const bareParameters = (member: Member, source: ts.SourceFile): { start: number; end: number } => {
  const text = member.getText(source);
  const open = member.getStart(source) + text.indexOf('(', member.name.getEnd() - member.getStart(source));
  return { start: open + 1, end: open + 1 };
};

/** Each kind of drift that a developer may bring into a member. */
export const OPERATORS: readonly Operator[] = [
  typed('remove the member', (member) => [
    { start: member.getFullStart(), end: member.getEnd() + (isInObject(member) ? 1 : 0), text: '' },
  ]),
  typed('rename the member', (member) => (ts.isIdentifier(member.name) ? [after(member.name, 'Now')] : [])),
  typed('make it private', (member, source) =>
    isInObject(member) ? [] : [before(member, source, 'private ')],
  ),
  typed('make it protected', (member, source) =>
    isInObject(member) ? [] : [before(member, source, 'protected ')],
  ),
  typed('make it static', (member, source) =>
    isInObject(member) ? [] : [before(member, source, 'static ')],
  ),
  typed('lose the last parameter', (member) => {
    const last = member.parameters.at(-1);
    if (!last) return [];
    return [
      { start: member.parameters.at(-2)?.getEnd() ?? last.getFullStart(), end: last.getEnd(), text: '' },
    ];
  }),
  typed('add a parameter', (member, source) =>
    ts.isMethodDeclaration(member)
      ? [
          {
            ...bareParameters(member, source),
            text: member.parameters.length > 0 ? 'extra: Date, ' : 'extra: Date',
          },
        ]
      : [],
  ),
  typed('add an optional parameter', (member, source) => {
    if (!ts.isMethodDeclaration(member)) return [];
    const last = member.parameters.at(-1);
    return [
      last ? after(last, ', extra?: Date') : { ...bareParameters(member, source), text: 'extra?: Date' },
    ];
  }),
  {
    name: 'change the order of two parameters',
    isTyped: ({ parameters: [one, two] }, source) =>
      one?.type?.getText(source) !== two?.type?.getText(source),
    edits: (member, source) => {
      const [one, two] = member.parameters;
      return one && two
        ? [
            replace(one, source, two.getText(source).replace('?', '')),
            replace(two, source, one.getText(source)),
          ]
        : [];
    },
  },
  typed(
    'gather a parameter',
    onParameter(
      (parameters) =>
        parameters.findLast((each, index) => !each.questionToken && index === parameters.length - 1),
      (parameter, source) =>
        replace(
          parameter,
          source,
          `...${parameter.name.getText(source)}: (${parameter.type?.getText(source) ?? 'unknown'})[]`,
        ),
    ),
  ),
  typed(
    'make a parameter optional',
    onParameter(
      (parameters) => parameters.findLast(({ questionToken, initializer }) => !questionToken && !initializer),
      ({ name }) => after(name, '?'),
    ),
  ),
  typed(
    'require a parameter',
    onParameter(
      (parameters) => parameters.find(({ questionToken }) => questionToken),
      ({ questionToken, name }, source) => replace(questionToken ?? name, source, ''),
    ),
  ),
  typed(
    'change the type of a parameter',
    onParameter(
      ([first]) => first,
      ({ type, name }, source) => replace(type ?? name, source, 'RegExp'),
    ),
  ),
  typed(
    'widen the type of a parameter',
    onParameter(
      (parameters) => parameters.at(-1),
      ({ type, name }, source) =>
        type ? replace(type, source, `(${type.getText(source)}) | RegExp`) : after(name, ': RegExp'),
    ),
  ),
  typed(
    'give a parameter any type',
    onParameter(
      ([first]) => first,
      ({ type, name }, source) => replace(type ?? name, source, 'any'),
    ),
  ),
  typed(
    'change the result',
    onResult(() => 'Promise<RegExp>'),
  ),
  typed(
    'widen the result',
    onResult((result) => `${result} | RegExp`),
  ),
  typed(
    'give the result any type',
    onResult(() => 'any'),
  ),
  typed('promise any', (member, source) =>
    member.type?.getText(source).startsWith('Promise') ? [replace(member.type, source, 'Promise<any>')] : [],
  ),
  typed(
    'give no result',
    onResult(() => 'never'),
  ),
  typed('promise what is not known', (member, source) =>
    member.type?.getText(source).startsWith('Promise')
      ? [replace(member.type, source, 'Promise<unknown>')]
      : [],
  ),
  typed('return what was promised', (member, source) => {
    const promised = /^Promise<(?<value>.+)>$/s.exec(member.type?.getText(source) ?? '')?.groups?.value;
    return member.type && promised !== undefined ? [replace(member.type, source, promised)] : [];
  }),
  typed('lose the type parameters', (member) => {
    const [first] = member.typeParameters ?? [];
    const last = member.typeParameters?.at(-1);
    return first && last ? [{ start: first.getFullStart() - 1, end: last.getEnd() + 1, text: '' }] : [];
  }),
  typed('lose the constraint of a type parameter', (member) => {
    const [first] = member.typeParameters ?? [];
    return first?.constraint
      ? [{ start: first.name.getEnd(), end: first.constraint.getEnd(), text: '' }]
      : [];
  }),
  typed('make a getter a method', (member, source) =>
    ts.isGetAccessorDeclaration(member)
      ? [{ start: member.getStart(source), end: member.name.getStart(source), text: '' }]
      : [],
  ),
  typed('add a setter', (member, source) =>
    ts.isGetAccessorDeclaration(member)
      ? [after(member, `\n  set ${member.name.getText(source)}(value) { String(value); }`)]
      : [],
  ),
  typed('add a member beside it', (member, source) =>
    ts.isIdentifier(member.name)
      ? [
          after(
            member,
            `${isInObject(member) ? ',' : ''}\n  ${member.name.getText(source)}Now(): undefined {}`,
          ),
        ]
      : [],
  ),
  untyped(
    'rename a parameter',
    onParameter(
      ([first]) => first,
      ({ name }) => after(name, 'Given'),
    ),
  ),
  untyped(
    'give a parameter a default',
    onParameter(
      (parameters) => parameters.find(({ questionToken }) => questionToken),
      ({ questionToken, type, name }, source) => ({
        start: questionToken?.getStart(source) ?? name.getEnd(),
        end: (type ?? name).getEnd(),
        text: `: ${type?.getText(source) ?? 'unknown'} = {}`,
      }),
    ),
  ),
];

/** Every drift that the operators can bring into the public members of a class or object, but for those that stand alone. */
export const driftsOf = (text: string, side: string, oneSided: readonly string[]): readonly DriftedSide[] => {
  const source = parse(text);
  const declaration = declarationOf(source, side);
  const nameLine = lineAt(text, declaration.name.getStart(source));
  return declaration.members
    .filter(isPublicMember)
    .filter(({ name }) => !oneSided.includes(name.getText(source)))
    .flatMap((member) =>
      OPERATORS.flatMap(({ name, isTyped, edits }) => {
        const changes = edits(member, source);
        if (changes.length === 0) return [];
        const changed = apply(text, changes);
        const memberName = member.name.getText(source);
        const lines = [nameLine, ...linesOf(changed, side, memberName.replace(/[[\]]/g, ''))];
        const isSeen = typeof isTyped === 'function' ? isTyped(member, source) : isTyped;
        return [{ side, operator: name, member: memberName, text: changed, lines, isTyped: isSeen }];
      }),
    );
};

const parse = (text: string): ts.SourceFile =>
  ts.createSourceFile('drift.ts', text, ts.ScriptTarget.Latest, true);

interface SideDeclaration {
  readonly name: ts.Node;
  readonly members: readonly (ts.ClassElement | ts.ObjectLiteralElementLike)[];
}

/** The class of that name, or the object that a constant of that name holds. */
const declarationOf = (source: ts.SourceFile, side: string): SideDeclaration => {
  const [found] = source.statements.flatMap((statement): readonly SideDeclaration[] => {
    if (ts.isClassDeclaration(statement)) {
      return statement.name?.text === side ? [{ name: statement.name, members: statement.members }] : [];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      const value =
        initializer && ts.isSatisfiesExpression(initializer) ? initializer.expression : initializer;
      return value && ts.isObjectLiteralExpression(value) && name.getText(source) === side
        ? [{ name, members: value.properties }]
        : [];
    });
  });
  if (!found) throw new Error(`No class or object ${side} in the source`);
  return found;
};

const isPublicMember = (member: ts.Node): member is Member =>
  (ts.isMethodDeclaration(member) || ts.isGetAccessorDeclaration(member)) &&
  !ts.isPrivateIdentifier(member.name);

const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (changed, { start, end, text: replacement }) =>
        changed.slice(0, start) + replacement + changed.slice(end),
      text,
    );

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The lines of the members whose name begins like this; a renamed one is among them. */
const linesOf = (text: string, side: string, name: string): readonly number[] => {
  const source = parse(text);
  return declarationOf(source, side)
    .members.flatMap((member) =>
      member.name?.getText(source).includes(name) ? [member.name.getStart(source)] : [],
    )
    .map((offset) => lineAt(text, offset));
};
