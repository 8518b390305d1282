import { join, resolve } from 'node:path';
import type { MailAddress, MailServer, MailSetting } from './mail/mail-setting.ts';

/** What the environment decides. Every value has a default that works on a fresh machine. */
export type Config = {
  /** Port of the web (`PORT`, for example 3000). */
  readonly port: number;
  /** Address to listen on (`HOST`); loopback unless told, because the first start has demonstration logins. */
  readonly host: string;
  /** Folder for database and files (`KANSLI_DATA`, for example /srv/kansli). */
  readonly dataFolder: string;
  /** A PostgreSQL server to use instead of the embedded one (`DATABASE_URL`, postgres://user:password@host/name). */
  readonly databaseUrl: string | undefined;
  /** The address that people use, for links in documents (`KANSLI_URL`, for example https://kansli.example.se). */
  readonly publicUrl: string;
  /** The same when it was given: behind a proxy that ends TLS, forms and cookies must know it. Without it the request's own address counts. */
  readonly proxyUrl: string | undefined;
  /** Bytes of the largest file that can be handed in and read (`KANSLI_MAX_FILE_MB`, in megabytes). */
  readonly largestFile: number;
  /**
   * Where letters go: to a mail server (`KANSLI_SMTP`, smtp://user:password@mail.example.se, with the sender in `KANSLI_MAIL_FROM`), else as files into
   * the folder `post` beside the database.
   */
  readonly mail: MailSetting;
  /**
   * Where everybody reads the notice board when another web server shows its files (`KANSLI_BOARD_URL`, https://anslagstavla.example.se): it is then read
   * back there too, each minute.
   */
  readonly boardUrl: string | undefined;
  /** Where key figures are fetched when somebody asks for it (`KANSLI_KOLADA_URL`, https://api.kolada.se/v3); without it nothing ever is. */
  readonly koladaUrl: string | undefined;
  /** A folder with published schemas that packages for an archive are checked by (`KANSLI_SCHEMAS`, for example /srv/kansli/scheman). */
  readonly schemaFolder: string | undefined;
  /** The secret of the installation, when it does not lie in the data folder (`KANSLI_SECRET`, 32 bytes in base64). */
  readonly secret: string | undefined;
  /** The file that says where people identify themselves (`KANSLI_OIDC`, for example /srv/kansli/oidc.json). */
  readonly identityFile: string | undefined;
  /** Whether accounts with a password need a second factor (`KANSLI_SECOND_FACTOR`, required or optional). */
  readonly secondFactor: 'required' | 'optional';
  /** How many proxies of ours stand before the server and write who called them (`KANSLI_PROXY_HOPS`); 0 believes no such line. */
  readonly proxyHops: number;
  /** Name of the authority when an empty database is opened without the demonstration region (`KANSLI_TENANT`). */
  readonly tenantName: string;
  /** Whether the name was given: the demonstration then leaves it alone. */
  readonly tenantNamed: boolean;
};

/** Reads the configuration; throws with the variable, the shape it should have and an example when a value cannot be used. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = portFrom(env.PORT);
  const host = env.HOST || '127.0.0.1';
  const dataFolder = resolve(env.KANSLI_DATA || 'data');
  const proxyUrl = urlFrom('KANSLI_URL', env.KANSLI_URL, ['http:', 'https:'], 'https://kansli.example.se');
  return {
    port,
    host,
    dataFolder,
    databaseUrl: urlFrom(
      'DATABASE_URL',
      env.DATABASE_URL,
      ['postgres:', 'postgresql:'],
      'postgres://kansli:hemligt@localhost/kansli',
    ),
    publicUrl: proxyUrl ?? `http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    proxyUrl,
    largestFile: megabytesFrom(env.KANSLI_MAX_FILE_MB) * 1_000_000,
    mail: mailFrom(env.KANSLI_SMTP, env.KANSLI_MAIL_FROM, dataFolder),
    boardUrl: urlFrom('KANSLI_BOARD_URL', env.KANSLI_BOARD_URL, ['https:', 'http:'], 'https://anslagstavla.example.se'),
    koladaUrl: urlFrom('KANSLI_KOLADA_URL', env.KANSLI_KOLADA_URL, ['https:', 'http:'], 'https://api.kolada.se/v3'),
    schemaFolder: env.KANSLI_SCHEMAS ? resolve(env.KANSLI_SCHEMAS) : undefined,
    secret: env.KANSLI_SECRET || undefined,
    identityFile: env.KANSLI_OIDC ? resolve(env.KANSLI_OIDC) : undefined,
    secondFactor: secondFactorFrom(env.KANSLI_SECOND_FACTOR),
    proxyHops: proxyHopsFrom(env.KANSLI_PROXY_HOPS),
    tenantName: env.KANSLI_TENANT?.trim() || 'Regionen',
    tenantNamed: Boolean(env.KANSLI_TENANT?.trim()),
  };
}

function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT ska vara ett heltal mellan 0 och 65535, till exempel 3000. Nu är det ”${text}”.`);
}

function megabytesFrom(text: string | undefined): number {
  if (!text) return 50;
  const megabytes = Number(text);
  if (Number.isInteger(megabytes) && megabytes >= 1 && megabytes <= 100) return megabytes;
  throw new Error(`KANSLI_MAX_FILE_MB ska vara ett heltal mellan 1 och 100, till exempel 50. Nu är det ”${text}”.`);
}

function secondFactorFrom(text: string | undefined): 'required' | 'optional' {
  if (!text) return 'optional';
  if (text === 'required' || text === 'optional') return text;
  throw new Error(`KANSLI_SECOND_FACTOR ska vara required eller optional. Nu är det ”${text}”.`);
}

function proxyHopsFrom(text: string | undefined): number {
  if (!text) return 0;
  const hops = Number(text);
  if (Number.isInteger(hops) && hops >= 0 && hops <= 5) return hops;
  throw new Error(`KANSLI_PROXY_HOPS ska vara ett heltal mellan 0 och 5, till exempel 1. Nu är det ”${text}”.`);
}

function urlFrom(
  name: string,
  text: string | undefined,
  protocols: readonly string[],
  example: string,
): string | undefined {
  if (!text) return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text.replace(/\/$/, '');
  throw new Error(`${name} ska vara en adress som ${example}. Värdet som angavs går inte att läsa.`);
}

function mailFrom(server: string | undefined, sender: string | undefined, dataFolder: string): MailSetting {
  const from = senderFrom(sender);
  if (!server)
    return {
      kind: 'folder',
      folder: join(dataFolder, 'post'),
      from: from ?? { name: 'Kansli', address: 'kansli@localhost' },
    };
  if (!from)
    throw new Error(
      'KANSLI_SMTP behöver en avsändare i KANSLI_MAIL_FROM, till exempel Regionens kansli <kansli@example.se>.',
    );
  return { kind: 'smtp', server: mailServerFrom(server), from };
}

/** A name and an address, or the address alone. */
function senderFrom(text: string | undefined): MailAddress | undefined {
  if (!text?.trim()) return undefined;
  const [, name, inBrackets, bare] =
    /^(?:"?([^"<>\r\n]*?)"?\s*<([^<>\s@]+@[^<>\s@]+)>|([^<>\s@]+@[^<>\s@]+))$/.exec(text.trim()) ?? [];
  const address = inBrackets ?? bare;
  if (address) return { name: name?.trim() || 'Kansli', address };
  throw new Error('KANSLI_MAIL_FROM ska vara en avsändare, till exempel Regionens kansli <kansli@example.se>.');
}

const ownMachine = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a host is this machine, where nothing travels that somebody could read on the way. */
export function isOwnMachine(host: string): boolean {
  return ownMachine.includes(host);
}

/** The parts of a mail server's address. A wrong one is never printed: it may hold a password. */
function mailServerFrom(text: string): MailServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const openly = url?.search === '?tls=none';
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname || (url.search && !openly))
    throw new Error(
      'KANSLI_SMTP ska vara en adress som smtp://användare:lösenord@mail.example.se, smtps:// för TLS från början, eller smtp://mail.example.se?tls=none för en server utan TLS. Värdet som angavs går inte att läsa.',
    );
  const implicit = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (implicit ? 465 : 587),
    tls: implicit ? 'implicit' : openly || ownMachine.includes(url.hostname) ? 'none' : 'required',
    login: url.username
      ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
      : undefined,
  };
}
