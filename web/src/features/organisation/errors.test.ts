import { expect, it } from 'vitest';
import { placeOf, told } from './errors';
import { spansOf } from './json';

const text = '{\n  "portals": [\n    { "slug": "help", "name": "" },\n    { "name": "X" }\n  ]\n}';
const file = JSON.parse(text);

it('calls what is in a list by its name', () => {
  expect(placeOf('portals.0.name', file)).toBe('portals › help › name');
  expect(placeOf('portals.1.slug', file)).toBe('portals › 2. › slug');
  expect(placeOf('settings.name', file)).toBe('settings › name');
});

it('leads from a complaint to its line, also where the server speaks of the request', () => {
  const errors = [
    { field: 'portals.0.name', code: 'required', message: 'Please fill in.' },
    { field: 'file.portals.1.slug', code: 'required', message: 'Please fill in.' },
    { field: 'settings.name', code: 'required', message: 'Please fill in.' },
  ];
  expect(told(errors, file, spansOf(text)).map(({ span }) => span?.line)).toEqual([3, 4, 1]);
});
