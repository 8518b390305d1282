import {
  type PassageStanding,
  type PassageState,
  passageStates,
  sourceKeyText,
} from '../../../../domain/returns/index.ts';
import { wordChanges } from '../../../../kernel/word-changes.ts';
import { linkButton } from '../../../components/button/button.ts';
import { card } from '../../../components/card/card.ts';
import { field } from '../../../components/field/field.ts';
import { form, postButton } from '../../../components/form/form.ts';
import { type TagTone, tag } from '../../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { aidPath } from './aid-address.ts';
import type { AidFacts } from './aid-facts.ts';
import { aidTexts } from './aid-texts.ts';

const tones = {
  current: 'ok',
  changed: 'late',
  kept: 'neutral',
  gone: 'late',
  secret: 'late',
  rewritten: 'neutral',
} as const satisfies Record<PassageState, TagTone>;

/** The passages that were taken into an answer, each as it stands to its source; one that has changed can be updated or kept with a reason. */
export function passageView(
  ctx: RequestContext,
  facts: AidFacts,
  open: boolean,
  keeping: string | undefined,
  state?: FormState,
): Content {
  const t = aidTexts[ctx.language];
  const { passages } = facts.aid;
  if (passages.length === 0) return null;
  return html`<section aria-labelledby="stycken"><h2 id="stycken">${t.quotations}</h2>${passages.map((one) =>
    card({
      level: 3,
      title: html`<span lang="sv">${one.title || one.text.slice(0, 60)}</span>`,
      body: html`<p>${tag({ text: passageStates[one.state][ctx.language], tone: tones[one.state] })}</p><blockquote lang="sv">${one.text}</blockquote><p class="soft">${t.takenBy(one.takenBy, ctx.format.instant(one.takenAt))}${one.reason ? html` · <span lang="sv">${one.reason}</span>` : null}</p>${
        one.now === null ? null : newer(ctx, one)
      }${open ? choice(ctx, facts, one, keeping === sourceKeyText(one), state) : null}`,
    }),
  )}</section>`;
}

function newer(ctx: RequestContext, { text, now }: PassageStanding): Html {
  const t = aidTexts[ctx.language];
  const drawn = wordChanges(text, now ?? '').map(({ kind, text: words }) =>
    kind === 'same' ? html`${words} ` : kind === 'removed' ? html`<del>${words}</del> ` : html`<ins>${words}</ins> `,
  );
  return html`<p class="soft">${t.saysNow} ${t.changesHelp}</p><blockquote lang="sv">${drawn}</blockquote>`;
}

function choice(
  ctx: RequestContext,
  { report, question }: AidFacts,
  one: PassageStanding,
  keeping: boolean,
  state?: FormState,
): Content {
  const t = aidTexts[ctx.language];
  if (one.state === 'current' || one.state === 'rewritten') return null;
  const path = aidPath(report.id, question.code);
  const key = sourceKeyText(one);
  const version = report.response.answers[question.code]?.version ?? 0;
  const refresh =
    one.now === null
      ? null
      : postButton(ctx, {
          action: `${path}/stycke`,
          text: t.refresh,
          about: one.title,
          variant: 'secondary',
          version,
          fields: { source: key, choice: 'refresh' },
        });
  if (one.state === 'kept') return refresh;
  if (!keeping)
    return html`<div class="actions">${refresh}${linkButton({ text: t.keep, about: one.title, href: `${path}?${new URLSearchParams({ behall: key })}#behall`, variant: 'quiet' })}</div>`;
  return html`<h4 id="behall">${t.keepTitle}</h4>${form(ctx, {
    action: `${path}/stycke?${new URLSearchParams({ behall: key })}`,
    submit: t.keepSubmit,
    version,
    ...(state && { state }),
    body: html`<input type="hidden" name="source" value="${key}"><input type="hidden" name="choice" value="keep">${field(ctx, { kind: 'text', name: 'reason', label: t.reason, state: state ?? freshForm() })}`,
  })}`;
}
