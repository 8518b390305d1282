/** Where letters go: to a mail server, or into a folder of files on a machine without one. */
export type MailSetting =
  | { readonly kind: 'folder'; readonly folder: string; readonly from: MailAddress }
  | { readonly kind: 'smtp'; readonly server: MailServer; readonly from: MailAddress };

/** Somebody who sends or gets letters. */
export type MailAddress = { readonly name: string; readonly address: string };

/** A mail server, as `KANSLI_SMTP` names it. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** `implicit` from the first byte (smtps://), `required` by STARTTLS (smtp://), `none` on this machine alone or where it is asked for by name. */
  readonly tls: 'implicit' | 'required' | 'none';
  readonly login: { readonly user: string; readonly password: string } | undefined;
};
