import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { sampleTree } from '../../../test/documents-out/sample-tree.ts';
import { AppError } from '../../kernel/errors.ts';
import { heading } from '../tree/index.ts';
import { closePdfPool, documentFormats, writeDocument } from './index.ts';

after(closePdfPool);

describe('the door of the writers', () => {
  const beginnings = { html: '<!doctype html>', pdf: '%PDF-1.7', docx: 'PK\u0003\u0004', json: '{\n  "title"' };
  for (const format of documentFormats)
    it(`writes ${format}, the same bytes each time`, async () => {
      const [one, two] = await Promise.all([
        writeDocument(sampleTree, format),
        writeDocument(structuredClone(sampleTree), format),
      ]);
      assert.equal(
        new TextDecoder('latin1').decode(one.bytes.subarray(0, beginnings[format].length)),
        beginnings[format],
      );
      assert.deepEqual(Buffer.compare(one.bytes, two.bytes), 0);
      assert.equal(one.extension, format);
      assert.match(one.mediaType, /^(text|application)\//);
    });

  it('gives the tree back as it was in JSON', async () => {
    const { bytes } = await writeDocument(sampleTree, 'json');
    assert.deepEqual(JSON.parse(new TextDecoder().decode(bytes)), JSON.parse(JSON.stringify(sampleTree)));
  });

  for (const format of documentFormats)
    it(`refuses a tree that cannot conform as ${format} too`, async () => {
      const faulty = { ...sampleTree, blocks: [heading(3, 'För djupt')] };
      await assert.rejects(
        writeDocument(faulty, format),
        (error) => error instanceof AppError && error.code === 'document.notConforming',
      );
    });
});
