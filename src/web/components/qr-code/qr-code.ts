import qrcode from 'qrcode-generator';
import { type Html, html } from '../../html.ts';

/** The white rim that a reader of QR codes needs around them, in modules (ISO/IEC 18004: four). */
const quietZone = 4;

/**
 * An address as a QR code to point a telephone at, with the same address as words below: who cannot read the picture types it. The code is dark on
 * white in every colour scheme, because readers look for just that, and one path, because hundreds of squares are slow to print.
 */
export function qrCode(options: {
  readonly id: string;
  readonly address: string;
  /** What one comes to: "Svara på omröstningen". */
  readonly title: string;
  /** `poster` fills the width of a projected or printed page. */
  readonly size?: 'small' | 'poster';
}): Html {
  const { id, address, title, size = 'small' } = options;
  const { path, side } = qrPath(address);
  return html`<figure class="qr-code" data-size="${size}"><svg role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><title id="${id}-title">${title}</title><desc id="${id}-desc">${address}</desc><rect class="qr-ground" width="${side}" height="${side}"/><path class="qr-modules" d="${path}"/></svg>
<figcaption><a href="${address}" translate="no">${address.replace(/^https?:\/\//, '')}</a></figcaption></figure>`;
}

/** The dark modules of the code as one path, row by row, and the side of the square with its quiet zone. */
export function qrPath(address: string): { readonly path: string; readonly side: number } {
  // Type 0 takes the smallest size that holds the address; M still reads when a seventh of the picture is worn or hidden.
  const code = qrcode(0, 'M');
  code.addData(address, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const path: string[] = [];
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < count; column += 1) {
      let length = 0;
      while (column + length < count && code.isDark(row, column + length)) length += 1;
      if (length === 0) continue;
      path.push(`M${column + quietZone} ${row + quietZone}h${length}v1h-${length}z`);
      column += length;
    }
  return { path: path.join(''), side: count + 2 * quietZone };
}
