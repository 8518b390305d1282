import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

const family = 'Page image';
GlobalFonts.registerFromPath(
  fileURLToPath(
    new URL(
      '../../node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
      import.meta.url,
    ),
  ),
  family,
);

/** Lines drawn as a page that was scanned at 200 dots per inch: eleven points high, black on white, in letters that come with the project. */
export function pageImage(lines: readonly string[], format: 'png' | 'jpeg' = 'png'): Uint8Array {
  const size = 31;
  const lineHeight = 46;
  const canvas = createCanvas(1654, Math.max(200, 120 + lines.length * lineHeight));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.font = `${size}px "${family}"`;
  lines.forEach((line, row) => {
    context.fillText(line, 120, 100 + row * lineHeight);
  });
  return format === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg', 80);
}
