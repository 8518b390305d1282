import type { Ui } from '../../contracts.ts';
import { attributes, type Html, html } from '../../html.ts';

/** The shapes of the wheel: each category has its own, so that nobody depends on telling colours apart. */
export const wheelShapes = ['disc', 'diamond', 'square', 'triangle', 'ring', 'cross'] as const;
export type WheelShape = (typeof wheelShapes)[number];

export type WheelDay = {
  readonly date: string;
  /** What the day is and takes up, in words: the name of its link. */
  readonly label: string;
  readonly href: string;
  /** The categories of the day, from the rim inwards. A day without any is drawn as a short line. */
  readonly shapes: readonly WheelShape[];
};

export type WheelOptions = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly days: readonly WheelDay[];
  readonly legend: readonly { readonly shape: WheelShape; readonly text: string }[];
  /** Today, drawn as a hand when it lies in the year. */
  readonly today: string;
};

const middle = 200;
const rim = 150;
const step = 17;

/**
 * A year as a wheel: January begins at the top, the days stand where they lie in the year, with a shape for each category they take up. Each day
 * is a link to its place in the list below, which says the same in words; the wheel is for the eye, the list for everyone.
 */
export function yearWheel(ui: Ui, options: WheelOptions): Html {
  const { id, title, year, days, legend, today } = options;
  const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`);
  return html`<figure class="year-wheel" id="${id}">
<svg role="group" aria-labelledby="${id}-title" viewBox="0 0 400 400">
<title id="${id}-title">${title}</title>
<g aria-hidden="true"><circle class="wheel-rim" cx="${middle}" cy="${middle}" r="${rim + 12}"/>${months.map((date) => monthMark(ui, date))}
${today.startsWith(String(year)) ? hand(today) : null}<text class="wheel-year" x="${middle}" y="${middle}">${year}</text></g>
${days.map((day) => dayMark(day))}
</svg>
<figcaption><ul class="wheel-legend">${legend.map(({ shape, text }) => html`<li class="wheel-${shape}"><svg viewBox="-8 -8 16 16" width="15" height="15" aria-hidden="true" focusable="false">${drawing(shape)}</svg><span>${text}</span></li>`)}</ul></figcaption>
</figure>`;
}

/** Where a day lies in its year, as the angle in radians from the top, clockwise. */
export function angleOf(date: string): number {
  const year = Number(date.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  return (2 * Math.PI * (Date.parse(`${date}T00:00:00Z`) - start)) / (Date.UTC(year + 1, 0, 1) - start);
}

function at(angle: number, radius: number): { readonly x: string; readonly y: string } {
  return {
    x: (middle + radius * Math.sin(angle)).toFixed(1),
    y: (middle - radius * Math.cos(angle)).toFixed(1),
  };
}

function monthMark(ui: Ui, first: string): Html {
  const angle = angleOf(first);
  const [from, to] = [at(angle, 58), at(angle, rim + 12)];
  const label = at(angle + Math.PI / 12, rim + 30);
  const name = ui.format.month(first).slice(0, 3);
  return html`<path class="wheel-month" d="M${from.x} ${from.y}L${to.x} ${to.y}"/><text class="wheel-name" x="${label.x}" y="${label.y}">${name}</text>`;
}

function hand(today: string): Html {
  const [from, to] = [at(angleOf(today), 58), at(angleOf(today), rim + 16)];
  return html`<path class="wheel-today" d="M${from.x} ${from.y}L${to.x} ${to.y}"/>`;
}

function dayMark({ date, label, href, shapes }: WheelDay): Html {
  const angle = angleOf(date);
  const [from, to] = [at(angle, rim + 8), at(angle, rim - 8 - step * Math.max(0, shapes.length - 1))];
  return html`<a href="${href}" aria-label="${label}" class="wheel-day"><title>${label}</title><path class="wheel-line" d="M${from.x} ${from.y}L${to.x} ${to.y}"/>${shapes.map(
    (shape, index) => {
      const { x, y } = at(angle, rim - step * index);
      return html`<g${attributes({ class: `wheel-${shape}`, transform: `translate(${x} ${y})` })}>${drawing(shape)}</g>`;
    },
  )}</a>`;
}

function drawing(shape: WheelShape): Html {
  return drawings[shape];
}

const drawings: Readonly<Record<WheelShape, Html>> = {
  disc: html`<circle r="7" class="wheel-full"/>`,
  diamond: html`<path d="M0-8L8 0 0 8-8 0z" class="wheel-full"/>`,
  square: html`<path d="M-6-6H6V6H-6z" class="wheel-full"/>`,
  triangle: html`<path d="M0-7.5L7.5 6h-15z" class="wheel-full"/>`,
  ring: html`<circle r="5.5" class="wheel-open"/>`,
  cross: html`<path d="M-5.5-5.5L5.5 5.5M5.5-5.5L-5.5 5.5" class="wheel-open"/>`,
};
