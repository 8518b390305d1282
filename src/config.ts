import { resolve } from 'node:path';

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
  /** Name of the authority when an empty database is opened without the demonstration region (`KANSLI_TENANT`). */
  readonly tenantName: string;
  /** Whether the name was given: the demonstration then leaves it alone. */
  readonly tenantNamed: boolean;
};

/** Reads the configuration; throws with the variable, the shape it should have and an example when a value cannot be used. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = portFrom(env.PORT);
  const host = env.HOST || '127.0.0.1';
  const proxyUrl = urlFrom('KANSLI_URL', env.KANSLI_URL, ['http:', 'https:'], 'https://kansli.example.se');
  return {
    port,
    host,
    dataFolder: resolve(env.KANSLI_DATA || 'data'),
    databaseUrl: urlFrom(
      'DATABASE_URL',
      env.DATABASE_URL,
      ['postgres:', 'postgresql:'],
      'postgres://kansli:hemligt@localhost/kansli',
    ),
    publicUrl: proxyUrl ?? `http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    proxyUrl,
    largestFile: megabytesFrom(env.KANSLI_MAX_FILE_MB) * 1_000_000,
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
