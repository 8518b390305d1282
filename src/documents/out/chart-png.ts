import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Canvas, createCanvas, GlobalFonts, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { Language } from '../../kernel/language.ts';
import { type Layout, type Mark, type PartLook, parts, sceneOf, textSize, titled } from '../charts/index.ts';
import type { ChartData } from '../tree/index.ts';

const faceName = 'Kansli Diagram';
let fontsReady = false;

/** The typeface of the product and no other: what is installed on a machine may not change the picture. */
function readyFonts(): void {
  if (fontsReady) return;
  for (const face of ['400Regular', '600SemiBold'])
    GlobalFonts.register(
      readFileSync(
        fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`)),
      ),
      faceName,
    );
  fontsReady = true;
}

export type ChartPng = { readonly bytes: Uint8Array; readonly width: number; readonly height: number };
type PngOptions = {
  readonly language: Language;
  readonly layout?: Layout;
  /** With its name and its source, for a picture that leaves its page. */
  readonly alone?: boolean;
};

/** Two dots a pixel, so that the picture is sharp on paper and on a large screen. */
const density = 2;

/** A chart as a picture on white, for Word, which reads no SVG that all readers can show. Width and height are those of the layout. */
export function writeChartPng(data: ChartData, options: PngOptions): ChartPng {
  const { canvas, width, height } = drawn(data, options);
  return { bytes: canvas.toBuffer('image/png'), width, height };
}

/** The same picture packed beside the thread of the server, which others wait for. */
export async function packChartPng(data: ChartData, options: PngOptions): Promise<Uint8Array> {
  return drawn(data, options).canvas.encode('png');
}

function drawn(data: ChartData, { language, layout = 'wide', alone = false }: PngOptions) {
  readyFonts();
  const bare = sceneOf(data, { layout, language });
  const scene = alone ? titled(bare, data) : bare;
  const [width, height] = [scene.width, Math.ceil(scene.height)];
  const canvas: Canvas = createCanvas(width * density, height * density);
  const pen = canvas.getContext('2d');
  pen.scale(density, density);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  for (const mark of scene.marks) if (mark.mark === 'path') drawPath(pen, mark);
  for (const mark of scene.marks) if (mark.mark === 'text') drawText(pen, mark);
  return { canvas, width, height };
}

function drawPath(pen: SKRSContext2D, { part, d, at }: Extract<Mark, { mark: 'path' }>): void {
  const look: PartLook = parts[part];
  const path = new Path2D(d);
  pen.save();
  if (at) pen.translate(at.x, at.y);
  if (look.fill) {
    pen.fillStyle = look.fill;
    pen.fill(path);
  }
  if (look.stroke) {
    pen.strokeStyle = look.stroke;
    pen.lineWidth = look.width ?? 1;
    pen.setLineDash(look.dash ? look.dash.split(' ').map(Number) : []);
    pen.stroke(path);
  }
  pen.restore();
}

function drawText(pen: SKRSContext2D, { part, x, y, text, anchor }: Extract<Mark, { mark: 'text' }>): void {
  const look: PartLook = parts[part];
  pen.font = `${look.bold ? 600 : 400} ${textSize}px "${faceName}"`;
  pen.textAlign = anchor === 'end' ? 'right' : anchor === 'middle' ? 'center' : 'left';
  pen.setLineDash([]);
  pen.lineJoin = 'round';
  pen.lineWidth = 3;
  pen.strokeStyle = '#ffffff';
  pen.strokeText(text, x, y);
  pen.fillStyle = look.fill ?? '#1c2430';
  pen.fillText(text, x, y);
}
