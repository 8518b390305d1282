import type { CommandEntry } from './command.ts';

const json = {
  summary: { sv: 'skriv ett JSON-dokument på standard ut', en: 'print one JSON document on standard output' },
};

/** The commands of `kansli`, in the order in which the help lists them. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: { sv: 'starta databasen och webben', en: 'start the database and the web' },
    usage: 'kansli serve [--demo] [--dev]',
    options: {
      demo: {
        summary: {
          sv: 'läs in exempelregionen om databasen är tom',
          en: 'load the demonstration region when the database is empty',
        },
      },
      dev: { summary: { sv: 'visa utvecklingssidorna', en: 'show the development pages' } },
    },
    arguments: [0, 0],
    load: async () => (await import('../serve.ts')).runServe,
  },
  {
    name: 'read',
    summary: {
      sv: 'läs dokument utan databas och visa vad som hittas i dem',
      en: 'read documents without a database and show what is found in them',
    },
    usage: 'kansli read FILE… [--json]',
    argument: 'FILE',
    options: { json },
    arguments: [1, Number.POSITIVE_INFINITY],
    load: async () => (await import('./read.ts')).runRead,
  },
  {
    name: 'import',
    summary: { sv: 'läs in dokument som förslag att granska', en: 'import documents as proposals to review' },
    usage: 'kansli import FILE… [--confirm] [--json]',
    argument: 'FILE',
    options: {
      confirm: {
        summary: {
          sv: 'bekräfta förslagen som inte har öppna frågor',
          en: 'confirm the proposals without open questions',
        },
      },
      json,
    },
    arguments: [1, Number.POSITIVE_INFINITY],
    load: async () => (await import('./import.ts')).runImport,
  },
  {
    name: 'thread',
    summary: {
      sv: 'visa den röda tråden för ett uppdrag, till exempel 2023:4, eller för en annan post: avtal:NAMN, fråga:14, eller postens adress',
      en: 'show the red thread of an assignment, for example 2023:4, or of another record: avtal:NAME, fråga:14, or the address of the record',
    },
    usage: 'kansli thread REF [--json]',
    argument: 'REF',
    options: { json },
    arguments: [1, 1],
    load: async () => (await import('./thread.ts')).runThread,
  },
  {
    name: 'report',
    summary: {
      sv: 'skriv en berednings återrapportering för ett år',
      en: 'write the report-back of a committee for a year',
    },
    usage: 'kansli report --body NAME --year YEAR [--out FILE] [--json]',
    options: {
      body: {
        value: 'NAME',
        summary: { sv: 'organets namn, kortnamn eller annat namn', en: 'name, short name or other name of the body' },
      },
      year: { value: 'YEAR', summary: { sv: 'året som rapporten gäller', en: 'the year of the report' } },
      out: {
        value: 'FILE',
        summary: {
          sv: 'skriv till filen; ändelsen bestämmer: .pdf, .docx, .html eller .json',
          en: 'write to the file; its ending decides: .pdf, .docx, .html or .json',
        },
      },
      json,
    },
    arguments: [0, 0],
    load: async () => (await import('./report.ts')).runReport,
  },
  {
    name: 'account',
    summary: {
      sv: 'skapa ett konto med en roll och visa dess lösenord en gång',
      en: 'make an account with a role and show its password once',
    },
    usage:
      'kansli account LOGIN --name NAME --role ROLE [--body BODY] [--until DAY] [--email ADDRESS] [--phone NUMBER] [--json]',
    argument: 'LOGIN',
    options: {
      name: { value: 'NAME', summary: { sv: 'personens namn', en: 'the name of the person' } },
      role: {
        value: 'ROLE',
        summary: {
          sv: 'rollens kod, till exempel committeeSecretary',
          en: 'the code of the role, such as committeeSecretary',
        },
      },
      body: {
        value: 'BODY',
        summary: {
          sv: 'organet som rollen gäller; utan det gäller den överallt',
          en: 'the body of the role; everywhere without it',
        },
      },
      until: {
        value: 'DAY',
        summary: {
          sv: 'rollens sista dag; en gäst har alltid en',
          en: 'the last day of the role; a guest always has one',
        },
      },
      email: {
        value: 'ADDRESS',
        summary: { sv: 'e-postadressen som kallelser anger', en: 'the e-mail address that notices give' },
      },
      phone: {
        value: 'NUMBER',
        summary: { sv: 'telefonnumret som kallelser anger', en: 'the phone number that notices give' },
      },
      json,
    },
    arguments: [1, 1],
    load: async () => (await import('./account.ts')).runAccount,
  },
  {
    name: 'archive',
    summary: {
      sv: 'gör ett upprättat arkivpaket, kontrollera det och skriv det till en fil',
      en: 'make a package for an archive that was drawn up, check it and write it to a file',
    },
    usage: 'kansli archive PACKAGE [--out FILE]',
    argument: 'PACKAGE',
    options: { out: { value: 'FILE', summary: { sv: 'skriv till filen', en: 'write to the file' } } },
    arguments: [1, 1],
    load: async () => (await import('./archive.ts')).runArchive,
  },
  {
    name: 'verify-archive',
    summary: {
      sv: 'kontrollera ett arkivpaket mot reglerna, utan databas',
      en: 'check a package for an archive against the rules, without a database',
    },
    usage: 'kansli verify-archive FILE [--schemas FOLDER] [--json]',
    argument: 'FILE',
    options: {
      schemas: {
        value: 'FOLDER',
        summary: {
          sv: 'kontrollera också mot de scheman (XSD) som ligger i mappen',
          en: 'check by the schemas (XSD) of the folder too',
        },
      },
      json,
    },
    arguments: [1, 1],
    load: async () => (await import('./verify-archive.ts')).runVerifyArchive,
  },
  {
    name: 'doctor',
    summary: {
      sv: 'kontrollera databasen, loggens kedja och frysta dokument',
      en: 'check the database, the chain of the log and frozen documents',
    },
    usage: 'kansli doctor [--json]',
    options: { json },
    arguments: [0, 0],
    load: async () => (await import('./doctor.ts')).runDoctor,
  },
  {
    name: 'log',
    summary: {
      sv: 'skriv loggen som en fil som vem som helst kan kontrollera',
      en: 'write the log as a file that anybody can check',
    },
    usage: 'kansli log --out FILE',
    options: { out: { value: 'FILE', summary: { sv: 'filen som skrivs', en: 'the file to write' } } },
    arguments: [0, 0],
    load: async () => (await import('../whole-copies.ts')).runLog,
  },
  {
    name: 'verify-log',
    summary: {
      sv: 'kontrollera en loggfil, utan databas och utan nät',
      en: 'check the file of a log, without database or network',
    },
    usage: 'kansli verify-log FILE [--head SIZE:HASH,…]',
    argument: 'FILE',
    options: {
      head: {
        value: 'SIZE:HASH',
        summary: {
          sv: 'huvuden som har sparats på ett annat ställe, till exempel från ett protokoll',
          en: 'heads that were kept elsewhere, for example on minutes',
        },
      },
    },
    arguments: [1, 1],
    load: async () => (await import('../whole-copies.ts')).runVerifyLog,
  },
  {
    name: 'erase-log-content',
    summary: {
      sv: 'radera vad en post i loggen säger, efter beslut; kedjan håller ändå',
      en: 'erase what an entry of the log says, after a decision; the chain still holds',
    },
    usage: 'kansli erase-log-content NUMBER --reason TEXT [--part actor|data]',
    argument: 'NUMBER',
    options: {
      reason: {
        value: 'TEXT',
        summary: { sv: 'beslutet eller bestämmelsen', en: 'the decision or the provision' },
      },
      part: {
        value: 'PART',
        summary: {
          sv: 'bara vem som gjorde det (actor) eller bara vad som gjordes (data)',
          en: 'only who did it (actor) or only what was done (data)',
        },
      },
    },
    arguments: [1, 1],
    load: async () => (await import('./erase-log-content.ts')).runEraseLogContent,
  },
  {
    name: 'export',
    summary: { sv: 'ta ut allt som hör till myndigheten', en: 'take out all that belongs to the authority' },
    usage: 'kansli export --out FOLDER [--json]',
    options: {
      out: {
        value: 'FOLDER',
        summary: { sv: 'en mapp som är tom eller inte finns', en: 'a folder that is empty or not there' },
      },
      json,
    },
    arguments: [0, 0],
    load: async () => (await import('../whole-copies.ts')).runExport,
  },
  {
    name: 'backup',
    summary: {
      sv: 'säkerhetskopiera hela installationen, eller läs igenom en kopia: backup verify FOLDER',
      en: 'back up the whole installation, or read a copy through: backup verify FOLDER',
    },
    usage: 'kansli backup [verify] FOLDER [--with-key] [--json]',
    argument: 'FOLDER',
    options: {
      'with-key': {
        summary: { sv: 'ta med nyckeln som signerar loggen', en: 'take along the key that signs the log' },
      },
      json,
    },
    arguments: [1, 2],
    load: async () => (await import('../whole-copies.ts')).runBackup,
  },
  {
    name: 'restore',
    summary: {
      sv: 'fyll en tom datamapp från en säkerhetskopia eller ett uttag',
      en: 'fill an empty data folder from a backup or an export',
    },
    usage: 'kansli restore FOLDER [--json]',
    argument: 'FOLDER',
    options: { json },
    arguments: [1, 1],
    load: async () => (await import('../whole-copies.ts')).runRestore,
  },
];

/** The command of a name, or undefined. */
export function findCommand(name: string): CommandEntry | undefined {
  return commands.find((command) => command.name === name);
}
