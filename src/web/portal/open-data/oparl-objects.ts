import type { OpenMeetingPlace, OpenPerson, OpenRow, PublishedAuthority } from '../../../domain/published/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { licence, type OparlAddresses, type OparlKind, oparlListNames, oparlVersion } from './oparl-address.ts';

/** An object of OParl 1.1. What a property says is described by the published schema; `test/support/oparl-rules.ts` holds its rules. */
export type OparlObject = {
  readonly id: string;
  readonly type: string;
  readonly created: string;
  readonly modified: string;
} & Readonly<Record<string, unknown>>;

/** The moments that every object tells: when it was first made known, and last in another form. */
export type Moments = { readonly firstPublishedAt: Date; readonly publishedAt: Date };

/** What the functions below are told of the authority beside the record. */
export type OparlScene = {
  readonly authority: PublishedAuthority;
  readonly at: OparlAddresses;
  readonly since: Moments;
};

/** An object without the properties that nothing is known of: OParl wants them left out, never null. */
export function oparlObject(
  { at }: Pick<OparlScene, 'at'>,
  kind: OparlKind,
  id: string,
  moments: Moments,
  more: Readonly<Record<string, unknown>>,
): OparlObject {
  const known = Object.entries(more).filter(([, value]) => value !== undefined && value !== null);
  return {
    id: kind === 'System' ? at.system : kind === 'Body' ? at.body : at.object(kind, id),
    type: `${oparlVersion}${kind}`,
    ...Object.fromEntries(known),
    created: instant(moments.firstPublishedAt),
    modified: instant(moments.publishedAt),
  };
}

/** An object of which only is told that it was there (OParl 2.8). */
export function deletedObject(
  scene: Pick<OparlScene, 'at'>,
  kind: OparlKind,
  id: string,
  { firstPublishedAt, withdrawnAt }: { readonly firstPublishedAt: Date; readonly withdrawnAt: Date },
): OparlObject {
  return { ...oparlObject(scene, kind, id, { firstPublishedAt, publishedAt: withdrawnAt }, {}), deleted: true };
}

export function systemObject(scene: OparlScene): OparlObject {
  const { authority, at, since } = scene;
  return oparlObject(scene, 'System', '', since, {
    oparlVersion,
    body: at.bodies,
    name: `Öppna handlingar · ${authority.name}`,
    license: licence,
    website: at.portal,
    web: at.portal,
  });
}

export function bodyObject(scene: OparlScene, terms: readonly OparlObject[]): OparlObject {
  const { authority, at, since } = scene;
  return oparlObject(scene, 'Body', '', since, {
    system: at.system,
    name: authority.name,
    license: licence,
    licenseValidSince: instant(since.firstPublishedAt),
    oparlSince: instant(since.firstPublishedAt),
    website: at.portal,
    web: at.portal,
    legislativeTerm: terms,
    ...Object.fromEntries(oparlListNames.map((name) => [name, at.list(name)])),
  });
}

/** The first year of the term of office that a day belongs to: councils are elected for four years from 15 October (KL 5:9; 2014, 2018, 2022 …). */
export function termOf(day: CivilDate): number {
  const year = Number(day.slice(0, 4));
  const counted = day >= `${year}-10-15` ? year : year - 1;
  return counted - ((((counted - 2014) % 4) + 4) % 4);
}

/** The terms from one day to another. */
export function termsBetween(first: CivilDate, last: CivilDate): readonly number[] {
  const terms: number[] = [];
  for (let year = termOf(first); year <= termOf(last); year += 4) terms.push(year);
  return terms;
}

export function termObject(scene: OparlScene, year: number, embedded = false): OparlObject {
  return oparlObject(scene, 'LegislativeTerm', String(year), scene.since, {
    name: `Mandatperioden ${year}–${year + 4}`,
    startDate: `${year}-10-15`,
    endDate: `${year + 4}-10-14`,
    body: embedded ? undefined : scene.at.body,
  });
}

export function organizationObject(scene: OparlScene, row: OpenRow<'body'>): OparlObject {
  const { at } = scene;
  const { kind, parentId, from, to, roles } = row.data;
  return oparlObject(scene, 'Organization', row.recordId, row, {
    body: at.body,
    name: row.title,
    organizationType: 'Gremium',
    classification: kind,
    subOrganizationOf: parentId && at.object('Organization', parentId),
    startDate: from,
    endDate: to,
    membership: [...new Set(roles.map((role) => at.object('Membership', membershipId(row.recordId, role))))],
    meeting: at.list('meeting', `organization=${row.recordId}`),
    consultation: at.list('consultation', `organization=${row.recordId}`),
    web: at.page('body', row.recordId),
  });
}

type Role = OpenRow<'body'>['data']['roles'][number];

/** A membership has no id of its own: it is who, where, as what and from when. */
export function membershipId(bodyId: string, { personId, role, from }: Role): string {
  return [bodyId, personId, role, from ?? '0'].join('_');
}

/** What the most usual roles are called; another role is told by its code (`docs/reference/codes.md`). */
const roleNames: Readonly<Record<string, string>> = {
  member: 'Ledamot',
  deputy: 'Ersättare',
  deputyMember: 'Ersättare',
  chair: 'Ordförande',
  viceChair: 'Vice ordförande',
  firstViceChair: 'Förste vice ordförande',
  secondViceChair: 'Andre vice ordförande',
};

export function membershipObject(scene: OparlScene, row: OpenRow<'body'>, role: Role, embedded = false): OparlObject {
  const { at } = scene;
  return oparlObject(scene, 'Membership', membershipId(row.recordId, role), row, {
    person: embedded ? undefined : at.object('Person', role.personId),
    organization: at.object('Organization', row.recordId),
    role: roleNames[role.role] ?? role.role,
    votingRight: !role.role.startsWith('deputy'),
    startDate: role.from,
    endDate: role.to,
  });
}

/** The memberships of a body, each once however often a role stands in its data. */
export function membershipsOf(scene: OparlScene, row: OpenRow<'body'>): readonly OparlObject[] {
  const byId = new Map(row.data.roles.map((role) => [membershipId(row.recordId, role), role]));
  return [...byId.values()].map((role) => membershipObject(scene, row, role));
}

export function personObject(scene: OparlScene, person: OpenPerson, bodies: readonly OpenRow<'body'>[]): OparlObject {
  const held = bodies.flatMap((row) =>
    row.data.roles.filter(({ personId }) => personId === person.personId).map((role) => ({ row, role })),
  );
  const byId = new Map(held.map((one) => [membershipId(one.row.recordId, one.role), one]));
  return oparlObject(scene, 'Person', person.personId, person, {
    body: scene.at.body,
    name: person.name,
    affix: person.party && `(${person.party})`,
    membership: [...byId.values()].map(({ row, role }) => membershipObject(scene, row, role, true)),
  });
}

export function locationObject(
  scene: OparlScene,
  { hash, place, ...moments }: OpenMeetingPlace,
  embedded = false,
): OparlObject {
  return oparlObject(scene, 'Location', hash, moments, {
    description: place,
    bodies: embedded ? undefined : [scene.at.body],
  });
}

/** A moment as RFC 3339 writes it, to the second, in UTC. */
export function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
