import type { ComponentExamples } from '../../component-examples.ts';
import { pagination } from './pagination.ts';

const href = (page: number): string => `?sida=${page}#pagination`;

export const examples: ComponentExamples = {
  about: 'Sidorna i en lång lista.',
  examples: [
    { name: 'Mitt i en lång lista', render: (ctx) => pagination(ctx, { page: 6, pageSize: 50, total: 1234, href }) },
    { name: 'Allt på en sida', render: (ctx) => pagination(ctx, { page: 1, pageSize: 50, total: 23, href }) },
  ],
};
