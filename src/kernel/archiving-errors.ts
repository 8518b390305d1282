import type { ErrorEntry } from './errors.ts';

/** The ways in which archiving and disposal say no. */
export const archivingErrors = {
  'archiving.hindered': {
    status: 409,
    text: {
      sv: '”{title}” kan inte gallras: {reason}. Ta bort den ur förslaget, eller ordna det som hindrar.',
      en: '“{title}” cannot be disposed of: {reason}. Take it out of the proposal, or settle what stands in the way.',
    },
  },
  'archiving.sameApprover': {
    status: 409,
    text: {
      sv: 'Den som har föreslagit gallringen kan inte också godkänna den. Be en kollega med samma behörighet att granska förslaget.',
      en: 'Whoever proposed the disposal cannot approve it too. Ask a colleague with the same rights to review the proposal.',
    },
  },
  'archiving.notReady': {
    status: 409,
    text: {
      sv: '”{title}” kan inte arkiveras än. {reason}',
      en: '“{title}” cannot be archived yet. {reason}',
    },
  },
  'archiving.noSchemas': {
    status: 422,
    text: {
      sv: 'Mappen ”{folder}” har inga scheman (.xsd). Ange en mapp med de publicerade schemana för METS, PREMIS och ERMS.',
      en: 'The folder “{folder}” has no schemas (.xsd). Give a folder with the published schemas of METS, PREMIS and ERMS.',
    },
  },
  'archiving.schemasUnclear': {
    status: 422,
    text: {
      sv: '”{file}” går inte att använda bland schemana: den är inget XML-schema, eller en annan fil har samma namn eller namnrymd. Låt bara en version av varje schema ligga i mappen.',
      en: '“{file}” cannot be used among the schemas: it is no XML schema, or another file has the same name or namespace. Let only one version of each schema lie in the folder.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
