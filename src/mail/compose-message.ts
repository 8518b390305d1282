import type { SendMailOptions } from 'nodemailer';
import type { Letter } from './letter.ts';
import type { MailAddress } from './mail-setting.ts';

/**
 * A letter as nodemailer sends it. Names and subjects come from people: line ends in them are made spaces, so that nothing a person wrote can begin a
 * header of its own. The message id is made from the letter's id and stays the same at each attempt.
 */
export function composeMessage(letter: Letter, from: MailAddress, date: Date): SendMailOptions {
  return {
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(letter.to.name), address: safeAddress(letter.to.address) },
    subject: oneLine(letter.subject),
    text: letter.text,
    ...(letter.html !== undefined && { html: letter.html }),
    date,
    messageId: `<${letter.id}@${domainOf(from.address)}>`,
    // A machine writes it: those who are away shall not answer (RFC 3834).
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(letter.unsubscribe && {
        'List-Unsubscribe': `<${oneLine(letter.unsubscribe)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: (letter.attachments ?? []).map(({ fileName, contentType, bytes }) => ({
      filename: fileName,
      contentType,
      content: Buffer.from(bytes),
    })),
  };
}

/** A text as it may stand in a header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** One address and nothing else; what could name several, or a header, is refused. */
function safeAddress(address: string): string {
  if (/^[^\s@<>",;:\p{Cc}]+@[^\s@<>",;:\p{Cc}]+$/u.test(address)) return address;
  throw new Error('The letter has an address that is none. Correct the address of its receiver, and send it again.');
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
