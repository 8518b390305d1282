import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { NamedBody } from './body.ts';
import { kindFromName } from './body-kinds.ts';
import { bodiesMeantBy, matchBody } from './body-names.ts';
import { similarBodies } from './similar-bodies.ts';

const body = (id: string, name: string, more: Partial<NamedBody> = {}): NamedBody => ({
  id,
  name,
  shortName: null,
  aliases: [],
  ...more,
});
const board = body('board', 'Hälso- och sjukvårdsnämnden', { kind: 'committee', shortName: 'HSN' });
const near = body('near', 'Beredning för nära vård', {
  kind: 'draftingCommittee',
  parentId: 'board',
  aliases: [{ name: 'Beredning för närsjukvård' }],
});
const special = body('special', 'Beredning för somatisk specialistvård och högspecialiserad vård', {
  kind: 'draftingCommittee',
  parentId: 'board',
});
const culture = body('culture', 'Beredning för kultur', { kind: 'draftingCommittee', parentId: 'other' });
const office = body('office', 'Hälso- och sjukvårdsförvaltningen', { kind: 'administration' });
const bodies = [board, near, special, culture, office];

test('a body is found in every form that documents write its name in', () => {
  for (const [name, expected] of [
    ['Hälso- och sjukvårdsnämnden', 'board'],
    ['hälso- och sjukvårdsnämnden', 'board'],
    ['hälso‑ och\n sjukvårdsnämndens', 'board'],
    ['HSN', 'board'],
    ['**Beredningen för nära vård:**', 'near'],
    ['Hälso- och sjukvårdsnämndens beredning för närsjukvård', 'near'],
    ['Beredning för närsjukvård', 'near'],
    ['Hälso- och sjukvårdsförvaltningens', 'office'],
    ['Hälsa- och sjukvårdsförvaltningen', undefined],
    ['Beredning för vård', undefined],
  ] as const)
    assert.equal(matchBody(name, bodies)?.id, expected, name);
});

test('two bodies of one name are never guessed between', () => {
  assert.equal(matchBody('Arbetsutskottet', [body('a', 'Arbetsutskottet'), body('b', 'arbetsutskottet')]), undefined);
});

test('a body is found by its own name however it is spaced and cased', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...bodies),
      fc.boolean(),
      fc.constantFrom(' ', '  ', '\u00a0', '\n'),
      (one, upper, space) => {
        const written = (upper ? one.name.toLocaleUpperCase('sv') : one.name).replaceAll(' ', space);
        assert.equal(matchBody(written, bodies)?.id, one.id);
      },
    ),
  );
});

test('a plural means the drafting committees, of the owner when it is named', () => {
  const ids = (words: string) => bodiesMeantBy(words, bodies).map((one) => one.id);
  assert.deepEqual(ids('Hälso- och sjukvårdsnämndens beredningar'), ['near', 'special']);
  assert.deepEqual(ids('beredningarna'), ['near', 'special', 'culture']);
  assert.deepEqual(ids('berörda beredningar'), ['near', 'special', 'culture']);
  assert.deepEqual(ids('Beredning för nära vård'), []);
});

test('names that look alike are proposed with a reason, and a name that matches is not', () => {
  const proposed = (name: string) => similarBodies(name, bodies).map(({ bodyId, reason }) => [bodyId, reason]);
  assert.deepEqual(proposed('Hälsa- och sjukvårdsförvaltningen')[0], ['office', 'spelling']);
  assert.deepEqual(proposed('Beredning för somatisk specialistsjukvård samt högspecialiserad vård')[0]?.[0], 'special');
  assert.deepEqual(
    proposed('Beredning för närsjukvård')
      .map(([id]) => id)
      .includes('near'),
    false,
  );
  assert.deepEqual(proposed('Trafiknämnden'), []);
});

test('the words of a name speak for a kind', () => {
  for (const [name, kind] of [
    ['Regionfullmäktige', 'assembly'],
    ['Fullmäktigeberedningen för demokrati', 'assemblyDraftingCommittee'],
    ['Regionstyrelsen', 'executiveBoard'],
    ['Forsknings- och utbildningsnämnden', 'committee'],
    ['Gemensamma hjälpmedelsnämnden', 'jointCommittee'],
    ['Hälso- och sjukvårdsnämndens beredning för närsjukvård', 'draftingCommittee'],
    ['Regionstyrelsens arbetsutskott', 'subCommittee'],
    ['Chefsgrupp för samverkan social välfärd samt vård och omsorg', 'officialsGroup'],
    ['Hälso- och sjukvårdsförvaltningen', 'administration'],
    ['Örebro kommun', 'municipality'],
    ['Region Örebro län', 'region'],
    ['Fylsta', undefined],
  ] as const)
    assert.equal(kindFromName(name), kind, name);
});
