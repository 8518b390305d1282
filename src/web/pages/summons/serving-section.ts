import type { ForecastSeat, SummonsOverview } from '../../../domain/meetings/index.ts';
import { servingRequestStates } from '../../../domain/meetings/index.ts';
import { substitutionReasons } from '../../../domain/organisation/index.ts';
import { postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { overviewPath } from './summons-paths.ts';
import { personName } from './summons-words.ts';
import { texts } from './texts.ts';

type BodyForecast = SummonsOverview['bodies'][number];
const outlooks = { reached: 'ok', open: 'part', short: 'late' } as const satisfies Record<string, TagTone>;
const requestTones = {
  asked: 'part',
  accepted: 'ok',
  declined: 'late',
  withdrawn: 'neutral',
} as const satisfies Record<string, TagTone>;

/** Which seats will be empty, who is proposed and asked for each, and whether the body will be able to decide. A body without seats has none. */
export function servingSection(
  ctx: RequestContext,
  meetingId: string,
  { body, seats, quorum }: BodyForecast,
  several: boolean,
): Html | null {
  const t = texts[ctx.language];
  if (seats.length === 0) return null;
  const shown = seats.filter(({ absent, asked }) => absent || asked);
  return html`<section><h2>${t.serving}${several ? html` <span lang="sv">– ${body.name}</span>` : null}</h2>
${quorum ? html`<p>${t.quorum}: ${tag({ text: t[quorum.outlook], tone: outlooks[quorum.outlook] })} ${t.quorumFacts(quorum.certain, quorum.open, quorum.needed, quorum.seats)}</p>` : null}
${
  shown.length === 0
    ? html`<p class="soft">${t.servingNone}</p>`
    : table(ctx, {
        caption: t.serving,
        captionHidden: true,
        columns: [
          { key: 'seat', text: t.seat },
          { key: 'deputy', text: t.deputy },
          { key: 'act', text: t.ask },
        ],
        rows: shown.map((one) => ({
          seat: seatCell(ctx, one),
          deputy: deputyCell(ctx, one),
          act: actCell(ctx, meetingId, one),
        })),
      })
}</section>`;
}

function seatCell(ctx: RequestContext, { seat, absent }: ForecastSeat): Content {
  const t = texts[ctx.language];
  if (seat.personName === null) return t.vacant(seat.party);
  const name = personName({ name: seat.personName, party: seat.party });
  return absent ? name : html`${name}<br>${t.comesAfterAll(seat.personName)}`;
}

function deputyCell(ctx: RequestContext, { asked, proposed }: ForecastSeat): Content {
  const t = texts[ctx.language];
  if (asked) {
    const { state } = asked.request;
    return html`${personName(asked.deputy)} ${tag({ text: servingRequestStates[state][ctx.language], tone: requestTones[state] })}`;
  }
  if (!proposed) return t.nobody;
  return html`${personName(proposed.deputy)} <span class="soft">${t.proposed}: ${substitutionReasons[proposed.reason][ctx.language]}</span>`;
}

function actCell(ctx: RequestContext, meetingId: string, { seat, asked, proposed }: ForecastSeat): Content {
  const t = texts[ctx.language];
  if (asked)
    return postButton(ctx, {
      action: `${overviewPath(meetingId)}/ta-tillbaka`,
      text: t.takeBack,
      about: asked.deputy.name,
      variant: 'secondary',
      fields: { kallelse: asked.deputy.id, fraga: asked.request.id },
    });
  if (!proposed) return null;
  return postButton(ctx, {
    action: `${overviewPath(meetingId)}/fraga`,
    text: t.ask,
    about: t.askAbout(proposed.deputy.name),
    fields: { kallelse: proposed.deputy.id, plats: seat.id },
  });
}
