import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import packageJson from '../package.json' with { type: 'json' };
import { type Call, type ExitCode, exitCodes } from './cli/command.ts';
import { type Context, createContext } from './context.ts';
import { demoLogins, demoTenantName, isDemo, loadDemo } from './demo/index.ts';
import { openSchemaFolder } from './documents/in/archive/schema-folder.ts';
import {
  authorize,
  authorizePublished,
  confirmPassword,
  findSession,
  findTokenActor,
  hasAccounts,
  keyringOf,
  roles,
  signInDelay,
  signOut,
} from './domain/access/index.ts';
import { localSignatures } from './domain/minutes/index.ts';
import { receiveHead } from './domain/witnessing/index.ts';
import { openKolada } from './fetch-kolada.ts';
import { noIdentityProviders, readIdentityProviders } from './identity-providers.ts';
import { installationSecret } from './installation-secret.ts';
import { AppError } from './kernel/errors.ts';
import { writeCalendar } from './mail/write-calendar.ts';
import { portalOf } from './open-portal.ts';
import { readDocument } from './reading.ts';
import { describeEngine } from './storage/describe-engine.ts';
import { stopOnSignals } from './storage/stop-on-signals.ts';
import { listTenants } from './storage/tenant.ts';
import { apiApp } from './web/api/api-app.ts';
import { webApp } from './web/app.ts';
import type { Services, SignInSetup } from './web/contracts.ts';
import { callerAddress } from './web/pipeline/caller-address.ts';
import { frontDoor } from './web/portal/front-door.ts';
import { allRoutes } from './web/routes.ts';

/** Milliseconds that answers under way are given when the process is told to stop: below the ten seconds after which most supervisors kill. */
const longestAnswer = 8_000;

/** Starts the database, the background work and the web, and ends them in the opposite order when the process is told to stop. */
export async function runServe(call: Call): Promise<ExitCode> {
  const wantsDemo = call.flag('demo');
  const config = wantsDemo && !call.config.tenantNamed ? { ...call.config, tenantName: demoTenantName } : call.config;
  const context = await createContext(config, { mode: 'own', onNotice: call.note, work: true });
  call.note(await describeEngine(context.db));
  if (wantsDemo && (await loadDemo({ ...context, readDocument })))
    call.note(`${demoTenantName}: tre års exempeldata är inlästa.`);
  const demo = await isDemo(context);
  for (const remark of await remarksOn(context, demo)) call.note(remark);

  const server = createAdaptorServer({
    fetch: webOf(context, {
      demo,
      development: call.flag('dev') || demo,
      signIn: signInOf(context, call.note),
      securityLog: call.note,
    }).fetch,
  });
  server.listen(config.port, config.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    await context.close();
    const { host, port } = config;
    throw new AppError('serve.portTaken', { host, port, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
  stopOnSignals(async () => {
    const answered = once(server, 'close');
    server.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    // Who is being answered gets the answer whole; who holds a connection open without asking is not waited for.
    await Promise.race([answered, sleep(longestAnswer)]);
    await context.close();
  });
  const { port } = server.address() as AddressInfo;
  call.print(welcome(config.publicUrl.replace(`:${config.port}`, `:${port}`), demo));
  await once(server, 'close');
  return exitCodes.done;
}

/** What the operator should know about who can come in: nobody yet, or a demonstration whose loading was interrupted. */
async function remarksOn({ db, operator, tenant, config }: Context, demo: boolean): Promise<readonly string[]> {
  if (demo || (await db.read(authorize(operator, 'account.administer'), hasAccounts))) return [];
  if (tenant.name === demoTenantName)
    return [
      `Exempelregionen lästes inte in till slut. Ta bort mappen ${config.dataFolder} och starta igen.`,
      `The demonstration region was not loaded to its end. Remove the folder ${config.dataFolder} and start again.`,
    ];
  const command = 'npx kansli account LOGIN --name NAMN --role committeeSecretary';
  return [`Ingen kan logga in än. Skapa ett konto: ${command}`, `Nobody can sign in yet. Make an account: ${command}`];
}

/** How the web stands: with the demonstration, with the rooms of development, and how people come in when it is not as in a trial. */
export type WebOfOptions = {
  readonly demo: boolean;
  readonly development: boolean;
  readonly signIn?: SignInSetup;
  /** Where lines about who came in and who was refused go. */
  readonly securityLog?: (line: string) => void;
};

/** The web on an open context; `test/support` uses it too, so that tests meet the product as it is wired. */
export function webOf(context: Context, options: WebOfOptions): ReturnType<typeof webApp> {
  const { services, routes, house } = houseOf(context, options);
  const findActor = (token: string) => findTokenActor(context.db, token);
  const { securityLog = () => {} } = options;
  const api = apiApp({ services, routes, version: packageJson.version, findActor, securityLog });
  return frontDoor(portalOf(context, options), house, api, (c) => callerAddress(c, context.config.proxyHops));
}

function houseOf(context: Context, options: WebOfOptions) {
  const { runtime, db, blobs, drawPage, askPackage, config, boards, tenant } = context;
  const signIn = options.signIn ?? trialSignIn(db, tenant.id);
  const services: Services = {
    runtime,
    db,
    blobs,
    drawPage,
    askPackage,
    boards: { home: tenant.slug, read: boards.read, list: boards.list },
    publicUrl: config.publicUrl,
    archiveSchemas: schemasIn(config.schemaFolder),
    fetchKolada: openKolada(config.koladaUrl),
    receiveHead: async (slug, head) => {
      const witness = (await listTenants(db)).find((one) => one.slug === slug);
      return witness ? await receiveHead(db, context.signer, witness.id, head) : { refusal: 'unknownLog' };
    },
    ...openServices(db, context.tenant.id, config.publicUrl, signIn),
  };
  const routes = allRoutes({
    development: options.development,
    demoLogins: options.demo ? demoLogins : [],
    authority: context.tenant.name,
  });
  const house = webApp({
    services,
    sessions: { find: (token) => findSession(db, token, signIn.policy), end: (token) => signOut(db, token) },
    site: { name: context.tenant.name, tenantId: context.tenant.id, version: packageJson.version, demo: options.demo },
    routes,
    publicUrl: config.proxyUrl,
    proxyHops: config.proxyHops,
    securityLog: options.securityLog ?? (() => {}),
  });
  return { services, routes, house };
}

/** The published schemas of the folder that the installation names, read when a package is made. */
function schemasIn(folder: string | undefined): Services['archiveSchemas'] {
  return folder === undefined ? undefined : () => openSchemaFolder(folder);
}

/** How people come in, as the configuration says: the key of the installation, the second factor, and the services for electronic identities. */
function signInOf({ config, db, runtime, tenant }: Context, log: (line: string) => void): SignInSetup {
  const { providers, publicKeys } = readIdentityProviders(config.identityFile, log);
  return {
    keyring: keyringOf(installationSecret(config.secret, config.dataFolder, runtime), runtime),
    policy: config.secondFactor,
    tenantId: tenant.id,
    providers,
    publicKeys,
    delay: signInDelay(() => db.runtime.now().getTime()),
    wait: (milliseconds) => sleep(milliseconds),
  };
}

/** The same where nothing is kept from one start to the next: a key of this process, no services, and no waiting for whoever tests. */
function trialSignIn({ runtime }: Context['db'], tenantId: string): SignInSetup {
  return {
    keyring: keyringOf(Buffer.from(runtime.newToken(32), 'base64url'), runtime),
    policy: 'optional',
    tenantId,
    ...noIdentityProviders,
    delay: signInDelay(() => runtime.now().getTime()),
    wait: () => Promise.resolve(),
  };
}

/** What the web may do without anybody having signed in, how minutes are signed, and how calendars are written. */
export function openServices(
  db: Context['db'],
  tenantId: string,
  site: string,
  signIn: SignInSetup = trialSignIn(db, tenantId),
): Pick<Services, 'readPublished' | 'signatures' | 'writeCalendar' | 'signIn'> {
  return {
    signIn,
    readPublished: (visitor, run) => db.read(authorizePublished(visitor?.tenantId ?? tenantId), run),
    signatures: localSignatures((accountId, password) => confirmPassword(db, accountId, password)),
    writeCalendar: (entries, name) => writeCalendar({ entries, site, now: db.runtime.now(), ...(name && { name }) }),
  };
}

/** What stands in the terminal when everything is ready: the address, and in the demonstration who one can sign in as. */
function welcome(url: string, demo: boolean): string {
  const lines = ['', `Kansli är igång: ${url}`, `Kansli is running: ${url}`];
  if (!demo) return [...lines, ''].join('\n');
  const widest = Math.max(...demoLogins.map(({ login }) => login.length));
  return [
    ...lines,
    '',
    `Logga in i demonstrationen (lösenord för alla: ${demoLogins[0]?.password}):`,
    ...demoLogins.map(({ login, role }) => `  ${login.padEnd(widest)}  ${roles[role].sv} / ${roles[role].en}`),
    '',
    'Avsluta med Ctrl+C. Stop with Ctrl+C.',
    '',
  ].join('\n');
}
