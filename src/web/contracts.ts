import type { PublishedSchemas } from '../documents/in/archive/published-schemas.ts';
import type { PackageMaker } from '../documents/out/index.ts';
import type {
  Action,
  Actor,
  findSession,
  IdentityProvider,
  Session,
  SessionFacts,
  SignInRules,
  signInDelay,
} from '../domain/access/index.ts';
import type { KoladaAsk } from '../domain/indicators/index.ts';
import type { SignatureService } from '../domain/minutes/index.ts';
import type { HandedHead, WitnessAnswer } from '../domain/witnessing/index.ts';
import type { Authorized } from '../kernel/authorized.ts';
import type { CalendarEntry } from '../kernel/calendar-entry.ts';
import type { Language } from '../kernel/language.ts';
import type { Problem } from '../kernel/problem.ts';
import type { Runtime } from '../kernel/runtime.ts';
import type { Format } from './format.ts';
import type { Html } from './html.ts';
import type { BoardManifest } from './static-board/board-files.ts';
import type { Texts } from './texts/index.ts';

/**
 * What the web is handed by `main.ts` and hands on to every page. The pages reach data only through the domain's verbs and readers, which
 * take these services and the `Authorized` of the request.
 */
export type Services = {
  readonly runtime: Runtime;
  readonly db: Database;
  /** Where the bytes of handed-in files are kept, by their SHA-256. */
  readonly blobs: ByteStore;
  /** Draws a page of a file that was handed in, or finds it drawn; refuses what has no such page. */
  readonly drawPage: (
    file: { readonly sha256: string; readonly fileName: string },
    page: number,
  ) => Promise<Uint8Array>;
  /** Makes the papers of a meeting into one file, or says how far that has come. */
  readonly askPackage: PackageMaker;
  /** The address under which readers reach us, for links in documents that leave the house. */
  readonly publicUrl: string;
  /** Reads what is published, for anybody at all: the notice board of the authority of whoever has signed in, and of the site for all others. */
  readonly readPublished: <T>(
    visitor: Pick<Actor, 'tenantId'> | undefined,
    run: (r: Reader) => Promise<T>,
  ) => Promise<T>;
  /** How people come in: the rules of the installation, and the services for electronic identities that it has a contract with. */
  readonly signIn: SignInSetup;
  /** The files of the notice boards, which stand when the database does not answer. */
  readonly boards?: BoardReader;
  /** Receives a head of somebody else's log as the witness of that name, and signs it if it contradicts nothing that was seen. */
  readonly receiveHead?: ((witnessSlug: string, head: HandedHead) => Promise<WitnessAnswer>) | undefined;
  /** Makes signatures under minutes: the house's own, or a service that the authority has a contract with. */
  readonly signatures: SignatureService;
  /** Reads the published schemas that packages for an archive are checked by; not there where the installation has no folder of them. */
  readonly archiveSchemas?: (() => Promise<PublishedSchemas>) | undefined;
  /** Fetches key figures of Kolada as a file; not there where the installation has no address for it. */
  readonly fetchKolada?: ((ask: KoladaAsk) => Promise<Uint8Array>) | undefined;
  /** Writes entries as an iCalendar file, with the pages of the entries below the address of the service. */
  readonly writeCalendar: (entries: readonly CalendarEntry[], name?: string) => Uint8Array;
};

/** The boards as files: what was written, signed by this installation, read as any visitor would. */
export type BoardReader = {
  /** The folder of the board of the authority whose installation this is. */
  readonly home: string;
  readonly read: (slug: string, name: string) => Promise<Uint8Array | undefined>;
  readonly list: (slug: string) => Promise<BoardManifest | undefined>;
};

/** Everything that signing in asks of the installation. */
export type SignInSetup = SignInRules & {
  /** The authority whose accounts the services open. */
  readonly tenantId: string;
  readonly providers: readonly IdentityProvider[];
  /** The public keys with which the services know us (a JSON Web Key Set). */
  readonly publicKeys: readonly Readonly<Record<string, unknown>>[];
  readonly delay: ReturnType<typeof signInDelay>;
  /** Waits before a password is looked at; tests hand in one that does not. */
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** Keeps and gives bytes by the hash of their content. */
export type ByteStore = {
  readonly put: (bytes: Uint8Array) => Promise<string>;
  readonly get: (hash: string) => Promise<Uint8Array>;
};

/** The database as the doors of the domain ask for it. The web hands it on and never looks into it; storage is not its room. */
export type Database = Parameters<typeof findSession>[0];

/** What `db.read` hands to the domain's readers: the web passes it on, so that a page can ask several readers about one moment. */
export type Reader = Parameters<Parameters<Database['read']>[1]>[0];

/** The web's view of sessions: who is behind the token of a cookie. `domain/access` keeps the tokens; the web only carries them. */
export type SessionDoor = {
  readonly find: (token: string) => Promise<Session | undefined>;
  /** Ends the session on the server, so that a copied cookie opens nothing either. */
  readonly end: (token: string) => Promise<void>;
};

/** Who may come in. `public`: anyone; `signedIn`: anyone with an account; otherwise the action that must be allowed. */
export type Policy = Action | 'public' | 'signedIn';

/** What the policy has proved when the handler starts: for an action the `Authorized` that readers and writers ask for. */
export type ProofOf<P extends Policy> = P extends Action ? Authorized<P> : undefined;
export type ActorOf<P extends Policy> = P extends 'public' ? Actor | undefined : Actor;

/** Language, texts and number formats: what a component needs in order to speak. */
export type Ui = { readonly language: Language; readonly t: Texts; readonly format: Format };

/** What the reader typed and what is wrong with it; the same form is drawn from it the first time and again after an error. */
export type FormState = {
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly problems: readonly Problem[];
  /** The record as it is saved now, when someone else changed it meanwhile (`record.changedMeanwhile`). */
  readonly conflict?: unknown;
};

/** A form that nobody has touched yet, filled with what is saved. */
export function freshForm(values: FormState['values'] = {}): FormState {
  return { values, problems: [] };
}

/** What stays the same for every page of one request. */
export type RequestContext = Ui & {
  readonly services: Services;
  readonly actor: Actor | undefined;
  /** What the session stands on: when and how somebody showed who they are. */
  readonly session: SessionFacts | undefined;
  /** The browser in words, for the list of sessions. */
  readonly device: string;
  /** The sign-in that this browser is in the middle of. */
  readonly pendingSignIn: string | undefined;
  /** The origin under which browsers see us. */
  readonly origin: string;
  readonly requestId: string;
  readonly path: string;
  /** The address with its query, for links that come back here. */
  readonly url: URL;
  /** The hidden field that proves that a form came from our own page; every POST form carries it. */
  readonly csrfField: () => Html;
  /** A new key for a form: the same form sent twice is written once. */
  readonly newIdempotencyKey: () => string;
  /** The codes of the polls that this browser remembers to have answered. */
  readonly answeredPolls: readonly string[];
};

/** The tone of a message: what happened, what went well, what needs care. */
export const tones = ['info', 'success', 'warning', 'danger'] as const;
export type Tone = (typeof tones)[number];

/** A message that is shown once, on the page that follows a redirect. */
export type Flash = { readonly tone: Tone; readonly text: string };
