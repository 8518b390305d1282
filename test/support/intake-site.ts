import { readFileSync } from 'node:fs';
import { authorize } from '../../src/domain/access/index.ts';
import {
  decideMany,
  isDecidingMany,
  listIntakeFiles,
  listProposals,
  type Proposal,
  readIntakeFile,
} from '../../src/domain/intake/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { readAsProduct } from './build-intake.ts';
import { type DemoSite, demoOrigin, type Visitor } from './demo-site.ts';

export type PaperFile = { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> };

/** An invented report-back of a committee of the demonstration region, from a year that the region has no assignments of. */
export const reportPath = new URL('../fixtures/intake/aterrapportering-2022.txt', import.meta.url).pathname;
export const report: PaperFile = { name: 'aterrapportering-2022.txt', content: readFileSync(reportPath, 'utf8') };

/** Sends files as the form of the page does. */
export async function handInFiles(site: DemoSite, visitor: Visitor, files: readonly PaperFile[]): Promise<Response> {
  const csrf = /name="csrf" value="([^"]+)"/.exec(await visitor.read('/las-in'))?.[1] ?? '';
  const body = new FormData();
  body.set('csrf', csrf);
  body.set('idempotencyKey', crypto.randomUUID());
  for (const { name, content } of files) body.append('files', new File([content], name, { type: 'text/plain' }));
  const headers = {
    cookie: visitor.cookie,
    origin: demoOrigin,
    'sec-fetch-site': 'same-origin',
    'accept-language': 'sv',
  };
  return await site.app.fetch(new Request(`${demoOrigin}/las-in`, { method: 'POST', body, headers }));
}

/** Does the background work that waits: reads the files that have been handed in, as the worker of the server does. */
export async function readWaiting(site: DemoSite): Promise<void> {
  const auth = authorize(site.operator, 'intake.handIn');
  const waiting = (await site.read((r) => listIntakeFiles(r))).filter(({ state }) => state === 'queued');
  for (const { id } of waiting)
    await readIntakeFile({ db: site.db, blobs: site.services.blobs, read: readAsProduct }, auth, id);
}

/** Does the decisions on many that wait, as the worker of the server does for the person who asked. */
export async function decideWaiting(site: DemoSite, { actor }: Pick<Visitor, 'actor'>): Promise<void> {
  const waiting = (await site.read((r) => listIntakeFiles(r))).filter(isDecidingMany);
  for (const { id } of waiting)
    await decideMany(site.db, authorize(actor, 'intake.confirm'), id, (error) => {
      throw error;
    });
}

/** A file that has been handed in and read, with its proposals. */
export async function readPaper(
  site: DemoSite,
  visitor: Visitor,
  paper: PaperFile = report,
): Promise<{ readonly id: Id<'intakeFile'>; readonly proposals: () => Promise<readonly Proposal[]> }> {
  const answer = await handInFiles(site, visitor, [paper]);
  const address = answer.headers.get('location') ?? '';
  const id = /^\/las-in\/([0-9a-f-]{36})$/.exec(address)?.[1];
  if (!id) throw new Error(`Handing in answered ${answer.status} ${address} instead of leading to the file.`);
  await readWaiting(site);
  return { id, proposals: () => site.read((r) => listProposals(r, id)) };
}
