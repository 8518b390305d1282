import {
  type AnswerField,
  answerFields,
  askKinds,
  fieldsOf,
  type ListedReceived,
  type ReceivedRelease,
  type ReceivedState,
  receivedStates,
  receivedTransitions,
  releaseGrounds,
} from '../../../domain/releases/index.ts';
import { isAllowedIn } from '../../../kernel/transition-table.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import { answerList } from './answer-list.ts';
import { dayOf } from './release-log-pages.ts';
import { releasePaths } from './release-paths.ts';
import { texts } from './texts.ts';

const tones = {
  received: 'info',
  open: 'part',
  answered: 'ok',
  recalled: 'unknown',
} as const satisfies Readonly<Record<ReceivedState, TagTone>>;

function stateTag(ctx: RequestContext, { state, dueOn }: Pick<ListedReceived, 'state' | 'dueOn'>): Html {
  const late = state === 'open' && dueOn !== null && dueOn < ctx.services.runtime.today();
  return tag({ text: receivedStates[state][ctx.language], tone: late ? 'late' : tones[state] });
}

/** What others have let us have: what waits for our answer first. */
export function receivedListPage(
  ctx: RequestContext,
  { received, more }: { readonly received: readonly ListedReceived[]; readonly more: string | undefined },
): Page {
  const t = texts[ctx.language];
  return page({
    title: t.receivedTitle,
    lead: t.receivedLead,
    body: html`${collaborationTabs(ctx, 'received')}${
      received.length === 0
        ? emptyState({ title: t.receivedNone, body: t.receivedNoneBody })
        : table(ctx, {
            caption: t.receivedTitle,
            captionHidden: true,
            columns: [
              { key: 'what', text: t.record },
              { key: 'giver', text: t.giver },
              { key: 'ask', text: t.ask },
              { key: 'due', text: t.due, kind: 'date' },
              { key: 'state', text: t.state },
              { key: 'received', text: t.receivedAt, kind: 'date' },
            ],
            rows: received.map((one) => ({
              what: html`<a href="${releasePaths.received}/${one.id}" lang="sv">${one.title}</a>`,
              giver: html`<span lang="sv">${one.giver.name}</span>`,
              ask: one.ask ? askKinds[one.ask.kind].label[ctx.language] : '',
              due: one.dueOn ? ctx.format.date(one.dueOn) : '',
              state: stateTag(ctx, one),
              received: ctx.format.date(dayOf(one.receivedAt)),
            })),
          })
    }${more ? html`<p><a href="${more}">${t.next}</a></p>` : null}`,
  });
}

/** What another authority let us have, as it was when it left there; with the form of the answer when one is asked for. */
export function receivedPage(ctx: RequestContext, one: ReceivedRelease, state: FormState): Page {
  const t = texts[ctx.language];
  const { language } = ctx;
  const { ask } = one;
  const here = `${releasePaths.received}/${one.id}`;
  const last = one.answers.at(-1);
  return page({
    title: one.title,
    crumbs: [{ text: t.receivedTitle, href: releasePaths.received }, { text: one.title }],
    body: html`${
      one.state === 'recalled'
        ? notice(ctx, { tone: 'warning', title: t.recalledTitle, body: t.recalledBody(one.recallReason ?? '') })
        : null
    }${
      ask && one.state === 'open'
        ? notice(ctx, {
            tone: 'info',
            title: askKinds[ask.kind].label[language],
            body: html`<p lang="sv">${ask.question}</p>${one.dueOn ? html`<p>${t.due}: ${ctx.format.date(one.dueOn)}</p>` : null}`,
          })
        : null
    }${ask && last ? html`<section><h2>${t.youAnswered}</h2><p>${t.answeredBy(last.answeredBy, ctx.format.date(dayOf(last.answeredAt)))}</p>${answerList(ctx, ask, last.values)}</section>` : null}<section><h2>${t.document}</h2><div class="actions">${linkButton({ text: t.asPdf, href: `${here}/handling.pdf`, variant: 'secondary' })}</div>${documentView(one.snapshot.tree)}${fileLinks(ctx, one, here)}</section>${
      ask && isAllowedIn(receivedTransitions, one.state, 'answer') ? answerForm(ctx, one, here, state) : null
    }`,
    aside: card({
      title: t.receivedTitle,
      body: summaryList(
        [
          { term: t.state, value: stateTag(ctx, one) },
          { term: t.giver, value: html`<span lang="sv">${one.giver.name}, ${one.releasedBy}</span>` },
          { term: t.when, value: ctx.format.date(dayOf(one.releasedAt)) },
          { term: t.receivedAt, value: ctx.format.date(dayOf(one.receivedAt)) },
          { term: t.note, value: one.note && html`<span lang="sv">${one.note}</span>` },
          {
            term: t.givenOn,
            value: `${releaseGrounds[one.ground].label[language]} (${releaseGrounds[one.ground].provision})`,
          },
          { term: t.provision, value: one.provision },
          { term: t.hash, value: html`<code>${one.contentHash.slice(0, 16)}</code>` },
        ],
        { compact: true },
      ),
    }),
  });
}

function fileLinks(ctx: RequestContext, { snapshot }: ReceivedRelease, here: string): Html | null {
  const { files = [] } = snapshot;
  if (files.length === 0) return null;
  return html`<h3>${texts[ctx.language].files}</h3><ul>${files.map(
    ({ fileName }, index) => html`<li><a href="${here}/fil/${index}" lang="sv">${fileName}</a></li>`,
  )}</ul>`;
}

function answerForm(ctx: RequestContext, one: ReceivedRelease, here: string, state: FormState): Html {
  const t = texts[ctx.language];
  if (!one.ask) return html``;
  const fields = fieldsOf(one.ask);
  const saved = (one.answers.at(-1)?.values ?? {}) as Readonly<Record<string, unknown>>;
  return html`<section><h2>${one.answers.length > 0 ? t.answerAgain : t.answerTitle}</h2>${one.answers.length > 0 ? html`<p>${t.answerAgainBody}</p>` : null}${bothTexts(
    ctx,
    {
      state,
      fields: answerFields[one.ask.kind].map(({ name, label }) => ({
        name,
        label: label[ctx.language],
        saved: String(saved[name] ?? ''),
      })),
    },
  )}${form(ctx, {
    action: `${here}/svar`,
    submit: t.answer,
    state,
    version: one.version,
    body: html`${fields.map((each) => answerControl(ctx, each, state))}`,
  })}</section>`;
}

/** The control of one question: what kind of thing is written decides what it looks like. */
function answerControl(ctx: RequestContext, one: AnswerField, state: FormState): Html {
  const { language } = ctx;
  const shared = {
    name: one.name,
    label: one.label[language],
    optional: !one.required,
    state,
    ...(one.hint && { hint: one.hint[language] }),
  };
  if (one.kind === 'longText') return field(ctx, { ...shared, kind: 'textarea', rows: 3 });
  if (one.kind === 'date') return field(ctx, { ...shared, kind: 'date' });
  if (one.kind !== 'choice') return field(ctx, { ...shared, width: one.kind === 'figure' ? 'short' : 'medium' });
  return field(ctx, {
    ...shared,
    kind: 'select',
    options: Object.entries(one.options ?? {}).map(([value, label]) => ({ value, text: label[language] })),
  });
}
