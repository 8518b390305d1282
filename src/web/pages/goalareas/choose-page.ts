import { type AreaRecord, areaNouns, type GoalArea, proposedFor } from '../../../domain/goalareas/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { postButton } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { optionsFrom } from '../deviations/deviation-view.ts';
import { areasHref } from './goal-area-view.ts';
import { texts } from './texts.ts';

export type ChooseFacts = {
  readonly area: GoalArea;
  readonly candidates: readonly AreaRecord[];
  readonly words: string;
  readonly noun: string | undefined;
};

const mostShown = 50;

/** Where somebody chooses what an area shows: what is there, what the words propose, and a search in the rest. */
export function choosePage(ctx: RequestContext, { area, candidates, words, noun }: ChooseFacts): Page {
  const t = texts[ctx.language];
  const here = recordAddress('goalArea', area.id);
  const chosen = new Set(area.links.map((link) => `${link.noun} ${link.recordId}`));
  const isChosen = (one: AreaRecord) => chosen.has(`${one.noun} ${one.id}`);
  const proposed = words === '' && noun === undefined ? proposedFor(area, candidates) : [];
  const lower = words.toLocaleLowerCase('sv');
  const found = candidates.filter(
    (one) =>
      !isChosen(one) &&
      (noun === undefined || one.noun === noun) &&
      (lower === '' || one.title.toLocaleLowerCase('sv').includes(lower)),
  );
  const state = freshForm({ ord: words, slag: noun ?? '' });
  return page({
    title: t.choose,
    width: 'wide',
    crumbs: [{ text: t.title, href: areasHref }, { text: area.name, href: here }, { text: t.choose }],
    body: html`${filterBar(ctx, {
      action: `${here}/valj`,
      active: words !== '' || noun !== undefined,
      fields: html`${field(ctx, { kind: 'search', name: 'ord', label: t.search, hint: t.searchHint, state })}${field(ctx, { kind: 'select', name: 'slag', label: t.noun, empty: t.all, state, options: optionsFrom(ctx, areaNouns) })}`,
    })}
${proposed.length > 0 ? html`<section><h2>${t.proposed}</h2><p class="soft">${t.proposedNote}</p>${list(ctx, area, proposed, 'put')}</section>` : null}
<section><h2>${t.chosen}</h2>${some(ctx, list(ctx, area, candidates.filter(isChosen), 'takeOut'), candidates.some(isChosen), t.nothing)}</section>
<section><h2>${t.found}</h2>${some(ctx, list(ctx, area, found.slice(0, mostShown), 'put'), found.length > 0, t.nothingFound)}${found.length > mostShown ? html`<p class="soft">${t.firstOf(mostShown, found.length)}</p>` : null}</section>`,
  });
}

const some = (_: RequestContext, content: Html, any: boolean, otherwise: string): Content =>
  any ? content : html`<p class="soft">${otherwise}</p>`;

function list(ctx: RequestContext, area: GoalArea, records: readonly AreaRecord[], act: 'put' | 'takeOut'): Html {
  const t = texts[ctx.language];
  const here = recordAddress('goalArea', area.id);
  return linkList(
    records.map((one) => ({
      title: html`<span lang="sv">${one.title}</span>`,
      href: recordAddress(one.noun, one.id),
      note: areaNouns[one.noun][ctx.language],
      buttons: postButton(ctx, {
        action: `${here}/${act === 'put' ? 'valj' : 'ta-bort'}`,
        text: t[act],
        about: one.title,
        variant: act === 'put' ? 'secondary' : 'quiet',
        fields: { noun: one.noun, recordId: one.id },
      }),
    })),
  );
}
