import { type DocumentTree, heading, paragraph, text } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { type DisclosureRequest, disclosureAppeal } from './disclosure.ts';
import { type TriedDocument, triedOutcomes } from './document-trial.ts';

/** What the letter is made from: the request that was answered, its documents as they were tried, with titles that say nothing secret. */
export type RefusalFacts = {
  readonly request: DisclosureRequest;
  readonly tried: readonly (TriedDocument & { readonly title: string })[];
  readonly authority: string;
};

/**
 * The written decision not to let out a document, or not the whole of it, with its reasons and how it is appealed (OSL 6:3 and 6:7, FL 32–33 §§). It names
 * the request by its code and no person.
 */
export function refusalLetter({ request, tried, authority }: RefusalFacts): DocumentTree {
  const { state, answeredOn, provisions, decision, reference, matter } = request;
  if (provisions === null || answeredOn === null) throw new AppError('disclosure.noRefusal');
  const refused = state === 'refused';
  return {
    title: refused ? 'Beslut att inte lämna ut handling' : 'Beslut att lämna ut handling delvis',
    subtitle: request.body.name,
    author: authority,
    language: 'sv',
    date: answeredOn,
    facts: [
      { label: 'Beslutsdag', value: answeredOn },
      { label: 'Begäran kom in', value: request.receivedOn },
      ...(reference ? [{ label: 'Begärans kod', value: reference }] : []),
      ...(matter ? [{ label: 'Diarienummer', value: matter.registrationNumber }] : []),
    ],
    blocks: [
      heading(1, 'Begäran'),
      paragraph(request.askedFor),
      heading(1, 'Beslut'),
      paragraph(
        refused
          ? `${request.body.name} avslår begäran med stöd av ${provisions}.`
          : `${request.body.name} lämnar ut handlingarna utom de uppgifter som omfattas av ${provisions}.`,
      ),
      ...(tried.length > 0
        ? ([
            {
              kind: 'table',
              caption: 'Prövningen av varje handling',
              rowHeader: true,
              header: ['Handling', 'Utfall', 'Bestämmelse'].map((head) => [text(head)]),
              rows: tried.map((one) => [
                [text(one.title)],
                [text(triedOutcomes[one.outcome].sv)],
                [text(one.provision ?? '–')],
              ]),
            },
          ] as const)
        : []),
      ...(decision ? [heading(1, 'Skäl'), ...decision.split(/\n\s*\n/u).map((part) => paragraph(part.trim()))] : []),
      heading(1, 'Hur beslutet överklagas'),
      paragraph(disclosureAppeal.sv),
      paragraph('Skriv vilket beslut som överklagas, varför det ska ändras och vilken ändring som begärs.'),
    ],
  };
}
