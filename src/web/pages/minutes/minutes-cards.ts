import { documentFormats } from '../../../documents/out/index.ts';
import {
  type Adjustment,
  isAdjusted,
  publicBasis,
  publicStanding,
  sectionLabel,
} from '../../../domain/minutes/index.ts';
import { mustAnnounce } from '../../../domain/notices/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { tag } from '../../components/tag/tag.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type MinutesPageFacts, offersMinutes, wholeOf } from './minutes-facts.ts';
import { dutyWords } from './next-step.ts';
import { sentence } from './sentence.ts';
import { texts } from './texts.ts';

/** The side of the page: who signs and when, the board, files, cover, public access and archive. */
export function minutesCards(ctx: RequestContext, facts: MinutesPageFacts): Html {
  const { adjustments, approval } = facts.composed.minutes;
  return html`${approval === 'adjustment' ? adjustments.map((one) => adjustmentCard(ctx, facts, one)) : null}
${boardCard(ctx, facts)}${filesCard(ctx, facts)}${coverCard(ctx, facts)}${publicCard(ctx, facts)}${archiveCard(ctx, facts)}`;
}

/** The §§ of an act, as the card calls it. */
export function adjustmentName(ctx: RequestContext, facts: MinutesPageFacts, adjustment: Adjustment): string {
  const t = texts[ctx.language];
  if (adjustment.kind === 'whole') return t.signers;
  const section = facts.composed.facts.sections.find(({ itemId }) => itemId === adjustment.itemIds[0]);
  return section ? sectionLabel(section) : t.signers;
}

function adjustmentCard(ctx: RequestContext, facts: MinutesPageFacts, adjustment: Adjustment): Html {
  const t = texts[ctx.language];
  const { minutes } = facts.composed;
  const here = recordAddress('minutes', minutes.id);
  const edits = offersMinutes(ctx.actor, minutes, 'takeBack') || offersMinutes(ctx.actor, minutes, 'edit');
  const waiting = adjustment.state === 'signing';
  const onPaper = adjustment.signers.some(({ signedAt }) => signedAt === null);
  return card({
    title: adjustmentName(ctx, facts, adjustment),
    body: html`<p>${deadlineWords(ctx, adjustment)}</p>
${adjustment.signers.length === 0 ? html`<p class="soft">${t.noSigners}</p>` : signerList(ctx, adjustment)}
${adjustment.earlier.length > 0 ? earlierRounds(ctx, adjustment) : null}
${
  waiting && edits
    ? html`<div class="actions">${postButton(ctx, { action: `${here}/paminn`, text: t.remind, variant: 'secondary' })}${postButton(ctx, { action: `${here}/ta-tillbaka`, text: t.takeBack, variant: 'quiet', fields: { handling: adjustment.id } })}</div>${onPaper ? html`<p><a href="${here}/papper?handling=${adjustment.id}">${t.paper}</a></p>` : null}`
    : null
}`,
  });
}

/** The last day to adjust, said in words when it has passed (R-KL-53); or that the body has none. */
function deadlineWords(ctx: RequestContext, adjustment: Adjustment): Content {
  const t = texts[ctx.language];
  const { adjustBy, adjustedOn } = adjustment;
  if (adjustedOn) return tag({ text: `${t.step.adjusted} ${ctx.format.date(adjustedOn)}`, tone: 'ok' });
  if (!adjustBy) return html`<span class="soft">${t.noDeadline}</span>`;
  const days = Math.round((Date.parse(ctx.services.runtime.today()) - Date.parse(adjustBy)) / 86_400_000);
  const words = `${t.adjustBy} ${ctx.format.date(adjustBy)}`;
  return days > 0 ? tag({ text: `${words}, ${t.overdue(days)}`, tone: 'late' }) : words;
}

function signerList(ctx: RequestContext, adjustment: Adjustment): Html {
  const t = texts[ctx.language];
  return linkList(
    adjustment.signers.map((one) => ({
      title: html`<span lang="sv">${one.name}</span>`,
      note: one.signedAt
        ? tag({ text: t.signed(ctx.format.instant(one.signedAt)), tone: 'ok' })
        : one.rejectedAt
          ? tag({ text: t.returned(ctx.format.instant(one.rejectedAt)), tone: 'late' })
          : tag({ text: t.waiting, tone: 'neutral' }),
      detail: one.comment ? html`<q lang="sv">${one.comment}</q>` : one.signature && proofOf(ctx, one.signature),
    })),
  );
}

function proofOf(ctx: RequestContext, signature: NonNullable<Adjustment['signers'][number]['signature']>): Html {
  const t = texts[ctx.language];
  return help({
    summary: t.proof,
    body: html`<p lang="sv">${signature.statement}</p><p>${t.hash}: <code>${signature.contentHash}</code></p><p><code>${signature.seal}</code></p>`,
  });
}

function earlierRounds(ctx: RequestContext, { earlier }: Adjustment): Html {
  const t = texts[ctx.language];
  return html`${earlier
    .filter(({ comment }) => comment)
    .map(
      ({ comment, name, round }) =>
        html`<p class="soft">${t.round(round)}, <span lang="sv">${name}: <q>${comment}</q></span></p>`,
    )}`;
}

/** Where it is announced, until when it can be appealed; or why there is nothing to announce. */
function boardCard(ctx: RequestContext, facts: MinutesPageFacts): Html {
  const t = texts[ctx.language];
  const { notices, composed } = facts;
  const { minutes } = composed;
  const here = recordAddress('minutes', minutes.id);
  const unannounced = minutes.adjustments.filter(
    (one) => one.kind === 'section' && one.adjustedOn && !notices.some(({ adjustmentId }) => adjustmentId === one.id),
  );
  const posts = offersMinutes(ctx.actor, { ...minutes, state: 'adjusted' }, 'announce') && mustAnnounce(facts.duty);
  return card({
    title: t.board,
    body: html`<p>${dutyWords(ctx, facts)}</p>${
      notices.length > 0
        ? linkList(
            notices.map((one) => ({
              title: html`<span lang="sv">${one.board.name}${one.sections ? `, ${one.sections}` : ''}</span>`,
              href: recordAddress('boardNotice', one.id),
              detail: one.appealLast ? `${t.appealLast} ${ctx.format.date(one.appealLast)}` : null,
            })),
          )
        : null
    }${
      posts && unannounced.length > 0
        ? html`<div class="actions">${unannounced.map((one) => linkButton({ text: t.announceSection(adjustmentName(ctx, facts, one)), href: `${here}/anslag?handling=${one.id}`, variant: 'secondary' }))}</div>`
        : null
    }`,
  });
}

function filesCard(ctx: RequestContext, { composed }: MinutesPageFacts): Html {
  const t = texts[ctx.language];
  const { minutes, facts } = composed;
  const here = recordAddress('minutes', minutes.id);
  return card({
    title: t.files,
    body: linkList([
      ...documentFormats.map((format) => ({ title: format.toUpperCase(), href: `${here}/fil/${format}` })),
      ...minutes.adjustments
        .filter(({ kind, contentHash }) => kind === 'section' && contentHash)
        .map((one) => {
          const section = facts.sections.find(({ itemId }) => itemId === one.itemIds[0]);
          return {
            title: `${section ? sectionLabel(section) : t.section} (PDF)`,
            href: `${here}/fil/pdf?handling=${one.id}`,
          };
        }),
      { title: t.meeting, href: recordAddress('meeting', minutes.meetingId) },
    ]),
  });
}

/** Secretary and place of signing: what the cover prints and nothing else in the register knows. */
function coverCard(ctx: RequestContext, { composed }: MinutesPageFacts): Html | null {
  const t = texts[ctx.language];
  const { minutes } = composed;
  if (!offersMinutes(ctx.actor, minutes, 'edit')) return null;
  const state = freshForm({ secretary: minutes.secretary ?? '', adjustPlace: minutes.adjustPlace ?? '' });
  return card({
    title: t.cover,
    body: form(ctx, {
      action: `${recordAddress('minutes', minutes.id)}/omslag`,
      submit: t.save,
      variant: 'secondary',
      version: minutes.version,
      body: html`${field(ctx, { name: 'secretary', label: t.secretary, state, optional: true, autocomplete: 'off' })}${field(ctx, { name: 'adjustPlace', label: t.adjustPlace, hint: t.adjustPlaceHint, state, optional: true })}`,
    }),
  });
}

/** What the minutes are in the eyes of the law of public access (R-TF-1). */
function publicCard(ctx: RequestContext, { composed, dispatches }: MinutesPageFacts): Html {
  const { minutes, rules } = composed;
  const basis = publicStanding(rules, {
    state: minutes.state,
    adjustedOn: wholeOf(minutes).adjustedOn,
    dispatched: dispatches.some(({ dispatchedAt }) => dispatchedAt !== null),
    caseClosed: false,
  });
  return card({
    title: texts[ctx.language].publicTitle,
    body: html`<p>${sentence(publicBasis[basis][ctx.language])}</p>`,
  });
}

function archiveCard(ctx: RequestContext, { composed }: MinutesPageFacts): Html | null {
  const t = texts[ctx.language];
  const { minutes } = composed;
  const whole = wholeOf(minutes);
  if (!isAdjusted(minutes.state)) return null;
  return card({
    title: t.archiveFacts,
    body: summaryList(
      [
        { term: t.step.adjusted, value: whole.adjustedOn && ctx.format.date(whole.adjustedOn) },
        { term: t.step.final, value: minutes.finalOn && ctx.format.date(minutes.finalOn) },
        { term: t.step.archived, value: minutes.archivedOn && ctx.format.date(minutes.archivedOn) },
        { term: t.treeHash, value: whole.contentHash && html`<code>${whole.contentHash}</code>` },
        { term: t.pdfHash, value: minutes.archive && html`<code>${minutes.archive.pdfHash}</code>` },
      ],
      { compact: true },
    ),
  });
}
