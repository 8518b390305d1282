import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { readConfig } from '../../src/config.ts';
import { composeMessage } from '../../src/mail/compose-message.ts';
import type { Letter } from '../../src/mail/letter.ts';
import type { MailServer } from '../../src/mail/mail-setting.ts';
import { openCarrier } from '../../src/mail/open-carrier.ts';

const from = { name: 'Kansliet i Fjällmark', address: 'kansli@example.se' };
const now = () => new Date('2026-03-02T09:00:00Z');
const letter: Letter = {
  id: '00000000-0000-4000-8000-000000000001',
  to: { name: 'Åsa Öberg', address: 'asa@example.se' },
  subject: 'Kallelse: Nämnden för närsjukvård',
  text: 'Hej Åsa!\n\nDu kallas. Svara här:\nhttps://kansli.example.se/svar/abc\n\n.\nHälsningar\n',
};

const folder = mkdtempSync(join(tmpdir(), 'kansli-post-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A mail server that keeps what it gets. */
async function openServer(options: SMTPServerOptions = {}) {
  const got: { readonly text: string; readonly to: readonly string[] }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        got.push({
          text: Buffer.concat(chunks).toString('utf8'),
          to: session.envelope.rcptTo.map(({ address }) => address),
        });
        callback();
      });
    },
    ...options,
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((done) => server.close(done));
  return { got, port, close };
}

function carrierTo(port: number, more: Partial<MailServer> = {}) {
  const server: MailServer = { host: '127.0.0.1', port, tls: 'none', login: undefined, ...more };
  return openCarrier({ kind: 'smtp', server, from }, now);
}

/** A header of a message, unfolded and decoded. */
function header(message: string, name: string): string {
  const head = message.slice(0, message.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const row = head.split('\r\n').find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? '';
  return row
    .slice(name.length + 1)
    .trim()
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : unquote(text.replaceAll('_', ' ')),
    );
}

function unquote(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

test('a mail server gets the letter with its letters right, to its receiver alone', async () => {
  const server = await openServer();
  const carrier = carrierTo(server.port);
  await carrier.carry(letter);
  await carrier.carry(letter);
  carrier.close();
  await server.close();
  const [first, second] = server.got;
  assert.deepEqual(first?.to, ['asa@example.se']);
  assert.equal(header(first!.text, 'Subject'), letter.subject);
  assert.match(header(first!.text, 'To'), /Åsa Öberg.*<asa@example\.se>/);
  assert.equal(header(first!.text, 'Auto-Submitted'), 'auto-generated');
  const body = unquote(first!.text.slice(first!.text.indexOf('\r\n\r\n') + 4));
  assert.equal(body.replaceAll('\r\n', '\n').trim(), letter.text.trim());
  assert.equal(header(first!.text, 'Message-ID'), `<${letter.id}@example.se>`);
  assert.equal(header(second!.text, 'Message-ID'), header(first!.text, 'Message-ID'), 'the same at each attempt');
});

test('a server that must have TLS and has none gets neither letter nor password', async () => {
  const server = await openServer({ onAuth: (_auth, _session, callback) => callback(null, { user: 'x' }) });
  const login = { user: 'kansli', password: 'hemligt lösenord' };
  const carrier = carrierTo(server.port, { tls: 'required', login });
  const error = await carrier.carry(letter).then(
    () => undefined,
    (reason: Error) => reason,
  );
  carrier.close();
  await server.close();
  assert.ok(error, 'the letter is not sent');
  assert.deepEqual(server.got, []);
  assert.equal(`${error.stack}`.includes(login.password), false);
});

test('a server that refuses the receiver, or the password, is heard of without the secret', async () => {
  const refusing = await openServer({
    onRcptTo: (_address, _session, callback) => callback(new Error('No such user')),
  });
  const first = carrierTo(refusing.port);
  await assert.rejects(first.carry(letter), /No such user|refused/);
  first.close();
  await refusing.close();

  const strict = await openServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, callback) => callback(new Error('Wrong')),
  });
  const password = 'hemligt lösenord';
  const second = carrierTo(strict.port, { login: { user: 'kansli', password } });
  await assert.rejects(
    second.carry(letter),
    (error: Error) => !`${error.stack}${JSON.stringify(error)}`.includes(password),
  );
  second.close();
  await strict.close();
});

test('without a server letters are files that only their owner reads; sent again they replace themselves', async () => {
  const { carry } = openCarrier({ kind: 'folder', folder: join(folder, 'post'), from }, now);
  await carry(letter);
  await carry({
    ...letter,
    attachments: [{ fileName: 'sammanträde.ics', contentType: 'text/calendar', bytes: new Uint8Array([65]) }],
  });
  assert.deepEqual(readdirSync(join(folder, 'post')), [`${letter.id}.eml`]);
  const path = join(folder, 'post', `${letter.id}.eml`);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.equal(header(readFileSync(path, 'utf8'), 'Subject'), letter.subject);
  assert.match(readFileSync(path, 'utf8'), /text\/calendar/);
});

test('no name and no subject becomes a header of its own', async () => {
  const { carry } = openCarrier({ kind: 'folder', folder: join(folder, 'fuzz'), from }, now);
  const nasty = fc
    .string({ unit: 'binary', maxLength: 40 })
    .map((text) => `${text}\r\nBcc: evil@example.se\n\nX-Evil: ${text}`);
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (name, subject) => {
      await carry({ ...letter, to: { name, address: letter.to.address }, subject });
      const message = readFileSync(join(folder, 'fuzz', `${letter.id}.eml`), 'utf8');
      const head = message.slice(0, message.indexOf('\r\n\r\n'));
      assert.doesNotMatch(head, /^(Bcc|X-Evil):/im);
      assert.equal(head.match(/^To:/gim)?.length, 1);
    }),
    { numRuns: 150 },
  );
});

test('an address that could name several, or begin a header, is refused before anything is sent', () => {
  for (const address of [
    'a@b.se, c@d.se',
    'a@b.se\r\nBcc: c@d.se',
    'a@b.se>',
    'ingen',
    '"a@b.se" <c@d.se>',
    'a b@c.se',
  ])
    assert.throws(() => composeMessage({ ...letter, to: { name: 'X', address } }, from, now()), /address that is none/);
});

test('the mail setting says which variable is wrong, and never prints it', () => {
  const mail = (env: Record<string, string>) => readConfig({ KANSLI_DATA: '/srv/kansli', ...env }).mail;
  const sender = { KANSLI_MAIL_FROM: 'Regionens kansli <kansli@example.se>' };
  assert.deepEqual(mail({}), {
    kind: 'folder',
    folder: '/srv/kansli/post',
    from: { name: 'Kansli', address: 'kansli@localhost' },
  });
  assert.deepEqual(mail({ ...sender, KANSLI_SMTP: 'smtp://k%40x:p%C3%A5ss@mail.example.se' }), {
    kind: 'smtp',
    server: { host: 'mail.example.se', port: 587, tls: 'required', login: { user: 'k@x', password: 'påss' } },
    from: { name: 'Regionens kansli', address: 'kansli@example.se' },
  });
  const tls = (KANSLI_SMTP: string) => {
    const setting = mail({ ...sender, KANSLI_SMTP });
    return setting.kind === 'smtp' ? [setting.server.tls, setting.server.port] : [];
  };
  assert.deepEqual(tls('smtps://mail.example.se'), ['implicit', 465]);
  assert.deepEqual(tls('smtp://localhost:2525'), ['none', 2525]);
  assert.deepEqual(tls('smtp://mail.example.se:25?tls=none'), ['none', 25]);
  assert.throws(() => mail({ KANSLI_SMTP: 'smtp://mail.example.se' }), /KANSLI_MAIL_FROM/);
  for (const wrong of ['http://user:hemligt@x', 'mail.example.se', 'smtp://user:hemligt@x?tls=maybe'])
    assert.throws(
      () => mail({ ...sender, KANSLI_SMTP: wrong }),
      (error: Error) => error.message.includes('KANSLI_SMTP') && !error.message.includes('hemligt@'),
    );
});
