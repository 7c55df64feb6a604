import { expect, it } from 'vitest';
import type { OpenApi } from '@/api/openapi';
import { exampleOf, fieldsOf, typeOf } from './schema';

const document: OpenApi = {
  info: { version: '1' },
  paths: {},
  components: {
    schemas: {
      Job: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
      State: { type: 'string', enum: ['on', 'off'] },
      Export: {
        allOf: [
          { $ref: '#/components/schemas/Job' },
          {
            type: 'object',
            properties: {
              state: { oneOf: [{ $ref: '#/components/schemas/State' }, { type: 'null' }] },
              at: { type: ['string', 'null'], format: 'date-time' },
              tags: { type: 'array', items: { type: 'string' } },
            },
          },
        ],
      },
    },
  },
};
const whole = { $ref: '#/components/schemas/Export' };

it('puts together what a thing is made of', () => {
  const fields = fieldsOf(document, whole);
  expect(fields.map(({ name, required }) => [name, required])).toEqual([
    ['id', true],
    ['state', false],
    ['at', false],
    ['tags', false],
  ]);
  expect(fields.map(({ schema }) => typeOf(document, schema))).toEqual([
    'string',
    '"on" | "off"',
    'string (date-time)',
    'string[]',
  ]);
});

it('makes something that could be sent', () => {
  expect(exampleOf(document, whole)).toEqual({ id: '…', state: 'on', at: '…', tags: ['…'] });
});
