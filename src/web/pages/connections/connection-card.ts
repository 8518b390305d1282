import { connectionKinds } from '../../../domain/connections/index.ts';
import { namedNouns } from '../../../domain/thread/index.ts';
import { type AddressedNoun, recordAddress, recordAddresses } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import type { Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { threadAddress } from '../threads/thread-address.ts';
import type { Connected, ConnectionsOf } from './connected-facts.ts';
import { texts } from './texts.ts';

/** What belongs together with a record, beside its page: kind, the other record, and the reason; `connect` leads who may to saying more. */
export function connectionCard(ui: Ui, connections: readonly Connected[], connect?: string | false): Html {
  const t = texts[ui.language];
  return card({
    id: 'samband',
    title: t.title,
    body: html`${connections.length === 0 ? html`<p>${t.none}</p>` : connectionList(ui, connections)}${
      connect
        ? html`<div class="actions">${linkButton({ text: t.connect, href: connect, variant: 'secondary' })}</div>`
        : null
    }`,
  });
}

/** The same for a page that shows a record with its parts: what any of them belongs together with, each record named once. */
export function connectionCardOfAll(ui: Ui, connections: ConnectionsOf): Html {
  const all = [...connections.values()].flat();
  return connectionCard(ui, [...new Map(all.map((one) => [`${one.kind} ${one.other.id}`, one])).values()]);
}

/** The connections of a part of a page, under the part itself; nothing where there are none. */
export function connectionsUnder(ui: Ui, connections: readonly Connected[] | undefined): Html | null {
  if (!connections || connections.length === 0) return null;
  return html`<div><p><strong>${texts[ui.language].title}</strong></p>${connectionList(ui, connections)}</div>`;
}

function connectionList(ui: Ui, connections: readonly Connected[]): Html {
  const t = texts[ui.language];
  return linkList(
    connections.map(({ kind, outgoing, reason, other }) => ({
      title: html`<span lang="sv">${other.title}</span>`,
      ...addressOf(other.target),
      detail: html`${outgoing ? connectionKinds[kind][ui.language] : t.reverse[kind]} · ${namedNouns[other.noun][ui.language].toLocaleLowerCase(ui.language)} · ${t.because} <span lang="sv">${reason}</span> · <a href="${threadAddress(other.noun, other.id)}">${t.thread}<span class="sr-only">: <span lang="sv">${other.title}</span></span></a>`,
    })),
  );
}

function addressOf({ noun, id, within }: Connected['other']['target']): { readonly href?: string } {
  return Object.hasOwn(recordAddresses, noun) ? { href: recordAddress(noun as AddressedNoun, id, within) } : {};
}
