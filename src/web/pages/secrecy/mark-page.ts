import { may } from '../../../domain/access/index.ts';
import {
  citeProvision,
  markableField,
  markableFields,
  provisions,
  type SecrecyMark,
  secrecyLevelCodes,
  secrecyLevels,
} from '../../../domain/secrecy/index.ts';
import type { RecordName } from '../../../domain/thread/index.ts';
import { type AddressedNoun, recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { fieldWords } from './mark-list-page.ts';
import { type MarkableSlug, markableSlugs, secrecyPaths } from './secrecy-paths.ts';
import { texts } from './texts.ts';

export type MarkFacts = {
  readonly mark: SecrecyMark;
  readonly record: RecordName | undefined;
  /** The text that the mark keeps apart, for who may read it. */
  readonly secret: string | undefined;
};

/** One mark: by which provision, by whom and until when, with the text it keeps apart for those who may read it, and the form that lifts it. */
export function markPage(ctx: RequestContext, { mark, record, secret }: MarkFacts, state: FormState): Page {
  const t = texts[ctx.language];
  const { lifted } = mark;
  const mayLift = ctx.actor && may(ctx.actor, 'secrecy.mark', mark.bodyId ?? undefined);
  return page({
    title: t.mark,
    lead: html`${fieldWords(ctx, mark)} ${tag({ text: secrecyLevels[mark.level].label[ctx.language], tone: lifted ? 'unknown' : 'late' })}`,
    crumbs: [{ text: t.title, href: secrecyPaths.marks }, { text: t.mark }],
    body: html`${
      lifted
        ? notice(ctx, {
            tone: 'info',
            title: t.liftedBy(lifted.by, ctx.format.date(lifted.on)),
            body: html`<p lang="sv">${lifted.reason}</p>`,
          })
        : secret === undefined
          ? html`<p>${t.noSecret}</p>`
          : notice(ctx, {
              tone: 'warning',
              title: t.secretText,
              body: html`<p lang="sv">${secret}</p><p>${t.secretNote}</p>`,
            })
    }${
      !lifted && mayLift
        ? html`<section><h2>${t.lift}</h2>${form(ctx, {
            action: `${secrecyPaths.marks}/${mark.id}/hav`,
            submit: t.lift,
            state,
            body: field(ctx, { kind: 'textarea', name: 'reason', label: t.liftReason, rows: 3, state }),
          })}</section>`
        : null
    }`,
    aside: card({
      title: t.mark,
      body: summaryList(
        [
          { term: t.record, value: recordLink(ctx, mark, record) },
          { term: t.provision, value: mark.provision && html`<span lang="sv">${citeProvision(mark.provision)}</span>` },
          { term: t.authority, value: html`<span lang="sv">${mark.authority}</span>` },
          { term: t.markedOn, value: ctx.format.date(mark.markedOn) },
          { term: t.markedBy, value: mark.markedBy },
          { term: t.reviewOn, value: mark.reviewOn && ctx.format.date(mark.reviewOn) },
        ],
        { compact: true },
      ),
    }),
  });
}

function recordLink(ctx: RequestContext, { noun, recordId }: SecrecyMark, record: RecordName | undefined): Content {
  if (record) {
    const { noun: target, id, within } = record.target;
    return html`<a href="${recordAddress(target as AddressedNoun, id, within)}" lang="sv">${record.title}</a>`;
  }
  if (noun !== 'document' && noun !== 'decisionTask') return null;
  return html`<a href="${recordAddress(noun, recordId)}">${markableFields[noun].label[ctx.language]}</a>`;
}

/** The form that marks a field of a record. */
export function markFormPage(
  ctx: RequestContext,
  slug: MarkableSlug,
  id: string,
  standing: readonly SecrecyMark[],
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const noun = markableSlugs[slug];
  const fields = Object.keys(markableFields[noun].fields).filter((one) => standing.every((mark) => mark.field !== one));
  return page({
    title: t.markTitle,
    width: 'text',
    lead: t.markLead,
    crumbs: [{ text: t.title, href: secrecyPaths.marks }, { text: t.markTitle }],
    body: html`${
      standing.length > 0
        ? html`<section><h2>${t.already}</h2>${linkList(
            standing.map((mark) => ({ title: fieldWords(ctx, mark), href: `${secrecyPaths.marks}/${mark.id}` })),
          )}</section>`
        : null
    }${
      fields.length === 0
        ? null
        : form(ctx, {
            action: `${secrecyPaths.mark}/${slug}/${id}`,
            submit: t.save,
            state,
            cancel: { href: secrecyPaths.marks },
            body: html`${choices(ctx, {
              kind: 'radio',
              name: 'field',
              legend: t.field,
              options: fields.map((value) => ({
                value,
                text: markableField(noun, value)?.label[ctx.language] ?? value,
              })),
              state,
            })}${choices(ctx, {
              kind: 'radio',
              name: 'level',
              legend: t.level,
              hint: t.levelHint,
              options: secrecyLevelCodes
                .filter((level) => level !== 'open')
                .map((value) => ({ value, text: secrecyLevels[value].label[ctx.language] })),
              state,
            })}${provisionFields(ctx, state)}${field(ctx, {
              kind: 'date',
              name: 'reviewOn',
              label: t.reviewOn,
              hint: t.reviewHint,
              optional: true,
              state,
            })}${field(ctx, { name: 'publicText', label: t.publicText, hint: t.publicTextHint, optional: true, state })}`,
          })
    }`,
  });
}

/** The provision, from the table or in words. */
export function provisionFields(ctx: RequestContext, state: FormState): Content {
  const t = texts[ctx.language];
  return html`${field(ctx, {
    kind: 'select',
    name: 'provision',
    label: t.provisionChoice,
    options: Object.entries(provisions).map(([value, { cite, about }]) => ({
      value,
      text: `${cite}, ${about[ctx.language]}`,
    })),
    optional: true,
    state,
  })}${field(ctx, {
    name: 'provisionOther',
    label: t.provisionOther,
    hint: t.provisionOtherHint,
    optional: true,
    state,
  })}`;
}
