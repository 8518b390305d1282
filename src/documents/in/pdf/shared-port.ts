import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What pdf.js sends for part of a page; it empties and fills the same two lists for each part. */
type Message = { readonly chunk?: { readonly fnArray?: readonly number[]; readonly argsArray?: readonly unknown[] } };

/**
 * The way between the two halves of pdf.js when both run in this thread. Its own port copies each message through and through, as if the other
 * half were far away, and every glyph of a page is an object of its own: that took as long as reading the page. Here messages are handed over as
 * they are; only the lists that the sender will empty are copied. It serves text and not pictures, whose pixels have one owner at a time.
 */
class SharedPort extends EventTarget {
  postMessage(message: Message): void {
    const data = kept(message);
    // The one who sends must have gone on before the other answers, as with any port.
    queueMicrotask(() => this.dispatchEvent(Object.assign(new Event('message'), { data })));
  }
}

function kept(message: Message): Message {
  const { chunk } = message;
  if (!chunk?.fnArray || !chunk.argsArray) return message;
  return { ...message, chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() } };
}

/** The half of pdf.js that reads files, in this thread, for one document. It is large, and loaded for the first PDF only. */
export async function sharedWorker(): Promise<PDFWorker> {
  // @ts-expect-error: the package has no types for its worker.
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const port = new SharedPort();
  WorkerMessageHandler.initializeFromPort(port);
  return new PDFWorker({ port: port as never });
}
