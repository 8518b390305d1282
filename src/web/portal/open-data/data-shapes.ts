import type { PublishedData, PublishedNoun } from '../../../domain/published/index.ts';

/** The kind of a field: plain values, an object of fields, or a list of either. `?` after a plain kind means that it may be null. */
export type FieldShape = PlainKind | `${PlainKind}?` | { readonly [name: string]: FieldShape } | readonly [FieldShape];
type PlainKind = 'text' | 'id' | 'day' | 'moment' | 'number' | 'whole' | 'flag';

const role = { personId: 'id', name: 'text', party: 'text?', role: 'text', from: 'day?', to: 'day?' } as const;
const votes = [
  {
    question: 'text',
    counts: [{ option: 'text', count: 'whole' }],
    votes: [{ personId: 'id', name: 'text', party: 'text?', option: 'text' }],
    outcome: 'text',
  },
] as const;

/**
 * The shape of the data of each noun: JSON Schema, the columns of CSV and the documentation are made of it. It names exactly the fields of
 * `PublishedData`; a field that is added there without a row here is a type error.
 */
export const dataShapes: {
  readonly [N in PublishedNoun]: { readonly [Field in keyof PublishedData[N]]: FieldShape };
} = {
  body: { kind: 'text', parentId: 'id?', from: 'day?', to: 'day?', roles: [role] },
  meeting: {
    kind: 'text',
    start: 'moment?',
    end: 'moment?',
    place: 'text?',
    mode: 'text?',
    cancelled: 'flag',
    items: [
      {
        id: 'id',
        number: 'text?',
        order: 'whole',
        title: 'text',
        public: 'flag',
        category: 'text?',
        matterId: 'id?',
        assignmentIds: ['id'],
        decisionIds: ['id'],
      },
    ],
    present: [role],
  },
  minutes: {
    meetingId: 'id',
    adjustedOn: 'day?',
    announcedOn: 'day?',
    sections: [{ number: 'text', title: 'text', decisionIds: ['id'] }],
  },
  decision: {
    number: 'text?',
    clauses: ['text'],
    meetingId: 'id?',
    itemId: 'id?',
    matterId: 'id?',
    votes,
    reservations: ['text'],
  },
  matter: { openedOn: 'day?', closed: 'flag' },
  document: { kind: 'text', matterId: 'id?', datedOn: 'day?' },
  goal: { documentTitle: 'text', perspective: 'text?' },
  assignment: {
    year: 'whole?',
    number: 'text?',
    text: 'text',
    status: 'text?',
    statusAsOf: 'day?',
    performers: ['text'],
    due: 'day?',
    goalIds: ['id'],
  },
  report: {
    kind: 'text',
    year: 'whole?',
    entries: [
      {
        assignmentId: 'id?',
        answerType: 'text?',
        status: 'text?',
        text: 'text',
        evidence: [{ label: 'text', noun: 'text?', recordId: 'id?', datedOn: 'day?' }],
      },
    ],
  },
  indicator: {
    unit: 'text',
    direction: 'text?',
    source: 'text?',
    values: [{ asOf: 'day', place: 'text?', sex: 'text?', ageGroup: 'text?', value: 'number?' }],
    targets: [{ value: 'number', from: 'day?', to: 'day?' }],
  },
  agreement: {
    kind: 'text',
    from: 'day?',
    to: 'day?',
    noticeMonths: 'whole?',
    parties: [{ name: 'text', decidedOn: 'day?', outcome: 'text?' }],
  },
  consultation: {
    sentOn: 'day?',
    due: 'day?',
    respondents: [{ name: 'text', receivedOn: 'day?', stance: 'text?' }],
  },
};

/** What every line of the dump tells beside the data of its noun. */
export const lineShape = {
  noun: 'text',
  id: 'id',
  url: 'text',
  title: 'text',
  summary: 'text?',
  bodyId: 'id?',
  bodyName: 'text?',
  happenedOn: 'day?',
  year: 'whole?',
  state: 'text?',
  registrationNumbers: ['text'],
  edition: 'whole',
  contentHash: 'text',
  firstPublishedAt: 'moment',
  publishedAt: 'moment',
  links: [{ relation: 'text', noun: 'text', id: 'id' }],
  files: [{ name: 'text', title: 'text', mediaType: 'text', size: 'whole', sha256: 'text', url: 'text' }],
} as const satisfies Readonly<Record<string, FieldShape>>;

const plain: Readonly<Record<PlainKind, Readonly<Record<string, string>>>> = {
  text: { type: 'string' },
  id: { type: 'string', format: 'uuid' },
  day: { type: 'string', format: 'date' },
  moment: { type: 'string' },
  number: { type: 'number' },
  whole: { type: 'integer' },
  flag: { type: 'boolean' },
};

/** The JSON Schema (2020-12) of the lines of a noun in the dump. */
export function jsonSchemaOf(noun: PublishedNoun, id: string): unknown {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    ...(schemaOf({ ...lineShape, data: dataShapes[noun] }) as object),
  };
}

function schemaOf(shape: FieldShape): unknown {
  if (typeof shape === 'string') {
    if (!shape.endsWith('?')) return plain[shape as PlainKind];
    const { type, ...more } = plain[shape.slice(0, -1) as PlainKind];
    return { type: [type, 'null'], ...more };
  }
  if (Array.isArray(shape)) return { type: 'array', items: schemaOf(shape[0] as FieldShape) };
  const fields = Object.entries(shape as Readonly<Record<string, FieldShape>>);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, inner]) => [name, schemaOf(inner)])),
    required: fields.map(([name]) => name),
    additionalProperties: false,
  };
}
