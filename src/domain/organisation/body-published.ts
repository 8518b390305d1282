import { type Block, heading, text } from '../../documents/tree/index.ts';
import { capitalized } from '../../kernel/capitalized.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { authorityName, type PublishedRecord, type PublishedRole } from '../published/index.ts';
import { bodyKinds } from './body-kinds.ts';
import { findBody, getBody } from './organisation-reader.ts';
import { type Seat, seatRoles } from './seat.ts';
import { listSeatHistory } from './seat-reader.ts';

/** What everybody may read of a body: what it is, what it belongs to, and who has been elected to it (R-OPN-4). Vacant seats and other names are left out. */
export async function publishedBody(r: Reader, id: Id<'body'>): Promise<PublishedRecord<'body'>> {
  const body = await getBody(r, id);
  const parent = body.parentId === null ? undefined : await findBody(r, body.parentId);
  const seats = (await listSeatHistory(r, id)).filter(isHeld);
  const kind = bodyKinds[body.kind].label.sv;
  return {
    noun: 'body',
    recordId: body.id,
    title: body.name,
    summary: `${capitalized(kind)}${parent ? ` under ${parent.name}` : ''}.`,
    bodyId: body.id,
    bodyName: body.name,
    happenedOn: null,
    year: null,
    state: null,
    registrationNumbers: [],
    tree: {
      title: body.name,
      author: await authorityName(r),
      language: 'sv',
      facts: [
        { label: 'Slag', value: kind },
        ...(parent ? [{ label: 'Hör till', value: parent.name }] : []),
        ...(body.validFrom ? [{ label: 'Finns från', value: body.validFrom }] : []),
        ...(body.validTo ? [{ label: 'Fanns till', value: body.validTo }] : []),
      ],
      blocks: seats.length > 0 ? [heading(1, 'Förtroendevalda', 'fortroendevalda'), rollTable(seats)] : [],
    },
    data: {
      kind: body.kind,
      parentId: body.parentId,
      from: body.validFrom,
      to: body.validTo,
      roles: seats.map(roleOf),
    },
    links: parent ? [{ relation: 'partOf', noun: 'body', recordId: parent.id }] : [],
    files: [],
  };
}

type HeldSeat = Seat & { readonly personId: Id<'person'>; readonly personName: string };

function isHeld(seat: Seat): seat is HeldSeat {
  return seat.personId !== null && seat.personName !== null;
}

function roleOf({ personId, personName, party, role, kind, validFrom, validTo }: HeldSeat): PublishedRole {
  return {
    personId,
    name: personName,
    party,
    role: role ?? (kind === 'deputy' ? 'deputyMember' : 'member'),
    from: validFrom,
    to: validTo,
  };
}

function rollTable(seats: readonly HeldSeat[]): Block {
  return {
    kind: 'table',
    caption: 'Förtroendevalda med uppdrag och tid',
    header: ['Namn', 'Parti', 'Uppdrag', 'Från', 'Till'].map((one) => [text(one)]),
    rows: seats.map(({ personName, party, role, kind, validFrom, validTo }) => {
      const office = role ? seatRoles[role].sv : kind === 'deputy' ? 'ersättare' : 'ledamot';
      return [personName, party ?? '', office, validFrom ?? '', validTo ?? ''].map((one) => [text(one)]);
    }),
    rowHeader: true,
  };
}
