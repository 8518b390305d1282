import type { Reader } from '../../storage/database.ts';
import { factsAt } from './intake-file.ts';
import { getIntakeFile, listProposals } from './intake-reader.ts';
import type { NewProposal } from './intake-writer.ts';
import { comparedProposals } from './likeness/compared-proposals.ts';
import type { ComparedRecord } from './likeness/compared-record.ts';
import { type LikelyConnection, likelyConnections } from './likeness/likely-connections.ts';
import { nounOfKind, registeredRecords } from './likeness/registered-records-reader.ts';
import type { Proposal } from './proposal.ts';
import { type RecordEnd, type WholeNoun, wholeNouns } from './record-ends.ts';

/**
 * Proposes which records of a file that was just read belong to one thread with records of the register or of other files under review: the question of a
 * return that answers for an assignment, the paragraph of minutes that takes it up, the point of input that asks for it. It rests on likeness of
 * words and never becomes a connection by itself.
 */
export async function proposeConnections(r: Reader, proposals: readonly Proposal[]): Promise<readonly NewProposal[]> {
  const [any] = proposals;
  if (!any) return [];
  const own = await comparedOf(r, proposals);
  if (own.length === 0) return [];
  const others = [...(await registeredRecords(r)), ...(await underReview(r, any.fileId))];
  const said = new Set(own.map(sayingOf));
  const sources = new Map(proposals.map((one): [string, Proposal] => [one.id, one]));
  // A file that is read again finds its own records in the register: those are compared once, as what they are now.
  const found = likelyConnections(
    own,
    others.filter((one) => !said.has(sayingOf(one))),
  );
  return found.map((one, index) => connectionProposal(one, sources, index + 1));
}

function connectionProposal(
  { from, to, kind, confidence, shared }: LikelyConnection,
  sources: ReadonlyMap<string, Proposal>,
  number: number,
): NewProposal {
  const shown = sources.get(proposalIdOf(from)) ?? sources.get(proposalIdOf(to))!;
  return {
    type: 'recordLink',
    readerId: `recordLink-${number}`,
    fields: {
      from: from.label,
      to: to.label,
      kind,
      reason: `gemensamma ord: ${shared.join(', ')}`,
      fromEnd: endOf(from),
      toEnd: endOf(to),
    },
    confidence,
    rule: 'connection-by-telling-words',
    source: shown.source,
    alsoAt: [],
  };
}

/** The records that proposals name; those of the register carry the register's ids and those of files "proposal" before theirs. */
async function comparedOf(r: Reader, proposals: readonly Proposal[]): Promise<readonly ComparedRecord[]> {
  const file = await getIntakeFile(r, proposals[0]!.fileId);
  const compared = comparedProposals(
    proposals
      .filter(({ state }) => state !== 'rejected')
      .map(({ id, type, fields, source }) => ({ id, type, fields, within: factsAt(file, source.start) })),
    `file ${file.id}`,
  );
  return compared.map((one) => ({ ...one, id: `${underReviewMark}${one.id}` }));
}

const underReviewMark = 'proposal ';

function proposalIdOf({ id }: ComparedRecord): string {
  return id.startsWith(underReviewMark) ? id.slice(underReviewMark.length).split(' ').at(-1)! : '';
}

function endOf(record: ComparedRecord): RecordEnd {
  const { id, kind, label } = record;
  const proposalId = proposalIdOf(record);
  if (!proposalId) return { label, noun: nounOfKind[kind], recordId: id };
  const whole = wholeNouns.find((noun): noun is WholeNoun => noun === kind);
  return { label, proposalId, ...(whole && { as: whole }) };
}

/** What the open proposals of other files name: a file that nobody has looked at yet is compared as if it were in the register. */
async function underReview(r: Reader, ownFile: Proposal['fileId']): Promise<readonly ComparedRecord[]> {
  const compared: ComparedRecord[] = [];
  for (const fileId of await filesUnderReview(r, ownFile)) {
    const all = await listProposals(r, fileId);
    const open = new Set(all.filter(({ state }) => state === 'open').map(({ id }) => id as string));
    compared.push(...(await comparedOf(r, all)).filter((one) => open.has(proposalIdOf(one))));
  }
  return compared;
}

async function filesUnderReview(r: Reader, ownFile: Proposal['fileId']): Promise<readonly Proposal['fileId'][]> {
  const rows = await r.db
    .selectFrom('proposal')
    .select('intake_file_id')
    .distinct()
    .where('tenant_id', '=', r.tenantId)
    .where('state', '=', 'open')
    .where('type', 'not in', ['recordLink', 'assignmentLink', 'bodyAlias'])
    .where('intake_file_id', '<>', ownFile)
    .orderBy('intake_file_id')
    .limit(mostFiles)
    .execute();
  return rows.map((row) => row.intake_file_id);
}

/** So many files under review are compared; who has more waiting compares them as they are confirmed. */
const mostFiles = 50;

/** Two records that say the same of themselves are the same record, once as a proposal and once in the register. */
function sayingOf({ kind, paragraphs }: ComparedRecord): string {
  const own = paragraphs.filter((one) => one.own).map(({ text }) => text.replace(/\s+/g, ' ').trim());
  return `${kind} ${own.join(' ').toLocaleLowerCase('sv')}`;
}
