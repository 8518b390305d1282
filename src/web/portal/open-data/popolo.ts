import { type OpenPerson, type OpenRow, openPeople, type PublishedAuthority } from '../../../domain/published/index.ts';
import type { PortalServices } from '../portal-context.ts';
import { everyRow } from './dump.ts';
import { type OparlAddresses, oparlAddresses } from './oparl-address.ts';

type Source = Pick<PortalServices, 'readPublic' | 'publicUrl'>;

/** Persons, organizations, memberships and votes in the shape of Popolo (popoloproject.com), written while they are read. */
export async function* popolo(source: Source, authority: PublishedAuthority): AsyncGenerator<string> {
  const at = oparlAddresses(source.publicUrl, authority);
  const parties = new Set<string>();
  yield '{"persons":[';
  yield* listed(everyPerson(source, authority), (person) => {
    if (person.party) parties.add(person.party);
    return {
      id: person.personId,
      name: person.name,
      sources: [{ url: at.object('Person', person.personId) }],
    };
  });
  const bodies: OpenRow<'body'>[] = [];
  for await (const rows of everyRow(source, authority, 'body')) bodies.push(...rows);
  const organizations = [
    { id: authority.slug, name: authority.name, classification: 'authority' },
    ...[...parties].sort().map((party) => ({ id: partyId(party), name: party, classification: 'party' })),
    ...bodies.map((row) => bodyOrganization(at, authority, row)),
  ];
  yield `],"organizations":${JSON.stringify(organizations)},"memberships":`;
  yield JSON.stringify(bodies.flatMap((row) => row.data.roles.map((role) => membership(row, role))));
  yield ',"motions":[';
  yield* listed(motionsOf(source, authority), (row) => motion(at, authority, row));
  yield '],"vote_events":[';
  yield* listed(motionsOf(source, authority), (row) => voteEvents(row), true);
  yield ']}';
}

/** Parties have no id of their own; their name is what tells them apart. */
function partyId(party: string): string {
  return `party:${party.normalize('NFC').toLowerCase()}`;
}

function bodyOrganization(at: OparlAddresses, authority: PublishedAuthority, row: OpenRow<'body'>) {
  return {
    id: row.recordId,
    name: row.title,
    classification: row.data.kind,
    parent_id: row.data.parentId ?? authority.slug,
    ...(row.data.from && { founding_date: row.data.from }),
    ...(row.data.to && { dissolution_date: row.data.to }),
    sources: [{ url: at.page('body', row.recordId) }],
  };
}

function membership(row: OpenRow<'body'>, role: OpenRow<'body'>['data']['roles'][number]) {
  return {
    person_id: role.personId,
    organization_id: row.recordId,
    role: role.role,
    ...(role.party && { on_behalf_of_id: partyId(role.party) }),
    ...(role.from && { start_date: role.from }),
    ...(role.to && { end_date: role.to }),
  };
}

function motion(at: OparlAddresses, authority: PublishedAuthority, row: OpenRow<'decision'>) {
  return {
    id: row.recordId,
    organization_id: row.bodyId ?? authority.slug,
    text: row.data.clauses.join('\n'),
    ...(row.data.number && { identifier: row.data.number }),
    ...(row.happenedOn && { date: row.happenedOn }),
    vote_events: row.data.votes.map((_, index) => ({ id: `${row.recordId}-${index + 1}` })),
    sources: [{ url: at.page('decision', row.recordId) }],
  };
}

/** The options as Popolo has them. */
const options = { yes: 'yes', no: 'no', abstain: 'abstain', absent: 'absent' } as const;

function voteEvents(row: OpenRow<'decision'>): readonly unknown[] {
  return row.data.votes.map((vote, index) => ({
    id: `${row.recordId}-${index + 1}`,
    identifier: vote.question,
    motion_id: row.recordId,
    ...(row.bodyId && { organization_id: row.bodyId }),
    ...(row.happenedOn && { start_date: row.happenedOn }),
    result: vote.outcome,
    counts: vote.counts.map(({ option, count }) => ({ option: options[option], value: count })),
    votes: vote.votes.map(({ personId, party, option }) => ({
      voter_id: personId,
      option: options[option],
      ...(party && { group_id: partyId(party) }),
    })),
  }));
}

async function* everyPerson(
  { readPublic }: Source,
  authority: PublishedAuthority,
): AsyncGenerator<readonly OpenPerson[]> {
  let after: string | undefined;
  for (;;) {
    const people = await readPublic((r) => openPeople(r, authority, { after, limit: 1_000 }));
    if (people.length > 0) yield people;
    if (people.length < 1_000) return;
    after = people.at(-1)?.personId;
  }
}

/** Decisions that were voted on. */
async function* motionsOf(
  source: Source,
  authority: PublishedAuthority,
): AsyncGenerator<readonly OpenRow<'decision'>[]> {
  for await (const rows of everyRow(source, authority, 'decision'))
    yield rows.filter(({ data }) => data.votes.length > 0);
}

/** What is made of each, with commas between; `several` when each gives a list. */
async function* listed<T>(
  pieces: AsyncIterable<readonly T[]>,
  make: (one: T) => unknown,
  several = false,
): AsyncGenerator<string> {
  let first = true;
  for await (const piece of pieces) {
    const made = several ? piece.flatMap((one) => make(one) as readonly unknown[]) : piece.map(make);
    if (made.length === 0) continue;
    yield `${first ? '' : ','}${made.map((one) => JSON.stringify(one)).join(',')}`;
    first = false;
  }
}
