/** Text that is HTML already, and is not escaped again. */
export interface Html {
  readonly html: string;
}

/** What may stand in a template: texts and numbers are escaped, HTML is taken as it is, and `null` leaves nothing. */
export type HtmlValue = string | number | Html | null | readonly HtmlValue[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const rendered = (value: HtmlValue): string => {
  if (value === null) return '';
  if (typeof value === 'string')
    return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map(rendered).join('');
};

/**
 * A piece of HTML; what is put into it is escaped, in text and in quoted attributes alike. The toolkit has the same for its dashboard:
 * it imports nothing of the runtimes, nor they of it.
 *
 * @example
 * ```ts
 * html`<p>${'a < b'}</p>`.html; // '<p>a &lt; b</p>'
 * ```
 */
export const html = (strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => ({
  html: strings.map((text, index) => text + rendered(values[index] ?? null)).join(''),
});
