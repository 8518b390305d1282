import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** What stands under a key of a dictionary, followed to the object itself; undefined when it is not a dictionary or has no such key. */
export function valueAt(object: unknown, key: string): unknown {
  return object instanceof PDFDict ? object.lookup(PDFName.of(key)) : undefined;
}

export function dictAt(object: unknown, key: string): PDFDict | undefined {
  const value = valueAt(object, key);
  return value instanceof PDFDict ? value : undefined;
}

/** The name under a key without its slash, or the words of a string. */
export function textAt(object: unknown, key: string): string | undefined {
  const value = valueAt(object, key);
  if (value instanceof PDFName || value instanceof PDFString || value instanceof PDFHexString)
    return value.decodeText();
  return undefined;
}

/** The members of an array with their references, or the single object that stands where an array may. */
export function membersAt(
  object: unknown,
  key: string,
): readonly { readonly reference?: string; readonly value: unknown }[] {
  if (!(object instanceof PDFDict)) return [];
  const whole = object.lookup(PDFName.of(key));
  const members = whole instanceof PDFArray ? whole.asArray() : [object.get(PDFName.of(key))];
  return members
    .filter((member) => member !== undefined)
    .map((member) =>
      member instanceof PDFRef
        ? { reference: member.toString(), value: object.context.lookup(member) }
        : { value: member },
    );
}

/** The decoded bytes of a stream. */
export function bytesOfStream(stream: unknown): Uint8Array {
  if (stream instanceof PDFRawStream) return decodePDFRawStream(stream).decode();
  return stream instanceof PDFStream ? stream.getContents() : new Uint8Array();
}
