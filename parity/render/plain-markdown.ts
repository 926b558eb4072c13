/** Text that stays text: no markup, no table cell border, and no `@name` that would notify somebody. */
export const plain = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~#]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll('@', '&#64;')
    .replace(/\s*\r?\n\s*/g, ' ');
