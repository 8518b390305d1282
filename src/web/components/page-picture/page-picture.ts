import { attributes, type Content, type Html, html } from '../../html.ts';

/** A box around words on a page, in the measure of the page. */
export type PictureBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How much of the page is shown above and below the marked words, as a part of its height. */
const around = 0.09;
const least = 0.2;
/** How far a mark reaches outside the words. */
const rim = 2;

/**
 * A page of the paper as a picture, with a passage marked on it: the strip around the passage first, and the whole page for who wants it. A box
 * enlarges it, without script. The words stand as text beside it, so that the picture only has to say what it is.
 */
export function pagePicture(options: {
  readonly title: string;
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PictureBox[];
  readonly alt: string;
  readonly id: string;
  readonly texts: { readonly enlarge: string; readonly whole: string };
  readonly note?: Content;
}): Html {
  const { title, src, width, height, boxes, alt, id, texts, note } = options;
  const strip = stripOf(boxes, height);
  const draw = (from: number, to: number, label: string) =>
    html`<div class="page-frame" tabindex="0" role="region" aria-label="${title}"><svg${attributes({ viewBox: `0 ${round(from)} ${round(width)} ${round(to - from)}`, role: 'img', 'aria-label': label })}><image${attributes({ href: src, x: 0, y: 0, width: round(width), height: round(height) })}/>${boxes.map(
      (box) =>
        html`<rect${attributes({ class: 'page-mark', x: round(box.x - rim), y: round(box.y - rim), width: round(box.width + 2 * rim), height: round(box.height + 2 * rim), rx: 1.5 })}/>`,
    )}</svg></div>`;
  return html`<section class="page-picture"><div class="page-picture-head"><h3>${title}</h3><span class="choice"><input${attributes({ class: 'ds-input', type: 'checkbox', id: `${id}-stor` })}><label for="${id}-stor">${texts.enlarge}</label></span></div>${draw(strip.from, strip.to, alt)}${note}${
    strip.to - strip.from < height
      ? html`<details class="help"><summary>${texts.whole}</summary><div class="help-body">${draw(0, height, alt)}</div></details>`
      : null
  }</section>`;
}

/** The strip of the page that has all boxes with something around them; the whole page when they fill it. */
function stripOf(boxes: readonly PictureBox[], height: number): { readonly from: number; readonly to: number } {
  if (boxes.length === 0) return { from: 0, to: height };
  const top = Math.min(...boxes.map(({ y }) => y)) - height * around;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + height * around;
  const lack = Math.max(0, height * least - (bottom - top)) / 2;
  return { from: Math.max(0, top - lack), to: Math.min(height, bottom + lack) };
}

const round = (points: number) => Math.round(points * 10) / 10;
