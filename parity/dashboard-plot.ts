import { type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale';
import { curveLinear, curveStepAfter, line } from 'd3-shape';
import { type Html, html } from './dashboard-html.ts';
import { minute } from './report-numbers.ts';

/** One line of a chart. */
export interface Series {
  readonly title: string;
  /** The class that gives its colour and the shape of its points, so that colour alone carries nothing. */
  readonly look: 'sync' | 'async' | 'shared' | 'open';
  /** One value a date of the plot; `null` leaves a hole. */
  readonly values: readonly (number | null)[];
}

/** A chart over time. */
export interface Plot {
  /** An id of the page, unique. */
  readonly id: string;
  readonly title: string;
  /** What the chart says, for those who do not see it. */
  readonly description: string;
  readonly dates: readonly string[];
  readonly series: readonly Series[];
  /** The ends of the vertical axis; they are widened to round numbers. */
  readonly range: readonly [number, number];
  readonly limit: { readonly value: number; readonly text: string } | null;
  /** How two records are joined: what holds until the next record by steps, what grows by straight lines. */
  readonly shape: 'steps' | 'line';
  /** Whether the values are whole numbers, which need no ticks between them. */
  readonly whole: boolean;
  readonly show: (value: number) => string;
  /** The id of the table with the same numbers. */
  readonly table: string;
}

/** Above this many dates the points would cover the line. */
const POINTS = 60;

const DAY_MS = 86_400_000;

/** A label of the horizontal axis; `at` in percent of its width. */
interface TimeTick {
  readonly at: number;
  readonly label: string;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** One record alone has no extent in time: a day on either side puts it into the middle. */
const timeDomain = (dates: readonly string[]): [Date, Date] => {
  const times = dates.map((date) => Date.parse(date));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const padding = first === last ? DAY_MS : 0;
  return [new Date(first - padding), new Date(last + padding)];
};

/** At most four labels of days, or of months where the chart is longer than most of a year; one record is its own label. */
const timeTicks = (dates: readonly string[], x: ScaleTime<number, number>): readonly TimeTick[] => {
  const [first = new Date(0), last = first] = x.domain();
  const format = x.tickFormat(4, last.getTime() - first.getTime() > 300 * DAY_MS ? '%b %Y' : '%b %-d');
  const ticks = dates.length === 1 ? [new Date(dates[0] ?? 0)] : x.ticks(4);
  const labeled = ticks.map((tick) => ({ at: round(x(tick)), label: format(tick) }));
  // A chart of a few hours has several ticks on one day.
  return labeled.filter(({ label }, index) => labeled.findIndex((each) => each.label === label) === index);
};

/**
 * Draws a chart as HTML and SVG. The plot is stretched to its place, and strokes and labels are not, so that it is readable
 * at any width without a script.
 */
export const plot = (chart: Plot): Html => {
  const { id, title, description, dates, series, range, limit, shape, whole, show, table } = chart;
  const x = scaleUtc().domain(timeDomain(dates)).range([0, 100]);
  const y = scaleLinear().domain(range).range([100, 0]).nice(4);
  const ticks = y.ticks(4).filter((tick) => !whole || Number.isInteger(tick));
  const times = timeTicks(dates, x);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => round(x(new Date(dates[index] ?? 0))))
    .y((value) => round(y(value ?? 0)))
    .curve(shape === 'steps' ? curveStepAfter : curveLinear);
  const points = ({ title: name, look, values }: Series): readonly Html[] =>
    values.flatMap((value, index) => {
      const date = dates[index];
      if (value === null || date === undefined) return [];
      const place = `M${round(x(new Date(date)))},${round(y(value))}h0`;
      return [
        html`<path class="point ${look}" d="${place}"><title>${minute(date)}: ${name} ${show(value)}</title></path>`,
      ];
    });
  const key = series.map(({ title: name, look, values }) => {
    const last = values.findLast((value) => value !== null);
    return html`<li><i class="key ${look}"></i>${name} <b>${last === undefined || last === null ? 'not measured' : show(last)}</b></li>`;
  });
  return html`<figure class="card" aria-labelledby="${id}-title">
<figcaption><h4 id="${id}-title">${title}</h4><ul class="keys">${key}${limit === null ? null : html`<li><i class="key limit"></i>${limit.text}</li>`}</ul></figcaption>
<div class="chart">
<div class="y" aria-hidden="true">${ticks.map((tick) => html`<span style="top:${round(y(tick))}%">${show(tick)}</span>`)}</div>
<svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label="${description}">
${ticks.map((tick) => html`<path class="grid" d="M0,${round(y(tick))}H100"/>`)}
${limit === null ? null : html`<path class="limit" d="M0,${round(y(limit.value))}H100"/>`}
${series.map((each) => html`<path class="line ${each.look}" d="${path(each.values) ?? ''}"/>`)}
${dates.length > POINTS ? null : series.map(points)}
</svg>
<div class="x" aria-hidden="true">${times.map(({ at, label }) => html`<span style="left:${at}%">${label}</span>`)}</div>
</div>
<p class="more"><a href="#${table}">Numbers<span class="hidden"> of ${title}</span></a></p>
</figure>`;
};
