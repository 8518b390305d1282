import { may } from '../../../domain/access/index.ts';
import {
  type EndorsedRecord,
  type EndorsementOf,
  type EndorsementSubject,
  summaryOfEndorsements,
} from '../../../domain/collaboration/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { endorsementOutcomes } from '../../../domain/releases/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { endorsementTexts } from './endorsement-texts.ts';
import { itemLink } from './term-words.ts';

/** The address of who stands behind a record. */
export function endorsementPath({ noun, id }: EndorsementSubject): string {
  return `/samverkan/stallning/${noun}/${id}`;
}

/** Who stands behind a record, beside its own page: how many, who is waited for, and the way to all of it. */
export function endorsementCard(
  ctx: RequestContext,
  subject: EndorsementSubject,
  endorsements: readonly EndorsementOf[],
): Html | null {
  const t = endorsementTexts[ctx.language];
  const mayNote = ctx.actor !== undefined && may(ctx.actor, 'collaboration.edit');
  if (endorsements.length === 0 && !mayNote) return null;
  return card({
    title: t.short,
    body: html`${endorsements.length > 0 ? html`<p>${summaryWords(ctx, endorsements)}</p>${linkList(endorsements.map((one) => ({ title: html`<span lang="sv">${one.by.name}</span>`, note: outcomeTag(ctx, one) })))}` : html`<p class="soft">${t.none}</p>`}<p><a href="${endorsementPath(subject)}">${t.all}<span class="sr-only"> ${t.title}</span></a></p>`,
  });
}

function summaryWords(ctx: RequestContext, endorsements: readonly EndorsementOf[]): string {
  const { behind } = summaryOfEndorsements(endorsements, ctx.services.runtime.today());
  return endorsementTexts[ctx.language].summary(
    ctx.format.number(behind.length),
    ctx.format.number(endorsements.length),
  );
}

/** What was said, in a word with its shape; who was asked and has not answered is said as such. */
function outcomeTag(ctx: RequestContext, { outcome, dueOn }: EndorsementOf): Html {
  const t = endorsementTexts[ctx.language];
  if (outcome === null) {
    const late = dueOn !== null && dueOn < ctx.services.runtime.today();
    return tag({ text: late ? t.late : t.waiting, tone: late ? 'late' : 'unknown' });
  }
  const tone = { endorsed: 'ok', endorsedWithRemark: 'part', notEndorsed: 'late' } as const;
  return tag({ text: endorsementOutcomes[outcome][ctx.language], tone: tone[outcome] });
}

export type EndorsementFacts = {
  readonly record: EndorsedRecord;
  readonly endorsements: readonly EndorsementOf[];
  readonly bodies: readonly Body[];
  /** Whether the reader may note what somebody said about this record. */
  readonly mayNote: boolean;
};

/** Everybody who stands behind a record or was asked, each with the source, and the form in which it is noted. */
export function endorsementPage(ctx: RequestContext, facts: EndorsementFacts, state: FormState): Page {
  const t = endorsementTexts[ctx.language];
  const { record, endorsements, mayNote } = facts;
  return page({
    title: t.title,
    lead: t.lead,
    width: 'wide',
    crumbs: [{ text: record.title, href: recordAddress(record.noun, record.id) }, { text: t.short }],
    body: html`<p><a href="${recordAddress(record.noun, record.id)}" lang="sv">${record.title}</a></p>
${endorsements.length === 0 ? emptyState({ title: t.none, body: t.noneBody }) : html`<p>${summaryWords(ctx, endorsements)}</p>${endorsementTable(ctx, facts)}`}
${mayNote ? html`<section id="anteckna"><h2>${t.noteTitle}</h2>${noteForm(ctx, facts, state)}</section>` : null}`,
  });
}

function endorsementTable(ctx: RequestContext, { record, endorsements, mayNote }: EndorsementFacts): Html {
  const t = endorsementTexts[ctx.language];
  return table(ctx, {
    caption: t.title,
    captionHidden: true,
    columns: [
      { key: 'who', text: t.who },
      { key: 'outcome', text: t.outcome },
      { key: 'day', text: t.day, kind: 'date' },
      { key: 'where', text: t.where },
      ...(mayNote ? [{ key: 'note', text: t.note } as const] : []),
    ],
    rows: endorsements.map((one) => ({
      who: html`<span lang="sv">${one.by.name}</span>`,
      outcome: html`${outcomeTag(ctx, one)}${one.remarks ? html`<br><span lang="sv">${one.remarks}</span>` : null}`,
      day: one.endorsedOn
        ? ctx.format.date(one.endorsedOn)
        : [
            one.askedOn && t.asked(ctx.format.date(one.askedOn)),
            one.outcome === null && one.dueOn && t.due(ctx.format.date(one.dueOn)),
          ]
            .filter(Boolean)
            .join(', ') || '–',
      where: html`${one.toldIn ? html`<span lang="sv">${one.toldIn}</span>` : null}${itemLink(ctx, one.item)}`,
      note: html`<a href="${endorsementPath(record)}?organ=${one.by.id}#anteckna">${t.note}<span class="sr-only">${t.noteAbout(one.by.name)}</span></a>`,
    })),
  });
}

function noteForm(ctx: RequestContext, { record, bodies, endorsements }: EndorsementFacts, state: FormState): Html {
  const t = endorsementTexts[ctx.language];
  const seen = Object.fromEntries(endorsements.map(({ by, version }) => [by.id, version]));
  return form(ctx, {
    action: endorsementPath(record),
    submit: t.save,
    state,
    labels: { byBodyId: t.by, outcome: t.outcome, endorsedOn: t.day, remarks: t.remarks },
    body: html`<input type="hidden" name="seen" value="${JSON.stringify(seen)}">${field(ctx, { kind: 'select', name: 'byBodyId', label: t.by, options: bodies.map(({ id, name }) => ({ value: id, text: name })), state })}
${field(ctx, { kind: 'select', name: 'outcome', label: t.outcome, empty: t.saidNothing, options: Object.entries(endorsementOutcomes).map(([value, label]) => ({ value, text: label[ctx.language] })), state, optional: true })}
${field(ctx, { kind: 'date', name: 'endorsedOn', label: t.day, state, optional: true })}
${field(ctx, { kind: 'textarea', name: 'remarks', label: t.remarks, rows: 3, state, optional: true })}
${field(ctx, { name: 'toldIn', label: t.toldIn, hint: t.toldInHint, state, optional: true })}`,
  });
}
