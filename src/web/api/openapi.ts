import * as z from 'zod';
import type { Route } from '../route.ts';
import { apiPath, apiRoutesOf } from './api-routes.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The API for writing as OpenAPI 3.1, made of the same definitions that answer: it can tell of nothing else than what is there. */
export function openApiOf(
  routes: readonly Route[],
  { site, version }: { readonly site: string; readonly version: string },
): Schema {
  const paths: Record<string, unknown> = {};
  for (const route of apiRoutesOf(routes)) {
    const path = apiPath(route).replace(/:(\w+)/g, '{$1}');
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
    const form = route.input.form && schemaOf(route.input.form);
    paths[path] = {
      post: {
        operationId: path
          .replace(/^\/api\/v1\//, '')
          .replace(/[{}]/g, '')
          .replace(/\W+/g, '-'),
        summary: route.about,
        'x-action': route.policy,
        security: [{ key: [] }],
        parameters: [
          ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
          ...(hasField(form, 'idempotencyKey')
            ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 100 } }]
            : []),
          ...(hasField(form, 'version')
            ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string', pattern: '^"\\d+"$' } }]
            : []),
        ],
        ...(form && {
          requestBody: { required: true, content: { 'application/json': { schema: withoutHeaders(form) } } },
        }),
        responses: {
          200: {
            description: 'Done.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Done' } } },
          },
          default: {
            description: 'Refused.',
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kansli', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: site }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: { Done: done, Problem: problem },
    },
  };
}

/** A schema of a form for programs. What a form reads through a step of its own is told as far as it can be told. */
function schemaOf(form: z.ZodType): Schema {
  return z.toJSONSchema(form, { io: 'input', unrepresentable: 'any', cycles: 'ref', reused: 'inline' }) as Schema;
}

const inHeaders = ['idempotencyKey', 'version'];

function hasField(schema: Schema | undefined, name: string): boolean {
  return name in ((schema?.properties as object | undefined) ?? {});
}

/** The fields that programs send as headers are not asked for in the body too. */
function withoutHeaders({ $schema: _, properties = {}, required = [], ...more }: Schema): Schema {
  const kept = Object.entries(properties as object).filter(([name]) => !inHeaders.includes(name));
  return {
    ...more,
    properties: Object.fromEntries(kept),
    required: (required as readonly string[]).filter((name) => !inHeaders.includes(name)),
  };
}

const done: Schema = {
  type: 'object',
  properties: { location: { type: 'string' }, message: { type: 'string' } },
};

const problem: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};
