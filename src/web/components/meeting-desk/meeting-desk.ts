import type { Ui } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';
import { localized } from '../../localized.ts';

const texts = localized(
  {
    offlineTitle: 'Ingen kontakt',
    offline: 'Det du skriver sparas här på datorn och skickas när kontakten är tillbaka.',
    signedOut: 'Du är utloggad. Det du skrev finns kvar här på datorn.',
    signIn: 'Logga in igen',
    waiting: 'Väntar på att skickas',
    drop: 'Ta bort ur kön',
    refused: 'Kunde inte skrivas. Läs vad som står och gör om det, eller ta bort det ur kön.',
    saved: 'Sparat',
    saving: 'Sparar …',
    unsaved: 'Inte sparat än',
    othersDid: '{who} har just arbetat i sammanträdet.',
    elsewhere: 'Din text i en annan punkt behöver ses över',
    keyPending: 'Tryck nu tecknet för personen',
    keysOff: 'Tangenterna är avstängda',
    keysOn: 'Tangenterna är på',
    theirs: '{who} har ändrat texten',
    kept: 'Din text återställdes från den här datorn.',
  },
  {
    offlineTitle: 'No connection',
    offline: 'What you write is kept on this computer and sent when the connection is back.',
    signedOut: 'You are signed out. What you wrote is still on this computer.',
    signIn: 'Sign in again',
    waiting: 'Waiting to be sent',
    drop: 'Remove from the queue',
    refused: 'Could not be written. Read what it says and do it again, or remove it from the queue.',
    saved: 'Saved',
    saving: 'Saving …',
    unsaved: 'Not saved yet',
    othersDid: '{who} has just worked in the meeting.',
    elsewhere: 'Your text in another item needs to be looked at',
    keyPending: 'Now press the sign of the person',
    keysOff: 'The keys are turned off',
    keysOn: 'The keys are turned on',
    theirs: '{who} has changed the text',
    kept: 'Your text was restored from this computer.',
  },
);

/** A key and what it does on the screen. */
export type DeskKey = { readonly keys: readonly string[]; readonly does: string };

/**
 * The screen on which a meeting is conducted: its state above, then agenda, item and presence side by side, one below the other where there is
 * little room. With script (`assets/meeting.js`) what others do appears within seconds and nothing that is written is lost with the network; each
 * part named by `data-part` is put in place anew, and the texts alone are never touched while one writes in them.
 */
export function meetingDesk(
  ui: Ui,
  options: {
    readonly head: Content;
    readonly agenda: Content;
    readonly item: Content;
    readonly texts: Content;
    readonly presence: Content;
    readonly labels: { readonly agenda: string; readonly item: string; readonly presence: string };
    /** What the script asks and remembers by. */
    readonly data: {
      readonly meeting: string;
      readonly item: string | null;
      readonly account: string;
      readonly news: string;
      readonly marker: string;
    };
  },
): Html {
  const { head, agenda, item, presence, labels, data } = options;
  return html`<div class="meeting-desk" data-desk${attributes({
    'data-meeting': data.meeting,
    'data-item': data.item,
    'data-account': data.account,
    'data-news': data.news,
    'data-marker': data.marker,
  })}>
<div class="desk-top">${deskNotes(ui)}<div class="desk-head" data-part="head">${head}</div></div>
<div class="desk-columns"><section class="desk-agenda" aria-label="${labels.agenda}" data-part="agenda">${agenda}</section>
<section class="desk-item" aria-label="${labels.item}"><div data-part="item">${item}</div><div data-part="texts">${options.texts}</div></section>
<section class="desk-presence" aria-label="${labels.presence}" data-part="presence">${presence}</section></div></div>`;
}

/** Where the script says that the connection is lost, what waits to be sent, and what others did; empty without script. */
export function deskNotes(ui: Ui): Html {
  const t = texts[ui.language];
  return html`<div class="desk-notes" data-desk-notes${attributes({ 'data-words': JSON.stringify(t) })}><div class="desk-offline" data-desk-offline role="status" hidden></div><section class="desk-queue" data-desk-queue aria-label="${t.waiting}" hidden></section><p class="desk-news" data-desk-news role="status"></p></div>`;
}

/** The line above: what the meeting is, how it stands, and the one next thing to do. */
export function deskHead(options: {
  readonly title: string;
  readonly state: Content;
  readonly facts: Content;
  readonly acts: Content;
  readonly saved: string;
  /** Where it does not stand above a page of its own, as among the examples. */
  readonly within?: boolean;
}): Html {
  const { title, state, facts, acts, saved, within } = options;
  const heading = within ? html`<h4>${title}</h4>` : html`<h1>${title}</h1>`;
  return html`<div class="desk-head-what">${heading}<p class="desk-head-facts">${state}${facts}</p></div><p class="desk-saved" data-desk-saved>${saved}</p><div class="desk-head-acts">${acts}</div>`;
}

/** The keys of the screen, folded away until asked for, with the way to turn them off (WCAG 2.1.4). */
export function deskKeys(options: {
  readonly title: string;
  readonly lead: string;
  readonly keys: readonly DeskKey[];
  readonly turnOff: string;
}): Html {
  const { title, lead, keys, turnOff } = options;
  return html`<details class="help desk-keys" id="tangenter" data-desk-keys><summary>${title} <kbd aria-hidden="true">?</kbd></summary><div class="help-body"><p>${lead}</p><p class="choice" data-keys-switch hidden><input type="checkbox" class="ds-input" id="tangenter-av"><label for="tangenter-av">${turnOff}</label></p><dl>${keys.map(
    (one) =>
      html`<div><dt>${one.keys.map((key, index) => html`${index > 0 ? ' ' : ''}<kbd>${key}</kbd>`)}</dt><dd>${one.does}</dd></div>`,
  )}</dl></div></details>`;
}

/** Something that can be done with an item, folded until it is wanted; the key opens it and puts the focus in its first field. */
export function deskAct(options: {
  readonly id: string;
  readonly title: string;
  readonly shortcut?: string;
  readonly body: Content;
  readonly open?: boolean;
}): Html {
  const { id, title, shortcut, body, open } = options;
  return html`<details class="desk-act"${attributes({ id, open, 'data-key-open': shortcut })}><summary${attributes({ 'aria-keyshortcuts': shortcut })}><span>${title}</span>${shortcut ? html` <kbd aria-hidden="true">${shortcut.toUpperCase()}</kbd>` : null}</summary><div class="desk-act-body">${body}</div></details>`;
}

/** The things that can be done with an item, side by side. */
export function deskActs(label: string, acts: Content): Html {
  return html`<div class="desk-acts" role="group" aria-label="${label}">${acts}</div>`;
}
