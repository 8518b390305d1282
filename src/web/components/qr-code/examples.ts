import type { ComponentExamples } from '../../component-examples.ts';
import { qrCode } from './qr-code.ts';

export const examples: ComponentExamples = {
  about: 'En adress som QR-kod, med samma adress i ord. Mörk på vitt i alla färgscheman.',
  examples: [
    {
      name: 'En omröstning',
      render: () =>
        qrCode({ id: 'qr-example', address: 'https://kansli.example/o/B7K4PD', title: 'Svara på omröstningen' }),
    },
  ],
};
