import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { composeMessage } from './compose-message.ts';
import type { CarryLetter } from './letter.ts';
import type { MailServer, MailSetting } from './mail-setting.ts';

/** What carries letters away, until it is closed. */
export type Carrier = { readonly carry: CarryLetter; readonly close: () => void };

/** Opens the carrier that the setting names. Nothing is asked of a mail server before the first letter. */
export function openCarrier(setting: MailSetting, now: () => Date): Carrier {
  return setting.kind === 'smtp' ? openServer(setting, now) : openFolder(setting, now);
}

/** Shorter than a relay's lease of a message, so that nobody else takes up a letter while a slow server is still being waited for. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

function openServer({ server, from }: MailSetting & { readonly kind: 'smtp' }, now: () => Date): Carrier {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    ...tlsOf(server),
    ...(server.login && { auth: { user: server.login.user, pass: server.login.password } }),
    ...timeouts,
  });
  return {
    carry: async (letter) => {
      const { rejected } = await transport.sendMail(composeMessage(letter, from, now()));
      if (rejected.length > 0) throw new Error('The mail server refused the receiver of the letter.');
    },
    close: () => transport.close(),
  };
}

/** A password or a name is never sent in the open: without TLS only where it was asked for by name. */
function tlsOf({ tls }: MailServer) {
  if (tls === 'implicit') return { secure: true };
  return tls === 'required' ? { secure: false, requireTLS: true } : { secure: false, ignoreTLS: true };
}

/** Each letter is a file `<id>.eml`; sent again it replaces itself. Every mail program opens one. */
function openFolder({ folder, from }: MailSetting & { readonly kind: 'folder' }, now: () => Date): Carrier {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    carry: async (letter) => {
      const { message } = await writer.sendMail(composeMessage(letter, from, now()));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${letter.id.replace(/[^\w-]/g, '')}.eml`);
      const file = await open(`${path}.part`, 'w', 0o600);
      try {
        await file.writeFile(message as Buffer);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
    },
    close: () => {},
  };
}
