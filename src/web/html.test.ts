import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attributes, fieldId, html } from './html.ts';

test('whatever a person wrote stays text: no tag and no attribute can begin in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (written) => {
      const drawn = String(await html`<p${attributes({ title: written })}>${written}</p>`);
      assert.match(drawn, /^<p title="[^"<>]*">[^<>]*<\/p>$/s);
    }),
  );
});

test('attributes: true is a bare name, nothing is nothing, zero and the empty text are values', async () => {
  assert.equal(
    String(await attributes({ a: true, b: false, c: null, d: undefined, e: 0, f: '', g: 'x' })),
    ' a e="0" f="" g="x"',
  );
});

test('a name that is no attribute name is a bug', () => {
  assert.throws(() => attributes({ 'a onclick=': 'x' }), /not an attribute name/);
});

test('the id of a nested field can be the target of a link', () => {
  assert.equal(fieldId('clauses.0.text'), 'field-clauses-0-text');
});
