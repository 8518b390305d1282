import { type Block, type DocumentTree, heading, paragraph } from '../../documents/tree/index.ts';
import {
  careChainSteps,
  concernedParty,
  type Deviation,
  deviationKinds,
  deviationLevels,
  deviationRelations,
  leaveAnswers,
} from './deviation.ts';
import { deviationStates, deviationTransitions } from './deviation-transitions.ts';

/** A deviation as it is let out to the principal that it concerns. */
export function deviationDocument(one: Deviation, authority: string): DocumentTree {
  const when = one.endsOn === null ? one.startsOn : `${one.startsOn} – ${one.endsOn}`;
  return {
    title: `Avvikelse ${one.ref}: ${deviationKinds[one.kind].sv}`,
    subtitle: `Från ${one.from.name} till ${concernedParty(one)}`,
    author: authority,
    language: 'sv',
    date: one.reportedOn,
    facts: [
      { label: 'Rapporterad av', value: `${one.reporterFunction}, ${one.from.name}` },
      { label: 'Relation', value: deviationRelations[one.relation].sv },
      { label: 'Nivå', value: deviationLevels[one.level].sv },
      { label: 'Var i vårdkedjan', value: careChainSteps[one.chainStep].sv },
      ...(one.unit ? [{ label: 'Enhet', value: one.unit }] : []),
      { label: 'När', value: when },
      { label: 'Personen hade permission', value: leaveAnswers[one.onLeave].sv },
      { label: 'Läge', value: deviationStates[one.state].sv },
    ],
    blocks: [
      heading(1, 'Vad som hände'),
      ...(one.level === 'individual'
        ? [paragraph(`Avvikelsen gäller en enskild person och hanteras i ${one.ownSystem}. Den beskrivs inte här.`)]
        : prose(one.description)),
      ...handled(one),
    ],
  };
}

function handled({ steps }: Deviation): readonly Block[] {
  const told = steps.filter(({ note, action }) => note !== '' && action !== 'askComment' && action !== 'improve');
  if (told.length === 0) return [];
  return [
    heading(1, 'Vad som har gjorts'),
    ...told.map(({ action, note, doneOn }) => {
      const label = deviationTransitions.find((row) => row.action === action)?.done.sv ?? action;
      return paragraph(`${doneOn}. ${label}: ${note}`);
    }),
  ];
}

const prose = (words: string): readonly Block[] =>
  words.split(/\n+/u).flatMap((line) => (line.trim() ? [paragraph(line.trim())] : []));
