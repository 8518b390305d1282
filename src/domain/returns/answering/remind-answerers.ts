import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Id } from '../../../kernel/id.ts';
import { letterMarks, letterTopic, type PostedLetter } from '../../../kernel/posted-letter.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Writer } from '../../../storage/database.ts';
import { type AccountOfBody, accountsOfBodies, accountsWhoMay, requireBody } from '../../access/index.ts';
import { daysFrom, remindsContributorOn } from '../../assessments/index.ts';
import { getFormVersion } from '../../forms/index.ts';
import type { NationalReport, ReportSection } from '../national-report.ts';
import { getNationalReport, listNationalReports } from '../national-report-reader.ts';

/** What a round of reminders did: letters, the sections they were about, and those that nobody could be reminded of. */
export type RemindedAnswerers = { readonly letters: number; readonly sections: number; readonly unreachable: number };

type Waiting = { readonly report: NationalReport; readonly section: ReportSection; readonly title: string };

/**
 * Reminds those whose sections are not ready: each night those whose day it is (the same days as contributions), or at a person's word everybody
 * who has a section of one return. One letter to a person; a section is reminded of once a day at most.
 */
export async function remindAnswerers(
  w: Writer<'return.edit'>,
  input: { readonly reportId?: Id<'nationalReport'> } = {},
): Promise<RemindedAnswerers> {
  const { reportId } = input;
  const today = w.runtime.today();
  const reports = await listNationalReports(w, {
    states: ['answering', 'review'],
    ...(reportId !== undefined && { id: reportId }),
  });
  // Asked for by its name, not taken from the list: one that is not there, or past its answering, is refused to strangers too.
  if (reportId !== undefined) requireBody(w.auth, (await getNationalReport(w, reportId)).body.id);
  const waiting: Waiting[] = [];
  for (const report of reports) {
    const due = report.sections.filter(
      (section) =>
        section.state === 'asked' &&
        section.remindedOn !== today &&
        (section.unit !== null || section.responsible.length > 0) &&
        (reportId !== undefined || remindsContributorOn(today, section.dueOn)),
    );
    if (due.length === 0) continue;
    const { structure } = await getFormVersion(w, report.formVersionId);
    const titles = new Map(structure.parts.flatMap(({ sections }) => sections).map(({ code, title }) => [code, title]));
    for (const section of due) waiting.push({ report, section, title: titles.get(section.code) ?? section.code });
  }
  const answer = await postAll(w, waiting, today);
  await w.log({
    ...(reportId === undefined
      ? { noun: 'tenant', recordId: w.tenantId }
      : { noun: 'nationalReport', recordId: reportId }),
    summary: 'reminded answerers',
    after: answer,
  });
  return answer;
}

async function postAll(w: Writer, waiting: readonly Waiting[], today: CivilDate): Promise<RemindedAnswerers> {
  const units = [...new Set(waiting.flatMap(({ section }) => section.unit?.id ?? []))];
  const ofUnits = await accountsOfBodies(w, 'return.answer', units, today);
  const everybody = waiting.length > 0 ? await accountsWhoMay(w, 'return.answer', null, today) : [];
  const byPerson = new Map<string, { readonly name: string; readonly address: string; readonly about: Waiting[] }>();
  const reached = new Set<Waiting>();
  for (const one of waiting)
    for (const { id, name, email } of peopleFor(one.section, ofUnits, everybody)) {
      if (!email) continue;
      const letter = byPerson.get(id) ?? { name, address: email, about: [] };
      letter.about.push(one);
      byPerson.set(id, letter);
      reached.add(one);
    }
  for (const { name, address, about } of byPerson.values()) {
    const letter: PostedLetter = { id: w.runtime.newId(), to: { name, address }, ...answerReminder(about, today) };
    await w.post(letterTopic, letter);
  }
  if (reached.size > 0)
    await w.db
      .updateTable('national_report_section')
      .set((eb) => ({ reminded_on: today, reminders: eb('reminders', '+', 1) }))
      .where('tenant_id', '=', w.tenantId)
      .where(
        'id',
        'in',
        [...reached].map(({ section }) => section.id),
      )
      .execute();
  return { letters: byPerson.size, sections: reached.size, unreachable: waiting.length - reached.size };
}

/** The persons named; where only a unit is, its own people, and where it has none, those whose role covers all bodies. */
function peopleFor(
  { unit, responsible }: ReportSection,
  ofUnits: readonly AccountOfBody[],
  everybody: readonly { readonly id: string; readonly name: string; readonly email: string | null }[],
): readonly { readonly id: string; readonly name: string; readonly email: string | null }[] {
  if (responsible.length > 0) return everybody.filter(({ id }) => responsible.some((one) => one.id === id));
  const own = ofUnits.filter(({ bodyId, email }) => email && bodyId === unit?.id);
  const found = own.length > 0 ? own : ofUnits.filter(({ bodyId }) => bodyId === null);
  return [...new Map(found.map((account) => [account.id, account])).values()];
}

/** What a reminder says: how many sections, until when, and each with its link. */
export function answerReminder(about: readonly Waiting[], today: CivilDate): Pick<PostedLetter, 'subject' | 'text'> {
  const late = about.filter(({ section }) => section.dueOn < today).length;
  const count = about.length === 1 ? 'Ett avsnitt väntar på dina svar' : `${about.length} avsnitt väntar på dina svar`;
  const lines = about.map(({ report, section, title }) => {
    const days = daysFrom(section.dueOn, today);
    const when =
      days <= 0
        ? `senast ${section.dueOn}`
        : `skulle ha varit klart ${section.dueOn}, ${days === 1 ? '1 dag' : `${days} dagar`} sent`;
    const link = `${letterMarks.site}${recordAddress('nationalReport', report.id)}/avsnitt/${encodeURIComponent(section.code)}`;
    return `${title} (${report.title} ${report.year}): ${when}\n${link}`;
  });
  return {
    subject: late > 0 ? `Påminnelse: ${count}, ${late} försen${late === 1 ? 'at' : 'ade'}` : `Påminnelse: ${count}`,
    text: [
      `${count}. Svara och markera avsnittet som klart.`,
      ...lines,
      'Du får inget mer brev om det du har markerat som klart.',
    ].join('\n\n'),
  };
}
