import type { Area } from '../config.ts';

/** The feature areas of the strategy (section 5), by the words that their tests go by. */
export const DEFAULT_AREAS: readonly Area[] = [
  { title: 'Conditional execution', files: ['conditional'], tests: ['conditional'] },
  { title: 'Enterprise features', files: ['enterprise'] },
  { title: 'Error handling', files: ['error'] },
  { title: 'Resource management', files: ['resource'] },
  { title: 'Analytics', files: ['analytics'] },
  { title: 'Monitoring', files: ['monitoring'] },
  { title: 'Security', files: ['security'] },
  { title: 'Nodes', files: ['node'] },
  { title: 'Workflow execution', files: ['workflow', 'execution'] },
];

/** The title for tests that no area fits. */
export const OTHER_AREA = 'Other';

/** The title of the area that a test belongs to: the first that fits its file's path or its name. */
export const areaOf = (areas: readonly Area[], file: string, name: string): string =>
  areas.find(
    (area) =>
      (area.files ?? []).some((word) => file.includes(word)) ||
      (area.tests ?? []).some((word) => name.includes(word)),
  )?.title ?? OTHER_AREA;
