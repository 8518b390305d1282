import { hasSeats, isVacant, type Seat } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { problemText } from '../../texts/index.ts';
import type { BodyFacts } from './body-facts.ts';
import { mayEdit } from './body-page.ts';
import { roleName } from './seat-words.ts';
import { texts } from './texts.ts';

/** The seats of the day: members, then deputies in the order in which they serve, vacancies in their place. */
export function seatsSection(ctx: RequestContext, { body, day, seats, seatProblems }: BodyFacts): Html {
  const t = texts[ctx.language];
  const add = mayEdit(ctx, body.id)
    ? linkButton({ text: t.addSeat, href: `${seatsPath(body.id)}/ny`, variant: 'secondary' })
    : null;
  if (!hasSeats(body.kind)) return html`<section><h2>${t.seats}</h2><p class="soft">${t.noSeatsKind}</p></section>`;
  if (seats.length === 0)
    return html`<section><h2>${t.seats}</h2>${emptyState({ title: t.noSeats, body: t.noSeatsBody, action: add })}</section>`;
  const vacant = seats.filter(isVacant).length;
  const warning =
    seatProblems.length > 0
      ? notice(ctx, {
          tone: 'warning',
          title: t.checkTitle,
          body: html`<ul>${seatProblems.map((problem) => html`<li>${problemText(ctx, problem)}</li>`)}</ul>`,
        })
      : null;
  const of = (kind: Seat['kind']) => seats.filter((seat) => seat.kind === kind);
  return html`<section id="platser"><h2>${t.seats}</h2>${warning}<p class="soft">${t.day} ${ctx.format.date(day)}${vacant > 0 ? ` · ${t.vacantCount(vacant)}` : null}</p>
${seatTable(ctx, t.members, of('member'))}${seatTable(ctx, t.deputies, of('deputy'))}${add ? html`<div class="actions">${add}</div>` : null}</section>`;
}

/** The address below which the forms of a body's seats lie. */
export function seatsPath(bodyId: string): string {
  return `${recordAddress('body', bodyId)}/platser`;
}

/** A seat as it is spoken of: "ledamot 4, Vakant (S)". */
export function seatName(ctx: RequestContext, seat: Seat): string {
  return `${seat.personName ?? texts[ctx.language].vacant}${seat.party ? ` (${seat.party})` : ''}`;
}

function seatTable(ctx: RequestContext, caption: string, seats: readonly Seat[]): Html | null {
  const t = texts[ctx.language];
  const [first] = seats;
  if (!first) return null;
  const editable = mayEdit(ctx, first.bodyId);
  return table(ctx, {
    caption,
    dense: true,
    rowHeader: 'person',
    columns: [
      { key: 'order', text: t.order, kind: 'number' },
      { key: 'person', text: t.person },
      { key: 'party', text: t.party },
      { key: 'role', text: t.role },
      { key: 'valid', text: t.valid, kind: 'date' },
      ...(editable ? [{ key: 'actions', text: t.change } as const] : []),
    ],
    rows: seats.map((seat) => ({
      order: String(seat.order),
      person: isVacant(seat)
        ? tag({ text: t.vacant, tone: 'unknown' })
        : html`<span lang="sv">${seat.personName}</span>`,
      party: seat.party,
      role: seat.role && roleName(ctx, seat.role),
      valid: validity(ctx, seat),
      actions: editable ? actions(ctx, seat) : null,
    })),
  });
}

function validity(ctx: RequestContext, { validFrom, validTo }: Seat): string {
  const t = texts[ctx.language];
  if (validFrom && validTo) return `${ctx.format.shortDate(validFrom)} – ${ctx.format.shortDate(validTo)}`;
  return validFrom ? t.from(ctx.format.shortDate(validFrom)) : validTo ? t.to(ctx.format.shortDate(validTo)) : '';
}

function actions(ctx: RequestContext, seat: Seat): Content {
  const t = texts[ctx.language];
  const link = (text: string, end: string) =>
    html`<a href="${seatsPath(seat.bodyId)}/${seat.id}/${end}">${text}<span class="sr-only">${t.seatAbout(`${seat.order}, ${seatName(ctx, seat)}`)}</span></a>`;
  return html`${isVacant(seat) ? link(t.fill, 'besatt') : link(t.vacate, 'vakant')} · ${link(t.end, 'avsluta')}`;
}
