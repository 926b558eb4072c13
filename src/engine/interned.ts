/**
 * The same name as the one string that the engine of the language keeps of it, as it does of all names that stand in a program: as a key it
 * is found several times as fast as one that was put together, such as `` `in${port}` ``.
 */
export const interned = (name: string): string => Object.keys({ [name]: undefined })[0] ?? name;
