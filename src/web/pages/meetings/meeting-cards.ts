import { type MeetingDetail, meetingModes } from '../../../domain/meetings/index.ts';
import { bodyKinds } from '../../../domain/organisation/index.ts';
import { addDays } from '../../../kernel/civil-date.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { help } from '../../components/help/help.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { deskPath } from '../conduct/conduct-address.ts';
import { overviewPath } from '../summons/summons-paths.ts';
import { type MeetingFacts, mayFor } from './meeting-facts.ts';
import { adjustmentWords, meetingDays, meetingTime } from './meeting-words.ts';
import { texts as proceedings } from './proceedings-texts.ts';
import { actionSlugs, labelOf, mayMove, stateActions } from './state-actions.ts';
import { texts } from './texts.ts';

/** What can be done with the meeting now, by the table of states, for those who may. */
export function statesCard(ctx: RequestContext, { meeting, keepsMinutes }: MeetingFacts): Html | null {
  const t = texts[ctx.language];
  if (!mayFor(ctx.actor, 'meeting.edit', meeting)) return null;
  const today = ctx.services.runtime.today();
  // A meeting that lies ahead cannot be closed, and one that has been held needs no notice before it is.
  const open = stateActions.filter(
    (action) =>
      mayMove(meeting.state, action) &&
      !(action === 'close' && meeting.heldOn > today) &&
      !(action === 'adjust' && keepsMinutes),
  );
  // The screen of the meeting is there from its day on, and as long as it goes on.
  const conducts = mayMove(meeting.state, 'conduct') || mayMove(meeting.state, 'resume');
  const begins = mayMove(meeting.state, 'open') && meeting.heldOn <= today;
  if (open.length === 0 && !conducts && !begins) return null;
  const first = conducts || begins ? undefined : open.find((action) => action !== 'cancel');
  return html`<section><h2 class="sr-only">${t.doNext}</h2><div class="actions">${
    conducts || begins ? linkButton({ text: labelOf('conduct', ctx.language), href: deskPath(meeting.id) }) : null
  }${open.map((action) =>
    linkButton({
      text: labelOf(action, ctx.language),
      // Calling people is more than a state: the agenda is frozen and letters are sent.
      href:
        action === 'summon'
          ? overviewPath(meeting.id)
          : `${recordAddress('meeting', meeting.id)}/lage/${actionSlugs[action]}`,
      variant: action === first ? 'primary' : 'secondary',
    }),
  )}</div></section>`;
}

/** Day, time, place and form, the other bodies, and by when the minutes are to be adjusted with the rule that says so. */
export function factsCard(ctx: RequestContext, facts: MeetingFacts): Html {
  const t = texts[ctx.language];
  const { meeting } = facts;
  const mayChange = mayFor(ctx.actor, 'meeting.edit', meeting) && mayMove(meeting.state, 'change');
  const change = mayChange
    ? html`<div class="actions">${linkButton({ text: t.change, about: t.changeFacts, href: `${recordAddress('meeting', meeting.id)}/andra`, variant: 'secondary' })}</div>`
    : null;
  return card({
    title: t.facts,
    body: html`${summaryList(
      [
        { term: t.date, value: meetingDays(ctx, meeting) ?? ctx.format.dateWithWeekday(meeting.heldOn) },
        { term: t.time, value: meetingTime(ctx, meeting) },
        { term: t.place, value: meeting.place && html`<span lang="sv">${meeting.place}</span>` },
        { term: t.mode, value: meeting.mode && meetingModes[meeting.mode][ctx.language] },
        { term: t.jointBodies, value: meeting.jointBodies.length > 0 && jointBodies(ctx, meeting) },
        { term: proceedings[ctx.language].note, value: meeting.note && html`<span lang="sv">${meeting.note}</span>` },
        { term: t.adjustedBy, value: adjustmentWords(ctx, meeting) },
      ],
      { compact: true },
    )}${ruleHelp(ctx, facts)}${change}`,
  });
}

function jointBodies(ctx: RequestContext, meeting: MeetingDetail): Content {
  return html`<span lang="sv">${ctx.format.list(meeting.jointBodies.map(({ name }) => name))}</span>`;
}

/** Which rule gives the day, in words that can be checked against the law; or why none does. */
function ruleHelp(ctx: RequestContext, { meeting, rule, bodyKind }: MeetingFacts): Html {
  const t = texts[ctx.language];
  if (meeting.kind !== 'meeting') return help({ summary: t.ruleSummaryNone, body: html`<p>${t.ruleKind}</p>` });
  if (!rule)
    return help({
      summary: meeting.adjustBy ? t.ruleSummary : t.ruleSummaryNone,
      body: html`${meeting.adjustBy ? html`<p>${t.ruleOther}</p>` : null}<p>${t.ruleNone(bodyKinds[bodyKind].label[ctx.language])}</p>`,
    });
  const sentence = rule.source === 'reglemente' ? t.ruleOwn(rule.days) : t.ruleLaw(rule.days);
  const byHand = meeting.adjustBy !== null && meeting.adjustBy !== addDays(meeting.heldOn, rule.days);
  return help({
    summary: t.ruleSummary,
    body: html`<p>${sentence}</p>${byHand ? html`<p>${t.ruleOther}</p>` : null}`,
  });
}

/** The lines of a document that the card names; the items name their own, and the page of the document has all. */
const mostLines = 6;

/** The documents in which the meeting and its items were read, each passage with its place. */
export function sourcesCard(ctx: RequestContext, { sources }: MeetingFacts): Html {
  const t = texts[ctx.language];
  const documents = Map.groupBy(sources, ({ documentId }) => documentId);
  const body =
    sources.length === 0
      ? html`<p class="soft">${t.noSources}</p>`
      : html`<ul>${[...documents.values()].map((passages) => {
          const [first] = passages;
          if (!first) return null;
          const byLine = [...new Map(passages.map((one) => [one.line, one])).values()];
          const changed = passages.some((one) => one.changed);
          return html`<li><a href="${recordAddress('document', first.documentId)}" lang="sv">${first.documentTitle}</a> <span class="soft">${byLine
            .slice(0, mostLines)
            .map(
              (passage, index) =>
                html`${index > 0 ? ', ' : null}<a href="${recordAddress('sourcePassage', passage.id)}">${t.sourceLine(passage.line)}</a>`,
            )}${byLine.length > mostLines ? ' …' : null}${changed ? html` · ${t.sourceChanged}` : null}</span></li>`;
        })}</ul>`;
  return card({ title: t.sources, body });
}
