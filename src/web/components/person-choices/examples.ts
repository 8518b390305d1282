import type { ComponentExamples } from '../../component-examples.ts';
import { personChoices } from './person-choices.ts';

const answers = [
  { value: 'yes', text: 'Ja', key: 'j' },
  { value: 'no', text: 'Nej', key: 'n' },
  { value: 'abstain', text: 'Avstår', key: 'a' },
];

export const examples: ComponentExamples = {
  about: 'En lista där var och en får ett svar: upprop, öppen omröstning.',
  examples: [
    {
      name: 'Öppen omröstning',
      render: () =>
        personChoices({
          label: 'Exempel på röster',
          answers,
          people: [
            { name: 'example-votes.0', person: 'Ada Provlind (S)', about: 'ordförande', chosen: 'yes' },
            { name: 'example-votes.1', person: 'Bo Provberg (M)', chosen: undefined, error: 'Rösten saknas.' },
          ],
        }),
    },
  ],
};
