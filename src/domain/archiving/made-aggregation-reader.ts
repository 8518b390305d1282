import type { ArchiveAggregation, ArchiveEvent } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Reader } from '../../storage/database.ts';
import { findFrozenMinutes, getMinutes } from '../minutes/index.ts';
import { getReport } from '../reports/index.ts';
import { isWithheld, secrecyOf } from '../secrecy/index.ts';
import type { ArchivePackage } from './archive-package.ts';
import { inheritedRestriction } from './package-restriction.ts';

/** Minutes and reports are frozen, with the words they had; what a mark says of their sources since is said of them (OSL 5:5). */
export async function madeAggregation(
  r: Reader,
  pack: ArchivePackage,
  noun: 'minutes' | 'report',
  id: string,
): Promise<ArchiveAggregation> {
  const { level } = await secrecyOf(r, noun, id);
  if (isWithheld(level) && !pack.includesSecret) throw new AppError('access.denied');
  const made = noun === 'minutes' ? await minutesAggregation(r, id) : await reportAggregation(r, id);
  const restriction = inheritedRestriction(level);
  return { ...made, restriction, records: made.records.map((record) => ({ ...record, restriction })) };
}

/** Minutes as they were signed, with who signed when and when they were announced. */
async function minutesAggregation(r: Reader, id: string): Promise<ArchiveAggregation> {
  const minutes = await getMinutes(r, id);
  const whole = minutes.adjustments.findLast(({ kind, state }) => kind === 'whole' && state === 'adjusted');
  const frozen = whole && (await findFrozenMinutes(r, whole.id));
  if (!frozen)
    throw new Error(`Minutes ${id} are ready for the archive and have no frozen document. Run kansli doctor.`);
  const notice = await r.db
    .selectFrom('board_notice')
    .select('posted_on')
    .where('tenant_id', '=', r.tenantId)
    .where('adjustment_id', '=', whole.id)
    .where('posted_on', 'is not', null)
    .orderBy('posted_on')
    .executeTakeFirst();
  const name = `${minutes.body.name} ${minutes.heldOn}`;
  return {
    id: minutes.meetingId,
    objectId: name,
    kind: { own: 'sammanträde' },
    title: `Sammanträde ${minutes.heldOn}, ${minutes.body.name}`,
    publicTitle: null,
    classification: null,
    dates: [],
    restriction: null,
    records: [
      {
        id: minutes.id,
        objectId: `Protokoll ${name}`,
        kind: 'protokoll',
        title: frozen.tree.title,
        publicTitle: null,
        dates: [
          { type: 'created', on: minutes.heldOn },
          ...(whole.adjustedOn ? [{ type: 'finished', on: whole.adjustedOn } as const] : []),
        ],
        agents: whole.signers
          .filter(({ signedAt }) => signedAt !== null)
          .map(({ role, name: who }) => ({ type: role === 'chair' ? 'main_signatory' : 'other_signatory', name: who })),
        restriction: null,
        disposed: null,
        tree: frozen.tree,
        originals: [],
        events: [
          ...whole.signers.flatMap(({ signedAt, name: who }): readonly ArchiveEvent[] =>
            signedAt
              ? [
                  {
                    kind: 'signing',
                    at: signedAt.toISOString(),
                    detail: `Underskrivet, kontrollsumma ${frozen.hash}.`,
                    by: who,
                  },
                ]
              : [],
          ),
          ...(whole.adjustedOn
            ? [{ kind: 'adjustment', at: `${whole.adjustedOn}T00:00:00`, detail: 'Justerat.', by: null } as const]
            : []),
          ...(notice?.posted_on
            ? [
                {
                  kind: 'publication',
                  at: `${notice.posted_on}T00:00:00`,
                  detail: 'Anslaget på anslagstavlan.',
                  by: null,
                } as const,
              ]
            : []),
        ],
      },
    ],
  };
}

/** A report as it was frozen when it was approved. */
async function reportAggregation(r: Reader, id: string): Promise<ArchiveAggregation> {
  const report = await getReport(r, id);
  const { approved_on: approvedOn } = await r.db
    .selectFrom('report')
    .select('approved_on')
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', report.id)
    .executeTakeFirstOrThrow();
  if (!report.frozen) throw new Error(`Report ${id} is ready for the archive and is not frozen. Run kansli doctor.`);
  const name = `${report.title} ${report.year}, ${report.body.name}`;
  return {
    id: report.id,
    objectId: name,
    kind: { own: 'rapport' },
    title: name,
    publicTitle: null,
    classification: null,
    dates: [],
    restriction: null,
    records: [
      {
        id: report.id,
        objectId: name,
        kind: 'rapport',
        title: report.frozen.tree.title,
        publicTitle: null,
        dates: approvedOn ? [{ type: 'decision_date', on: approvedOn }] : [],
        agents: [{ type: 'creator', name: report.body.name }],
        restriction: null,
        disposed: null,
        tree: report.frozen.tree,
        originals: [],
        events: approvedOn
          ? [
              {
                kind: 'approval',
                at: `${approvedOn}T00:00:00`,
                detail: 'Godkänd av organet.',
                by: report.body.name,
              },
            ]
          : [],
      },
    ],
  };
}
