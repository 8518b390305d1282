import { authorize, findAccountByLogin } from '../domain/access/index.ts';
import {
  type Answer,
  type AnswerValue,
  getFormVersion,
  isAnswered,
  optionsOf,
  publishFormVersion,
  type Question,
  takeInShippedForm,
} from '../domain/forms/index.ts';
import {
  addRemark,
  answerInReport,
  assignSections,
  getNationalReport,
  markSectionReady,
  reportProgress,
  startNationalReport,
} from '../domain/returns/index.ts';
import { addDays } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import type { Writer } from '../storage/database.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { bodyNames, logins } from './region.ts';

/** Who has which sections of the return, and how far they have come; the last ones nobody has been given yet. */
const given = [
  { to: 'committeeSecretary', sections: ['overgripande-insatser', 'breddinforda-insatser', 'styrning'], done: 'ready' },
  { to: 'caseOfficer', sections: ['uppfoljning', 'kommunikation'], done: 'begun' },
  { unit: bodyNames.chiefs, sections: ['samverkan'], done: 'ready' },
  {
    unit: bodyNames.administration,
    sections: ['tillganglighet', 'delaktighet', 'halsoframjande'],
    done: 'begun',
    late: true,
  },
  { unit: bodyNames.administration, sections: ['medarbetare', 'kontinuitet'], done: 'nothing' },
] as const;

/** The national return of the year, given out and half answered. It comes after the logins, because sections are given to people who can sign in. */
export async function loadReturns(demo: DemoWriter): Promise<void> {
  const today = demo.db.runtime.today();
  const formVersionId = await demo.as('form.edit', 'takeInDemoReturn', async (w) => {
    const { formVersionIds } = await takeInShippedForm(w, 'national-return');
    const { id, version, state } = await getFormVersion(w, formVersionIds.at(-1)!);
    if (state === 'draft') await publishFormVersion(w, { formVersionId: id, expectedVersion: version });
    return id;
  });
  const earlier = onDay(demo, addDays(today, -20));
  const reportId = await earlier.as('return.edit', 'startDemoReturn', async (w) => {
    const { form, year } = await getFormVersion(w, formVersionId);
    return startNationalReport(w, {
      formVersionId,
      title: form.title,
      year: year!,
      bodyId: await bodyId(w, bodyNames.board),
      receiver: 'Socialstyrelsen',
      dueOn: addDays(today, 25),
    });
  });
  const people = await peopleOf(demo);
  await earlier.as('return.edit', 'giveOutDemoReturn', (w) => giveOut(w, reportId, people, today));
  await onDay(demo, addDays(today, -4)).as('return.edit', 'answerDemoReturn', (w) => answerSome(w, reportId));
}

type People = Readonly<Record<string, Id<'account'>>>;

async function peopleOf({ db, operator }: DemoWriter): Promise<People> {
  const wanted = logins.filter(({ role }) => role === 'committeeSecretary' || role === 'caseOfficer');
  const found = await Promise.all(
    wanted.map(async ({ role, login }) => {
      const account = await db.read(authorize(operator, 'account.administer'), (r) => findAccountByLogin(r, login));
      return [role, account!.id] as const;
    }),
  );
  return Object.fromEntries(found);
}

async function giveOut(
  w: Writer<'return.edit'>,
  reportId: Id<'nationalReport'>,
  people: People,
  today: string,
): Promise<void> {
  const { sections } = await getNationalReport(w, reportId);
  for (const one of given) {
    const codes: readonly string[] = one.sections;
    const own = sections.filter(({ code }) => codes.includes(code));
    await assignSections(w, {
      reportId,
      sections: own.map(({ id, version }) => ({ id, expectedVersion: version })),
      unitBodyId: 'unit' in one ? await bodyId(w, one.unit) : null,
      responsibleIds: 'to' in one ? [people[one.to]!] : [],
      dueOn: 'late' in one ? addDays(today, -2) : addDays(today, 11),
    });
  }
}

async function answerSome(w: Writer<'return.edit'>, reportId: Id<'nationalReport'>): Promise<void> {
  for (const { sections, done } of given) {
    if (done === 'nothing') continue;
    for (const code of sections) {
      const before = await getNationalReport(w, reportId);
      const own = reportProgress(before).find(({ section }) => section.code === code);
      if (!own) continue;
      const some = done === 'ready' ? own.questions : own.questions.slice(0, Math.ceil(own.questions.length / 2));
      for (const question of some) await answer(w, reportId, question);
      const after = reportProgress(await getNationalReport(w, reportId)).find(({ section }) => section.code === code)!;
      if (done === 'ready' && after.missing.length === 0)
        await markSectionReady(w, { reportId, sectionId: own.section.id, expectedVersion: own.section.version });
    }
  }
  const { response } = await getNationalReport(w, reportId);
  const answered = Object.keys(response.answers).at(-1);
  if (answered)
    await addRemark(w, { reportId, question: answered, text: 'Gäller det hela året, eller från och med i våras?' });
}

async function answer(w: Writer<'return.edit'>, reportId: Id<'nationalReport'>, question: Question): Promise<void> {
  const given: Answer = { value: invented(question), comment: null };
  if (!isAnswered(question.answer, given.value)) return;
  await answerInReport(w, { reportId, question: question.code, answer: given, origin: 'written', expectedVersion: 0 });
}

/** An invented answer of the kind that a question wants: the first of its options, a modest number, a sentence. */
function invented({ answer: form, text }: Question): AnswerValue {
  const first = optionsOf(form)[0]?.code ?? null;
  switch (form.kind) {
    case 'yesNo':
    case 'single':
      return { kind: 'choice', option: first, specify: null };
    case 'multi':
      return { kind: 'choices', options: first === null ? [] : [{ option: first, specify: null }] };
    case 'matrix':
      return {
        kind: 'matrix',
        rows: Object.fromEntries(
          form.rows.map(({ code }, index) => [
            code,
            { option: form.options[index % form.options.length]!.code, text: null },
          ]),
        ),
      };
    case 'scale':
      return { kind: 'scale', step: form.from };
    case 'percent':
      return { kind: 'number', number: 46.5, cannotState: false };
    case 'count':
      return { kind: 'number', number: 1240, cannotState: false };
    case 'text':
      return {
        kind: 'text',
        text: /^ange/iu.test(text)
          ? '- Gemensamma mobila team i de tre kommunerna\n- En väg in för den som ringer'
          : 'Region och kommuner har arbetat efter den gemensamma planen. Mobila team finns nu i alla tre kommunerna.',
      };
  }
}
