import { attributes, type Content, type Html, html } from '../../html.ts';

/** A box around words on a page, in the measure of the page. */
export type PictureBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How much of the page is shown above and below the marked words, as a part of its height. */
const around = 0.09;
const leastDown = 0.2;
/** How much is shown beside them, and how much of the width at least, so that short words are not drawn as a poster. */
const margin = 0.03;
const leastAcross = 0.75;
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
  const strip = stripOf(boxes, width, height);
  const draw = ({ x, y, across, down }: Part, label: string) =>
    html`<div class="page-frame" tabindex="0" role="region" aria-label="${title}"><svg${attributes({ viewBox: `${round(x)} ${round(y)} ${round(across)} ${round(down)}`, role: 'img', 'aria-label': label })}><image${attributes({ href: src, x: 0, y: 0, width: round(width), height: round(height) })}/>${boxes.map(
      (box) =>
        html`<rect${attributes({ class: 'page-mark', x: round(box.x - rim), y: round(box.y - rim), width: round(box.width + 2 * rim), height: round(box.height + 2 * rim), rx: 1.5 })}/>`,
    )}</svg></div>`;
  return html`<section class="page-picture"><div class="page-picture-head"><h3>${title}</h3><span class="choice"><input${attributes({ class: 'ds-input', type: 'checkbox', id: `${id}-stor` })}><label for="${id}-stor">${texts.enlarge}</label></span></div>${draw(strip, alt)}${note}${
    strip.down < height
      ? html`<details class="help"><summary>${texts.whole}</summary><div class="help-body">${draw({ x: 0, y: 0, across: width, down: height }, alt)}</div></details>`
      : null
  }</section>`;
}

type Part = { readonly x: number; readonly y: number; readonly across: number; readonly down: number };

/** The part of the page that has all boxes with something around them, without the margins of the paper; the whole page when they fill it. */
function stripOf(boxes: readonly PictureBox[], width: number, height: number): Part {
  if (boxes.length === 0) return { x: 0, y: 0, across: width, down: height };
  const stretch = (from: number, to: number, size: number, beside: number, atLeast: number) => {
    const lack = Math.max(0, size * atLeast - (to - from) - 2 * beside) / 2;
    const start = Math.max(0, from - beside - lack);
    return [start, Math.min(size, to + beside + lack) - start] as const;
  };
  const least = (of: (box: PictureBox) => number) => Math.min(...boxes.map(of));
  const most = (of: (box: PictureBox) => number) => Math.max(...boxes.map(of));
  const [x, across] = stretch(
    least((box) => box.x),
    most((box) => box.x + box.width),
    width,
    width * margin,
    leastAcross,
  );
  const [y, down] = stretch(
    least((box) => box.y),
    most((box) => box.y + box.height),
    height,
    height * around,
    leastDown,
  );
  return { x, y, across, down };
}

const round = (points: number) => Math.round(points * 10) / 10;
