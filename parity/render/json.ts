import type { Renderer } from './renderer.ts';

/** Renders a report as the JSON model itself, indented by two spaces. */
export const renderJson: Renderer = (report) => `${JSON.stringify(report, null, 2)}\n`;
