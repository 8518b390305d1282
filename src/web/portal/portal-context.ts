import type { PublishedAuthority } from '../../domain/published/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Runtime } from '../../kernel/runtime.ts';
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
};
