import { may } from '../../../domain/access/index.ts';
import {
  type FormVersion,
  formPurposes,
  formVersionStates,
  questionsOf,
  type ShippedForm,
} from '../../../domain/forms/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { postButton } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Crumb, type Page, page } from '../../reply.ts';
import { texts as followupTexts } from '../followup/texts.ts';
import { texts } from './texts.ts';

/** The address of a version. */
export const versionPath = (id: string): string => `/formular/${id}`;

/** What a version is called: "Version 2, 2025". */
export function versionName(ctx: RequestContext, { number, year }: Pick<FormVersion, 'number' | 'year'>): string {
  const t = texts[ctx.language];
  return t.versionOf(number, year === null ? '' : t.forYear(year));
}

/** The state of a version as a word with its shape. */
export function versionTag({ language }: RequestContext, { state }: Pick<FormVersion, 'state'>): Html {
  return tag({ text: formVersionStates[state][language], tone: state === 'published' ? 'ok' : 'part' });
}

/** The way to a page of forms. */
export function formCrumbs(ctx: RequestContext, version?: FormVersion, here?: string): readonly Crumb[] {
  const t = texts[ctx.language];
  return [
    { text: followupTexts[ctx.language].title, href: '/uppfoljning' },
    { text: t.title, href: '/formular' },
    ...(version
      ? [
          {
            text: `${version.form.title}: ${versionName(ctx, version)}`,
            ...(here && { href: versionPath(version.id) }),
          },
        ]
      : []),
    ...(here ? [{ text: here }] : []),
  ];
}

/** The forms with their versions, and those that come with the product and are not here yet. */
export function formListPage(
  ctx: RequestContext,
  facts: {
    readonly versions: readonly FormVersion[];
    readonly responses: ReadonlyMap<string, number>;
    readonly shipped: readonly ShippedForm[];
  },
): Page {
  const t = texts[ctx.language];
  const mayEdit = ctx.actor !== undefined && may(ctx.actor, 'form.edit');
  const acts = mayEdit
    ? html`<div class="actions">${linkButton({ text: t.make, href: '/formular/nytt' })}${linkButton({ text: t.readIn, href: '/formular/las-in', variant: 'secondary' })}</div>`
    : null;
  const forms = [...Map.groupBy(facts.versions, ({ form }) => form.id).values()];
  return page({
    title: t.title,
    width: 'normal',
    lead: t.lead,
    crumbs: formCrumbs(ctx).slice(0, 1),
    body: html`${acts}${forms.length === 0 ? emptyState({ title: t.none, body: t.noneBody }) : null}${forms.map((versions) => formSection(ctx, versions, facts.responses))}${shippedSection(ctx, mayEdit ? facts.shipped : [])}`,
  });
}

function formSection(
  ctx: RequestContext,
  versions: readonly FormVersion[],
  responses: ReadonlyMap<string, number>,
): Html {
  const t = texts[ctx.language];
  const { form } = versions[0]!;
  return html`<section id="formular-${form.id}"><h2 lang="sv">${form.title}</h2><p class="soft">${formPurposes[form.purpose][ctx.language]}</p>${table(
    ctx,
    {
      caption: `${t.versions}: ${form.title}`,
      captionHidden: true,
      columns: [
        { key: 'version', text: t.version },
        { key: 'state', text: t.state },
        { key: 'questions', text: t.questions, kind: 'number' },
        { key: 'answering', text: t.answering },
      ],
      rows: versions.map((version) => ({
        version: html`<a href="${versionPath(version.id)}">${versionName(ctx, version)}</a>`,
        state: versionTag(ctx, version),
        questions: ctx.format.number(questionsOf(version.structure).length),
        answering: t.responses(responses.get(version.id) ?? 0),
      })),
    },
  )}</section>`;
}

function shippedSection(ctx: RequestContext, shipped: readonly ShippedForm[]): Content {
  if (shipped.length === 0) return null;
  const t = texts[ctx.language];
  return html`<section><h2>${t.shipped}</h2><p>${t.shippedLead}</p>${linkList(
    shipped.map(({ name, title, purpose }) => ({
      title: html`<span lang="sv">${title}</span>`,
      note: formPurposes[purpose][ctx.language],
      buttons: postButton(ctx, {
        action: '/formular/hamta',
        text: t.takeIn,
        about: title,
        variant: 'secondary',
        fields: { name },
      }),
    })),
    { label: t.shipped },
  )}</section>`;
}
