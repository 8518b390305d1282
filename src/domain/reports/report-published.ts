import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import {
  type PublishedData,
  type PublishedLink,
  type PublishedRecord,
  withoutRegisterLinks,
} from '../published/index.ts';
import { type EvidenceSource, type Report, reportKinds, titleWithYear } from './report.ts';
import { sourceLabel } from './report-document.ts';
import { getReport } from './report-reader.ts';

/** A report as everybody may read it: as it was frozen when it was approved, with what proves each answer. Throws `publication.notReady` before that. */
export async function publishedReport(r: Reader, id: Id<'report'>): Promise<PublishedRecord<'report'>> {
  const report = await getReport(r, id);
  if (!report.frozen) throw new AppError('publication.notReady');
  const { kind, year, body, state, approval, frozen } = report;
  const entries = report.entries.map(entryOf);
  return {
    noun: 'report',
    recordId: report.id,
    title: titleWithYear(report),
    summary: `${reportKinds[kind].sv.charAt(0).toLocaleUpperCase('sv')}${reportKinds[kind].sv.slice(1)} från ${body.name}.`,
    bodyId: body.id,
    bodyName: body.name,
    happenedOn: approval?.on ?? `${year}-12-31`,
    year,
    state,
    registrationNumbers: [],
    tree: withoutRegisterLinks(frozen.tree),
    data: { kind, year, entries },
    links: linksOf(report, entries),
    files: [],
  };
}

type Entry = PublishedData['report']['entries'][number];

function entryOf({ assignment, answerType, answer, quotation, claims }: Report['entries'][number]): Entry {
  return {
    assignmentId: assignment.id,
    answerType,
    status: quotation?.status ?? null,
    text: answer,
    evidence: claims.flatMap(({ evidence }) => evidence.filter(({ gone }) => !gone).map(evidenceOf)),
  };
}

/** What of the evidence can be public itself: the meeting of an item, a decision, the indicator of a value. What is secret is told as that alone. */
function evidenceOf(source: EvidenceSource): Entry['evidence'][number] {
  const to = source.secret ? null : placeOf(source);
  return { label: sourceLabel(source), noun: to?.noun ?? null, recordId: to?.recordId ?? null, datedOn: source.date };
}

function placeOf({ noun, id, meetingId, within }: EvidenceSource): Pick<PublishedLink, 'noun' | 'recordId'> | null {
  if (noun === 'decision') return { noun, recordId: id };
  if (noun === 'agendaItem' || noun === 'meeting') return meetingId ? { noun: 'meeting', recordId: meetingId } : null;
  return noun === 'indicatorValue' && within ? { noun: 'indicator', recordId: within } : null;
}

function linksOf({ body, approval }: Report, entries: readonly Entry[]): readonly PublishedLink[] {
  const links: readonly PublishedLink[] = [
    { relation: 'partOf', noun: 'body', recordId: body.id },
    ...(approval ? [{ relation: 'decidedBy' as const, noun: 'decision' as const, recordId: approval.decisionId }] : []),
    ...entries.flatMap(({ assignmentId }): readonly PublishedLink[] =>
      assignmentId ? [{ relation: 'about', noun: 'assignment', recordId: assignmentId }] : [],
    ),
    ...entries.flatMap(({ evidence }) =>
      evidence.flatMap(({ noun, recordId }): readonly PublishedLink[] =>
        noun && recordId ? [{ relation: 'evidence', noun: noun as PublishedLink['noun'], recordId }] : [],
      ),
    ),
  ];
  return [...new Map(links.map((link) => [`${link.relation} ${link.recordId}`, link])).values()];
}
