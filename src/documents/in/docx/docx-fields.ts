import { ticked, unticked } from '../office/ticks.ts';
import { childOf, childrenOf, type XmlElement } from '../xml/parse-xml.ts';
import { attribute, integer, isOn } from './docx-names.ts';

type Field = { code: string; inCode: boolean };

/**
 * Where the reading is in Word's fields, which may begin in one paragraph and end in another, and stand inside each other: the code of a field is
 * no text, its result is.
 */
export class DocxFields {
  readonly #open: Field[] = [];

  /** Whether what is met now belongs to the code of a field, or to the mark of a note that is told elsewhere. */
  get isSilent(): boolean {
    return this.#open.length > 0 && this.#open.some(({ code, inCode }) => inCode || /^\s*NOTEREF\b/i.test(code));
  }

  get isContents(): boolean {
    return this.#open.length > 0 && this.#open.some(({ code, inCode }) => !inCode && /^\s*TOC\b/i.test(code));
  }

  code(words: string): void {
    const field = this.#open.at(-1);
    if (field?.inCode) field.code += words;
  }

  /** What a tick box or a list to choose from, which begins with this sign, has as its value. */
  valueOf(sign: XmlElement): string {
    return formValue(childOf(sign, 'w:ffData'));
  }

  /** A sign that a field begins, turns from code to result, or ends. */
  step(sign: XmlElement): void {
    switch (attribute(sign, 'fldCharType')) {
      case 'begin':
        this.#open.push({ code: '', inCode: true });
        return;
      case 'separate': {
        const field = this.#open.at(-1);
        if (field) field.inCode = false;
        return;
      }
      case 'end':
        this.#open.pop();
    }
  }

  /** A heading of the text shows that a table of contents is over, even when its field was never closed. */
  endContents(): void {
    if (this.isContents) this.#open.length = 0;
  }
}

/** The value of a tick box or a list to choose from; text fields have theirs as result. */
function formValue(form: XmlElement | undefined): string {
  const box = childOf(form, 'w:checkBox');
  if (box) return (isOn(childOf(box, 'w:checked')) ?? isOn(childOf(box, 'w:default'))) ? ticked : unticked;
  const list = childOf(form, 'w:ddList');
  const chosen = integer(childOf(list, 'w:result')) ?? integer(childOf(list, 'w:default')) ?? 0;
  return attribute(childrenOf(list, 'w:listEntry')[chosen], 'val') ?? '';
}

/** The mark of a content control that is a tick box; undefined when it is another control. */
export function tickOf(properties: XmlElement | undefined): string | undefined {
  const box = childOf(properties, 'w14:checkbox');
  if (!box) return undefined;
  const checked = childOf(box, 'w14:checked');
  const value = checked?.attributes['w14:val'] ?? '1';
  return checked && !['0', 'false', 'off'].includes(value) ? ticked : unticked;
}
