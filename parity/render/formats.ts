import { renderGithub } from './github.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import type { Renderer } from './renderer.ts';
import { renderSarif } from './sarif.ts';
import { renderText } from './text.ts';

/** The output formats by the name that `--format` takes. */
export const FORMATS = {
  text: renderText,
  json: renderJson,
  github: renderGithub,
  sarif: renderSarif,
  junit: renderJunit,
  markdown: renderMarkdown,
} as const satisfies Readonly<Record<string, Renderer>>;

/** The name of an output format. */
export type Format = keyof typeof FORMATS;
