import {
  byTheme,
  type Consultation,
  type ConsultationPoint,
  type ConsultationResponse,
  changedNouns,
  pointAnswers,
  wordsOf,
} from '../../../domain/consultations/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field, type Option } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { roundCrumbs } from './round-crumbs.ts';
import { texts } from './texts.ts';

/** One answer with the points that have been taken out of it, and the form of a further one. */
export function responsePointsPage(
  ctx: RequestContext,
  facts: {
    readonly consultation: Consultation;
    readonly response: ConsultationResponse;
    readonly points: readonly ConsultationPoint[];
  },
  state: FormState = freshForm(),
): Page {
  const t = texts[ctx.language];
  const { consultation, response, points } = facts;
  const base = recordAddress('consultation', consultation.id);
  const title = t.pointsOf(response.respondent);
  return page({
    title,
    width: 'text',
    crumbs: roundCrumbs(ctx, consultation, title),
    body: html`${card({
      title: t.comment,
      body: html`${wordsOf(response)
        .split('\n')
        .map((line) => html`<p lang="sv">${line}</p>`)}`,
    })}${
      points.length === 0
        ? null
        : linkList(
            points.map((point) => ({
              href: `${base}/synpunkter/punkt/${point.id}`,
              title: html`<span lang="sv">${point.words}</span>`,
              note: html`${outcomeTag(ctx, point)}`,
              ...(point.theme && { detail: html`<span lang="sv">${point.theme}</span>` }),
            })),
            { label: t.points },
          )
    }<h2>${t.addPoint}</h2>${form(ctx, {
      action: `${base}/synpunkter/${response.id}`,
      submit: t.addPoint,
      state,
      cancel: { href: base },
      body: html`${field(ctx, { kind: 'textarea', name: 'words', label: t.pointWords, rows: 3, state })}${field(ctx, { name: 'theme', label: t.theme, hint: t.themeHint, optional: true, state })}`,
    })}`,
  });
}

/** What became of a point, why, and where the text was changed. */
export function pointPage(
  ctx: RequestContext,
  facts: {
    readonly consultation: Consultation;
    readonly point: ConsultationPoint;
    readonly records: readonly Option[];
  },
  state: FormState = freshForm(pointValues(facts.point)),
): Page {
  const t = texts[ctx.language];
  const { consultation, point, records } = facts;
  const base = recordAddress('consultation', consultation.id);
  const href = `${base}/synpunkter/punkt/${point.id}`;
  const labels = {
    theme: t.theme,
    outcome: t.outcome,
    reason: t.reason,
    changedIn: t.changedIn,
    fromText: t.fromText,
    toText: t.toText,
  };
  const saved: Readonly<Record<string, string>> = pointValues(point);
  return page({
    title: t.answerPointTitle,
    width: 'text',
    crumbs: roundCrumbs(ctx, consultation, t.answerPointTitle),
    lead: html`<span lang="sv">${point.words}</span>`,
    body: html`${bothTexts(ctx, { state, fields: Object.entries(labels).map(([name, label]) => ({ name, label, saved: saved[name] ?? '' })) })}${form(
      ctx,
      {
        action: href,
        submit: t.save,
        state,
        labels,
        version: point.version,
        cancel: { href: `${base}/redogorelse` },
        body: html`${field(ctx, { name: 'theme', label: t.theme, hint: t.themeHint, optional: true, state })}${choices(
          ctx,
          {
            kind: 'radio',
            name: 'outcome',
            legend: t.outcome,
            state,
            options: Object.entries(pointAnswers).map(([value, label]) => ({ value, text: label[ctx.language] })),
          },
        )}${field(ctx, { kind: 'textarea', name: 'reason', label: t.reason, rows: 3, state })}${field(ctx, {
          kind: 'select',
          name: 'changed',
          label: t.changed,
          hint: t.changedHint,
          empty: t.changedNone,
          optional: true,
          options: records,
          state,
        })}${field(ctx, { name: 'changedIn', label: t.changedIn, optional: true, state })}${field(ctx, {
          kind: 'textarea',
          name: 'fromText',
          label: t.fromText,
          rows: 3,
          optional: true,
          state,
        })}${field(ctx, { kind: 'textarea', name: 'toText', label: t.toText, rows: 3, optional: true, state })}`,
      },
    )}${point.outcome === null ? postButton(ctx, { action: `${href}/ta-bort`, text: t.remove, variant: 'quiet' }) : null}`,
  });
}

/** A point as its form shows it. */
export function pointValues(point: ConsultationPoint) {
  return {
    theme: point.theme ?? '',
    outcome: point.outcome ?? '',
    reason: point.reason ?? '',
    changed: point.changed ? `${point.changed.noun}:${point.changed.id}` : '',
    changedIn: point.changedIn ?? '',
    fromText: point.fromText ?? '',
    toText: point.toText ?? '',
  };
}

/** The account of the answers: each point by theme, what became of it, and the words that were changed (CON-10). */
export function accountPage(
  ctx: RequestContext,
  facts: {
    readonly consultation: Consultation;
    readonly points: readonly ConsultationPoint[];
    readonly keeps: boolean;
  },
): Page {
  const t = texts[ctx.language];
  const { consultation, points, keeps } = facts;
  const base = recordAddress('consultation', consultation.id);
  const published = consultation.accountPublishedOn;
  const respondents = new Map<string, string>(consultation.responses.map(({ id, respondent }) => [id, respondent]));
  return page({
    title: t.account,
    crumbs: roundCrumbs(ctx, consultation, t.account),
    lead: t.accountLead,
    body: html`${
      keeps && points.length > 0
        ? html`<div class="actions">${postButton(ctx, {
            action: `${base}/redogorelse`,
            text: published ? t.unpublish : t.publish,
            variant: published ? 'quiet' : 'secondary',
            fields: { published: published ? 'nej' : 'ja' },
          })}</div><p class="soft">${published ? t.publishedOn(ctx.format.date(published)) : t.unpublished}</p>`
        : null
    }${
      points.length === 0
        ? emptyState({
            title: t.accountEmpty,
            body: t.accountEmptyBody,
            action: linkButton({ text: t.toResponses, href: base, variant: 'secondary' }),
          })
        : html`<p><a href="${base}/redogorelse.pdf">${t.accountPdf}</a> · <a href="${base}/redogorelse.docx">${t.accountDocx}</a></p>${byTheme(
            points,
          ).map(
            ({ theme, points: own }) =>
              html`<section><h2>${theme === null ? t.points : html`<span lang="sv">${theme}</span>`}</h2>${own.map((point) => pointCard(ctx, point, { base, keeps, respondent: respondents.get(point.responseId) ?? '' }))}</section>`,
          )}`
    }`,
  });
}

function pointCard(
  ctx: RequestContext,
  point: ConsultationPoint,
  { base, keeps, respondent }: { readonly base: string; readonly keeps: boolean; readonly respondent: string },
): Html {
  const t = texts[ctx.language];
  const sv = (words: string) => html`<span lang="sv">${words}</span>`;
  const { changed } = point;
  return card({
    title: respondent,
    level: 3,
    body: html`<p lang="sv">${point.words}</p>${summaryList([
      { term: t.outcome, value: outcomeTag(ctx, point) },
      ...(point.reason ? [{ term: t.reason, value: sv(point.reason) }] : []),
      ...(changed
        ? [
            {
              term: t.changed,
              value: html`<a href="${recordAddress(changed.noun, changed.id)}">${changedNouns[changed.noun][ctx.language]}</a>`,
            },
          ]
        : []),
      ...(point.changedIn ? [{ term: t.changedIn, value: sv(point.changedIn) }] : []),
      ...(point.fromText ? [{ term: t.fromText, value: sv(point.fromText) }] : []),
      ...(point.toText ? [{ term: t.toText, value: sv(point.toText) }] : []),
    ])}${keeps ? html`<p><a href="${base}/synpunkter/punkt/${point.id}">${point.outcome === null ? t.answerPoint : t.changeAnswer}<span class="sr-only" lang="sv">: ${point.words}</span></a></p>` : null}`,
  });
}

const outcomeTones: Readonly<Record<string, TagTone>> = { takenUp: 'ok', partly: 'part', notTaken: 'neutral' };

function outcomeTag(ctx: RequestContext, { outcome }: ConsultationPoint): Html {
  const text = outcome ? pointAnswers[outcome][ctx.language] : texts[ctx.language].notAnswered;
  return tag({ text, tone: outcomeTones[outcome ?? ''] ?? 'unknown' });
}
