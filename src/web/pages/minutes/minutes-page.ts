import {
  isAdjusted,
  type Minutes,
  type MinutesState,
  minutesStateCodes,
  minutesStates,
} from '../../../domain/minutes/index.ts';
import { mustAnnounce } from '../../../domain/notices/index.ts';
import { minutesPoints } from '../../../domain/proceedings/index.ts';
import { problemText } from '../../../kernel/problem-texts/problem-text.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { notice } from '../../components/notice/notice.ts';
import { steps } from '../../components/steps/steps.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Crumb, type Page, page } from '../../reply.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { meetingName } from '../meetings/meeting-words.ts';
import { texts as meetingTexts } from '../meetings/texts.ts';
import { publishLink } from '../publications/publish-link.ts';
import { releaseLink } from '../releases/release-link.ts';
import { commentsSection } from './comments-section.ts';
import { correctionsSection } from './corrections-section.ts';
import { dispatchSection } from './dispatch-section.ts';
import { minutesCards } from './minutes-cards.ts';
import { type MinutesPageFacts, wholeOf } from './minutes-facts.ts';
import { nextStep } from './next-step.ts';
import { texts } from './texts.ts';

const tones: Readonly<Record<MinutesState, TagTone>> = {
  draft: 'neutral',
  commenting: 'info',
  signing: 'part',
  adjusted: 'ok',
  announced: 'info',
  final: 'ok',
  archived: 'ok',
};

/** The state of minutes in a word with its shape. */
export function minutesTag(ctx: RequestContext, state: MinutesState): Html {
  return tag({ text: minutesStates[state][ctx.language], tone: tones[state] });
}

/** Minutes as the document they are or will be, with where they are on their way, what is missing, who signs, and what to do next. */
export function minutesPage(ctx: RequestContext, facts: MinutesPageFacts): Page {
  const t = texts[ctx.language];
  const { composed, meeting, frozen } = facts;
  const { minutes } = composed;
  const adjusted = isAdjusted(minutes.state);
  return page({
    title: t.title,
    width: 'wide',
    crumbs: minutesCrumbs(ctx, meeting, minutes),
    lead: html`${minutesTag(ctx, minutes.state)}<a href="${recordAddress('body', minutes.body.id)}" lang="sv">${minutes.body.name}</a><span>${ctx.format.date(minutes.heldOn)}</span>`,
    body: html`${minutesSteps(ctx, minutes, mustAnnounce(facts.duty))}
${nextStep(ctx, facts)}
${adjusted ? null : missingSection(ctx, facts)}
${commentsSection(ctx, facts)}
${correctionsSection(ctx, facts)}
<section id="dokument"><h2>${frozen ? t.frozen : t.preview}</h2>
${frozen ? notice(ctx, { tone: adjusted ? 'success' : 'info', body: adjusted ? (minutes.approval === 'nextMeeting' ? t.frozenApproved : t.frozenBody)(ctx.format.date(wholeOf(minutes).adjustedOn ?? minutes.heldOn)) : t.signingBody }) : null}
${documentView(frozen?.tree ?? composed.tree)}</section>
${dispatchSection(ctx, facts)}`,
    aside: html`${minutesCards(ctx, facts)}${adjusted ? html`${publishLink(ctx, { noun: 'minutes', id: minutes.id, bodyId: minutes.body.id })}${releaseLink(ctx, { noun: 'protokoll', id: minutes.id, bodyId: minutes.body.id })}` : null}`,
  });
}

/** The way back: meetings, the meeting, its minutes, and the page one stands on. */
export function minutesCrumbs(
  ctx: RequestContext,
  meeting: Parameters<typeof meetingName>[1] & { readonly id: string },
  minutes?: Pick<Minutes, 'id'>,
  last?: string,
): readonly Crumb[] {
  const t = texts[ctx.language];
  return [
    { text: meetingTexts[ctx.language].title, href: meetingListPath },
    { text: meetingName(ctx, meeting), href: recordAddress('meeting', meeting.id) },
    last && minutes ? { text: t.title, href: recordAddress('minutes', minutes.id) } : { text: t.title },
    ...(last ? [{ text: last }] : []),
  ];
}

/** The steps from draft to archive; those of the notice board are left out where the body has no board. */
function minutesSteps(ctx: RequestContext, minutes: Minutes, board: boolean): Html {
  const t = texts[ctx.language];
  const skipped: readonly MinutesState[] = [
    ...(board ? [] : (['announced', 'final'] as const)),
    ...(minutes.approval === 'nextMeeting' ? (['signing'] as const) : []),
  ];
  const codes = minutesStateCodes.filter((code) => !skipped.includes(code));
  const at = codes.indexOf(minutes.state);
  return steps(ctx, {
    label: t.stepsLabel,
    steps: codes.map((code, index) => ({
      text: t.step[code],
      state: index < at ? 'done' : index === at ? 'now' : 'ahead',
    })),
  });
}

/** What KL 5:67 misses, § by § with its place in the meeting and what to do about it; where no law rules the minutes it says so (R-KL-52). */
function missingSection(ctx: RequestContext, { composed }: MinutesPageFacts): Html {
  const t = texts[ctx.language];
  const { missing, rules, minutes } = composed;
  if (rules.minutesRegulated === 'no') return html`<p class="soft">${t.notRegulated}</p>`;
  if (missing.length === 0) return html`<p class="soft">${t.complete}</p>`;
  return notice(ctx, {
    tone: 'warning',
    title: t.missingTitle,
    body: html`<p>${t.missingLaw}</p>${linkList(
      missing.map(({ itemId, section, point, problem }) => ({
        title: `${section}: ${minutesPoints[point][ctx.language]}`,
        href: `${recordAddress('meeting', minutes.meetingId)}#punkt-${itemId}`,
        detail: problemText(problem, ctx.language),
      })),
    )}`,
  });
}
