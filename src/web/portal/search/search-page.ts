import {
  isPublishedNoun,
  type PublishedNoun,
  publishedPath,
  type SearchAnswer,
  type SearchGroup,
  searchPublished,
  suggestWords,
} from '../../../domain/published/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field, type Option } from '../../components/field/field.ts';
import { type Hit, hitList } from '../../components/hit-list/hit-list.ts';
import { notice } from '../../components/notice/notice.ts';
import { portalSearch } from '../../components/portal-search/portal-search.ts';
import { freshForm } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import type { PortalContext } from '../portal-context.ts';
import { type PortalPage, portalPage } from '../portal-reply.ts';
import type { PortalHandlerContext } from '../portal-route.ts';
import { toldTag, toldText } from '../told-label.ts';

type Choice = {
  readonly q: string | undefined;
  readonly slag: string | undefined;
  readonly ar: number | undefined;
  readonly organ: string | undefined;
  readonly lage: string | undefined;
  readonly efter: string | undefined;
};

/** Finds what is published by its words, and tells where they stand, how many there are, and by what the answer can be narrowed. */
export async function searchPage(ctx: PortalHandlerContext<'/oppet/:authority/sok', object>): Promise<PortalPage> {
  const { p, to, authority, services, format } = ctx;
  const choice = ctx.input.query as unknown as Choice;
  const home = `/oppet/${authority.slug}`;
  const words = choice.q?.trim() ?? '';
  const noun = isPublishedNoun(choice.slag) ? choice.slag : undefined;
  const frame = (title: string, more: Content, body: Content): PortalPage =>
    portalPage({
      title,
      hidden: true,
      crumbs: [{ text: p.start, href: to(home) }, { text: p.find.title }],
      body: html`${box(ctx, words, more)}${body}`,
    });
  if (words === '')
    return frame(p.find.title, null, emptyState({ title: p.find.start, body: html`<p>${p.find.startBody}</p>` }));
  const answer = await services.readPublic((r) =>
    searchPublished(r, authority, {
      words,
      noun,
      year: choice.ar,
      bodyId: choice.organ,
      told: choice.lage,
      after: choice.efter,
    }),
  );
  const title = p.find.titleFor(words);
  const fields = narrowing(ctx, answer, choice);
  if (answer.empty)
    return frame(title, fields, emptyState({ title: p.find.common, body: html`<p>${p.find.commonBody}</p>` }));
  if (answer.hits.length === 0) return frame(title, fields, await nothing(ctx, words));
  const count = answer.capped
    ? p.find.capped
    : answer.total === 1
      ? p.find.one
      : p.find.total(format.number(answer.total));
  const address = (more: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...choice, efter: undefined, ...more }))
      if (value !== undefined) query.set(name, String(value));
    return to(`${home}/sok?${query}`);
  };
  return frame(
    title,
    fields,
    html`<p role="status"><strong>${count}</strong> · <a href="${home}/flode.atom?${new URLSearchParams({ q: words })}">${p.find.follow}</a></p>
${answer.capped ? notice(ctx, { tone: 'info', body: p.find.cappedNote }) : null}
${hitList(
  answer.hits.map((hit) => hitOf(ctx, hit)),
  p.find.hits,
)}
${
  answer.next || choice.efter
    ? html`<nav class="pagination" aria-label="${ctx.t.components.pagination}"><ul>${choice.efter ? html`<li><a href="${address({})}">${p.list.first}</a></li>` : null}${answer.next ? html`<li><a rel="next" href="${address({ efter: answer.next })}">${p.list.next} ›</a></li>` : null}</ul></nav>`
    : null
}`,
  );
}

function box(ctx: PortalContext, value: string, more: Content) {
  const { p, authority, url } = ctx;
  const lang = url.searchParams.get('lang');
  return portalSearch(ctx, {
    action: `/oppet/${authority?.slug}/sok`,
    label: p.searchLabel,
    hint: p.searchHint,
    submit: p.search,
    value,
    more,
    ...(lang && { keep: { lang } }),
  });
}

function hitOf(ctx: PortalContext, hit: SearchAnswer['hits'][number]): Hit {
  const { p, to, authority, format } = ctx;
  const { noun, recordId, title, bodyName, happenedOn, told, registrationNumbers, passages } = hit;
  const href = to(publishedPath(authority?.slug ?? '', noun, recordId));
  return {
    title,
    href,
    facts: html`${p.nouns[noun].one}${bodyName ? html` · <span lang="sv">${bodyName}</span>` : null}${happenedOn && noun !== 'assignment' ? html` · <time datetime="${happenedOn}">${format.date(happenedOn)}</time>` : null}${registrationNumbers[0] ? html` · ${registrationNumbers.slice(0, 3).join(', ')}` : null} ${toldTag(ctx, noun, told)}`,
    passages: passages.map(({ anchor, heading, pieces }) => ({
      heading,
      href: anchor ? to(`${publishedPath(authority?.slug ?? '', noun, recordId)}#doc-${anchor}`) : href,
      pieces,
    })),
  };
}

/** By what the answer can be narrowed, with how many there are of each. */
function narrowing(ctx: PortalContext, { groups }: SearchAnswer, choice: Choice): Content {
  const { p, format } = ctx;
  const counted = (
    by: SearchGroup['by'],
    keyOf: (group: SearchGroup) => string | number | null,
    textOf: (group: SearchGroup) => string,
  ) =>
    groups.flatMap((group): readonly Option[] => {
      const key = group.by === by ? keyOf(group) : null;
      return key === null ? [] : [{ value: String(key), text: `${textOf(group)} (${format.number(group.count)})` }];
    });
  const state = freshForm({
    slag: choice.slag,
    ar: choice.ar === undefined ? undefined : String(choice.ar),
    organ: choice.organ,
    lage: choice.lage,
  });
  const select = (name: keyof Choice, label: string, options: readonly Option[]) =>
    options.length > 1 || choice[name] !== undefined
      ? field(ctx, { kind: 'select', name, label, options, empty: p.list.any, state })
      : null;
  const kinds = counted(
    'noun',
    ({ noun }) => noun,
    ({ noun }) => (noun ? p.nouns[noun].many : ''),
  );
  const years = counted(
    'year',
    ({ year }) => year,
    ({ year }) => String(year),
  ).sort((a, b) => Number(b.value) - Number(a.value));
  const bodies = counted(
    'body',
    ({ bodyId }) => bodyId,
    ({ bodyName }) => bodyName ?? '',
  ).sort((a, b) => format.compare(a.text, b.text));
  // What a code is called depends on the kind, so that codes are chosen among when the kind is.
  const states = counted(
    'told',
    ({ noun, told }) => (noun !== null && noun === choice.slag ? told : null),
    ({ noun, told }) => toldText(ctx, noun as PublishedNoun, told ?? ''),
  );
  return [
    select('slag', p.find.kind, kinds),
    select('ar', p.list.year, years),
    select('organ', p.list.body, bodies),
    select('lage', p.list.told, states),
  ];
}

async function nothing(
  ctx: PortalContext & { readonly authority: NonNullable<PortalContext['authority']> },
  words: string,
) {
  const { p, to, authority, services } = ctx;
  const meant = await services.readPublic((r) => suggestWords(r, authority, words));
  return emptyState({
    title: p.find.none(words),
    body: html`${
      meant.length > 0
        ? html`<p>${p.find.meant} ${meant.map((word, index) => html`${index > 0 ? ', ' : null}<a lang="sv" href="${to(`/oppet/${authority.slug}/sok?${new URLSearchParams({ q: word })}`)}">${word}</a>`)}?</p>`
        : null
    }<p>${p.find.noneBody}</p>`,
  });
}
