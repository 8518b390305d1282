import type { PublishedAuthority, PublishedNoun } from '../../domain/published/index.ts';
import type { CalendarEntry } from '../../kernel/calendar-entry.ts';
import type { Language, Localized } from '../../kernel/language.ts';
import type { Runtime } from '../../kernel/runtime.ts';
import type { TagTone } from '../components/tag/tag.ts';
import type { Ui } from '../contracts.ts';
import type { PortalTexts } from './portal-texts.ts';

/** What looks at what is published, and nothing else: the connections behind it can reach no other table. */
export type PublicReader = Parameters<typeof import('../../domain/published/index.ts').listAuthorities>[0];

/**
 * What the open portal is handed when it is wired. There is no database, no session and no account among it, so that no page of the portal can
 * show anything but what was published, whatever it is asked.
 */
export type PortalServices = {
  readonly runtime: Runtime;
  readonly readPublic: <T>(run: (r: PublicReader) => Promise<T>) => Promise<T>;
  /** The bytes of a published file by the hash of its content. */
  readonly readFile: (sha256: string) => Promise<Uint8Array>;
  /** The address under which readers reach us, for feeds, stable addresses and open data. */
  readonly publicUrl: string;
  /** What the codes of states and statuses are called. The tables belong to their nouns, which the portal does not know. */
  readonly codes: PortalCodes;
  readonly writeCalendar: (entries: readonly CalendarEntry[], name?: string) => Uint8Array;
  /** What a visitor may ask the authority for. */
  readonly asks: PortalAsks;
};

/** The name of a code, and how it feels. */
export type CodeLabel = Localized & { readonly tone: TagTone };
export type PortalCodes = Readonly<Partial<Record<PublishedNoun, Readonly<Record<string, CodeLabel>>>>>;

/** The few things that a visitor's form does. Each is a verb of the register that is handed in; a form reaches that verb and nothing else. */
export type PortalAsks = {
  /** Sends a letter with a link to an address, which subscribes when the link is followed. */
  readonly subscribe: (tenantId: string, wish: SubscriptionWish) => Promise<void>;
  readonly confirm: (tenantId: string, token: string) => Promise<boolean>;
  readonly unsubscribe: (tenantId: string, token: string) => Promise<boolean>;
  /** Orders an accessible copy; answers with the reference under which the order is kept. */
  readonly orderCopy: (tenantId: string, order: CopyWish) => Promise<string>;
};

export type SubscriptionWish = {
  readonly address: string;
  readonly language: Language;
  readonly noun?: PublishedNoun | undefined;
  readonly bodyId?: string | undefined;
  readonly words?: string | undefined;
};

export type CopyWish = {
  readonly noun: PublishedNoun;
  readonly recordId: string;
  readonly title: string;
  readonly bodyId: string | null;
  readonly fileName?: string | undefined;
  readonly wish: string;
  readonly replyTo?: string | undefined;
};

/** What is the same for every page of the portals of an installation. */
export type PortalSite = { readonly version: string; readonly demo: boolean };

/** What a page of the portal knows of the call: language, address, the authority whose portal it is, and nothing of who asks. */
export type PortalContext = Ui & {
  readonly p: PortalTexts;
  readonly services: PortalServices;
  readonly site: PortalSite;
  readonly url: URL;
  readonly path: string;
  /** The kinds of answer that the caller understands, as its program said. */
  readonly accept: string;
  /** A path of the portal in the language that was chosen in the address, so that the choice is kept without a cookie. */
  readonly to: (path: string, language?: Language) => string;
  /** The same path as a whole address, for what leaves the portal: feeds, share cards, open data. */
  readonly absolute: (path: string) => string;
  readonly authority: PublishedAuthority | undefined;
  /** What was counted of all that the authority has published: counted again when something was published, not for each reader. */
  readonly remember: <T>(name: string, count: (r: PublicReader) => Promise<T>) => Promise<T>;
};
