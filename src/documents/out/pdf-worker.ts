import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { declareStandards } from './declare-standards.ts';
import type { PdfAnswer, PdfJob } from './pdf-pool.ts';

/** The four faces of the printed form. The engine reads whole TrueType files only, and may use no other face than these. */
const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'];
const fontBlobs = faces.map((face) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`))),
);
const workspace = fileURLToPath(new URL('.', import.meta.url));
const mainFilePath = fileURLToPath(new URL('template.typ', import.meta.url));
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });

/** Lays a document out once, has the engine prove PDF/UA-1 on it, and delivers PDF/A-2a that says both. */
async function write(job: PdfJob): Promise<PdfAnswer> {
  try {
    const laidOut = compiler.compile({ mainFilePath, inputs: { doc: job.json } });
    if (!laidOut.result) throw new Error(`The template does not compile: ${reasonsIn(laidOut.takeError()).join('; ')}`);
    compiler.pdf(laidOut.result, { pdfStandard: 'ua-1', creationTimestamp: job.timestamp });
    const archival = compiler.pdf(laidOut.result, { pdfStandard: 'a-2a', creationTimestamp: job.timestamp });
    return { bytes: declareStandards(archival, job.rowHeaders) };
  } catch (error) {
    const reasons = reasonsIn(error).map((reason) => /^PDF\/(?:UA-1|A-2a) error: (.*)$/s.exec(reason)?.[1]);
    const refusals = reasons.filter((reason) => reason !== undefined);
    if (refusals.length === 0 || refusals.length < reasons.length) throw error;
    return { refusals };
  } finally {
    compiler.evictCache(0);
  }
}

type Diagnosed = { readonly shortDiagnostics?: readonly { readonly message?: string }[]; readonly message?: string };

/** The engine's own words. Laying out answers with diagnostics as objects, exporting with the same printed as one string. */
function reasonsIn(error: unknown): readonly string[] {
  const { shortDiagnostics, message = '' } = (error ?? {}) as Diagnosed;
  if (shortDiagnostics) return shortDiagnostics.map((one) => one.message ?? String(one));
  return [...message.matchAll(/severity: Error.*?message: "((?:[^"\\]|\\.)*)"/g)].map((match) => unescaped(match[1]!));
}

/** Undoes the escapes with which Rust prints a string: `\"`, `\\`, `\u{10c}`. */
function unescaped(printed: string): string {
  return printed.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, hex: string | undefined, character: string) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : character,
  );
}

parentPort?.on('message', async (job: PdfJob) => {
  const answer = await write(job).catch(
    (error: unknown): PdfAnswer => ({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  const transfer = 'bytes' in answer && answer.bytes.buffer instanceof ArrayBuffer ? [answer.bytes.buffer] : [];
  parentPort?.postMessage(answer, transfer);
});
