/** The program of the process that reads, started by `openPaperReader` with no more power than reading takes. */
import { drawPage } from './documents/in/draw-page.ts';
import { serveReader } from './documents/in/process/serve-reader.ts';
import type { ReadFile, ReadingProgress } from './domain/intake/index.ts';
import { readDocument } from './read-paper.ts';

serveReader<ReadingProgress, ReadFile>(
  ({ fileName, bytes }, onProgress) =>
    readDocument({ fileName, bytes, mediaType: 'application/octet-stream' }, { onProgress }),
  drawPage,
);
