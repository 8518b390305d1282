import type { ComponentExamples } from '../../component-examples.ts';
import { pagePicture } from './page-picture.ts';

/** A page that is drawn here and now: ruled lines in the place of words. */
const lines = Array.from({ length: 30 }, (_, index) => `M70 ${100 + index * 22}h${index % 5 === 4 ? 260 : 455}`).join(
  '',
);
const drawn = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="595" height="842"><rect width="595" height="842" fill="#fff"/><path d="${lines}" stroke="#445" stroke-width="7"/></svg>`)}`;

export const examples: ComponentExamples = {
  about: 'En sida ur handlingen som bild, med stället markerat.',
  examples: [
    {
      name: 'Två rader markerade',
      render: () =>
        pagePicture({
          id: 'example-page',
          title: 'Sidan 3 i handlingen',
          src: drawn,
          width: 595,
          height: 842,
          boxes: [
            { x: 70, y: 316, width: 455, height: 9 },
            { x: 70, y: 338, width: 260, height: 9 },
          ],
          alt: 'Bild av sidan 3 med stället markerat. Texten står ovanför.',
          texts: { enlarge: 'Förstora', whole: 'Visa hela sidan' },
        }),
    },
  ],
};
