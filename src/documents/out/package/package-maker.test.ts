import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { assertConformingPdf } from '../../../../test/support/pdf.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type DocumentTree, heading, link, paragraph } from '../../tree/index.ts';
import { partAddress } from '../merge/adapted-objects.ts';
import { closePdfPool } from '../write-pdf.ts';
import type { PackagePlan } from './make-package.ts';
import { openPackageMaker, type PackageAnswer } from './package-maker.ts';

after(closePdfPool);

const tree = (title: string, words: string): DocumentTree => ({
  title,
  author: 'Region Prov',
  language: 'sv',
  // A document that begins with a heading of the third level cannot be accessible.
  blocks: words === 'trasig' ? [heading(3, words)] : [paragraph(words)],
});

function planOf(words: readonly string[], load?: () => Promise<Uint8Array>): PackagePlan {
  const own = words.map((one, index) => ({
    name: `del-${index}`,
    title: `Del ${index}`,
    below: false,
    source: { tree: () => tree(`Del ${index}`, one) },
  }));
  return {
    head: { title: 'Handlingar', author: 'Region Prov', language: 'sv', date: '2026-11-24' },
    papers: [...own, ...(load ? [{ name: 'bilaga', title: 'Bilaga', below: true, source: { load } }] : [])],
    contents: (placed, leftOut) => ({
      ...tree('Innehåll', `Utan: ${leftOut.map(({ name, reason }) => `${name}, ${reason.sv}`).join()}`),
      blocks: placed.map(({ name, page }) => paragraph(link(partAddress(name), `${name} sida ${page}`))),
    }),
  };
}

function shelf() {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    find: async (name: string) => kept.get(name),
    keep: async (name: string, bytes: Uint8Array) => void kept.set(name, bytes),
  };
}

async function untilThere(ask: () => Promise<PackageAnswer>): Promise<Uint8Array> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await ask();
    if ('bytes' in answer) return answer.bytes;
    assert.ok(answer.progress.done <= answer.progress.total);
    await pause(50);
  }
  throw new Error('The package did not come in half a minute.');
}

describe('asking for a package', () => {
  it('tells how far it has come, makes it once for all who ask, and keeps it', async () => {
    const files = shelf();
    const ask = openPackageMaker(files, { patience: 0 });
    let begun = 0;
    const asked = () =>
      ask('abc', () => {
        begun += 1;
        return planOf(['Ett', 'Två']);
      });
    assert.ok('progress' in (await asked()), 'nobody waits for the work');
    const [one, other] = await Promise.all([untilThere(asked), untilThere(asked)]);
    assert.deepEqual([begun, files.kept.size, Buffer.from(one).equals(Buffer.from(other))], [1, 1, true]);
    assert.equal((await assertConformingPdf(one)).pages, 3);
    const again = openPackageMaker(files);
    assert.ok('bytes' in (await again('abc', () => assert.fail('it is there'))));
  });

  it('leaves out a file that would break what looks at it, and makes the rest', async () => {
    const hostile = Buffer.from(
      `%PDF-1.7\n1 0 obj\n${'['.repeat(100_000)}\nendobj\nxref\n0 9999999999\nstartxref\n9\n%%EOF`,
    );
    const ask = openPackageMaker(shelf());
    const bytes = await untilThere(() => ask('def', () => planOf(['Ett'], async () => hostile)));
    assert.equal((await assertConformingPdf(bytes)).pages, 2);
  });

  it('says which paper cannot be written, and tries anew when it is asked again', async () => {
    const ask = openPackageMaker(shelf());
    const broken = () => ask('ghi', () => planOf(['Ett', 'trasig']));
    for (let tries = 0; tries < 2; tries += 1)
      await assert.rejects(
        untilThere(broken),
        (error) => error instanceof AppError && /Del 1/.test(JSON.stringify(error.values)),
      );
    assert.ok(await untilThere(() => ask('jkl', () => planOf(['Ett']))));
  });
});
