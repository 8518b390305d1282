import type { Language } from '../../kernel/language.ts';
import { type ChartData, chartSentence, chartWords, type Diagram, showsSomething } from '../tree/index.ts';
import { writeChartPng } from './chart-png.ts';
import { paragraphXml, run } from './docx-inline.ts';
import { escapeXml } from './xml.ts';

/** English Metric Units in a twip, in which Word measures pictures. */
const unitsPerTwip = 635;

/** The pictures of one DOCX while it is written: each becomes a part of the package of its own. */
export class DocxPictures {
  readonly #pictures: Uint8Array[] = [];
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  /** A chart as its name, what it shows in words, and the picture with that as its alternative text. */
  diagramXml({ data }: Diagram, textWidth: number): string {
    if (!showsSomething(data)) return '';
    const said = chartSentence(data, chartWords[this.#language]);
    return [
      paragraphXml('Caption', run(data.title)),
      paragraphXml('Normal', run(said), '<w:keepNext/>'),
      paragraphXml('Normal', `<w:r>${this.#drawingXml(data, said, textWidth)}</w:r>`),
      ...(data.note ? [paragraphXml('QuoteSource', run(data.note))] : []),
    ].join('');
  }

  #drawingXml(data: ChartData, said: string, textWidth: number): string {
    const picture = writeChartPng(data, { language: this.#language, layout: 'page' });
    const number = this.#pictures.push(picture.bytes);
    const across = textWidth * unitsPerTwip;
    const down = Math.round((across * picture.height) / picture.width);
    const name = escapeXml(data.title);
    const picturePart = `<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="${number}" name="${name}" descr="${escapeXml(said)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture${number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${across}" cy="${down}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`;
    return `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${across}" cy="${down}"/><wp:docPr id="${number}" name="${name}" descr="${escapeXml(said)}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${picturePart}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
  }

  /** The relations from the text to its pictures. */
  relations(): readonly { readonly id: string; readonly type: string; readonly target: string }[] {
    return this.#pictures.map((_, index) => ({
      id: `picture${index + 1}`,
      type: 'image',
      target: `media/picture${index + 1}.png`,
    }));
  }

  /** The parts of the package that hold the pictures. */
  parts(): Readonly<Record<string, Uint8Array>> {
    return Object.fromEntries(this.#pictures.map((bytes, index) => [`word/media/picture${index + 1}.png`, bytes]));
  }
}
