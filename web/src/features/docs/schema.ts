import type { OpenApi, Schema } from '@/api/openapi';

export type Field = { name: string; schema: Schema; required: boolean };

/** Follows a reference; what stands beside it (a description) counts more than what it leads to. */
export function resolve(document: OpenApi, schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const { $ref, ...own } = schema;
  const found = document.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {};
  return { ...resolve(document, found), ...own };
}

/** `null` is said by the field's being optional; the rest is what it really is. */
function present(document: OpenApi, schema: Schema): Schema {
  const found = resolve(document, schema);
  const [only, ...more] = (found.oneOf ?? []).filter(({ type }) => type !== 'null');
  return only && more.length === 0 ? { ...resolve(document, only), ...described(found) } : found;
}

const described = ({ description }: Schema) => (description ? { description } : {});

/** The fields of an object, also of one that is put together from others; of a list, those of its items. */
export function fieldsOf(document: OpenApi, schema: Schema): Field[] {
  const found = present(document, schema);
  if (found.items) return fieldsOf(document, found.items);
  const inherited = (found.allOf ?? []).flatMap((part) => fieldsOf(document, part));
  const own = Object.entries(found.properties ?? {}).map(([name, inner]) => ({
    name,
    schema: inner,
    required: found.required?.includes(name) ?? false,
  }));
  return [...inherited, ...own];
}

/** In a word or two: `string (date-time)`, `"a" | "b"`, `object[]`. */
export function typeOf(document: OpenApi, schema: Schema): string {
  const found = present(document, schema);
  if (found.enum) return found.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (found.items) return `${typeOf(document, found.items)}[]`;
  const type = [found.type ?? 'object']
    .flat()
    .filter((name) => name !== 'null')
    .join(' | ');
  return found.format && !found.format.startsWith('int') ? `${type} (${found.format})` : type;
}

export const describe = (document: OpenApi, schema: Schema) => present(document, schema).description;

const DEEPEST = 4;

/** Something that could be sent: the examples and defaults of the document, else a value of the right kind. */
export function exampleOf(document: OpenApi, schema: Schema, depth = 0): unknown {
  const found = present(document, schema);
  const known = found.example ?? found.default ?? found.enum?.[0];
  if (known !== undefined && known !== null && known !== '') return known;
  if (found.items) return depth > DEEPEST ? [] : [exampleOf(document, found.items, depth + 1)];
  const fields = fieldsOf(document, found);
  if (fields.length > 0 && depth <= DEEPEST) {
    return Object.fromEntries(
      fields.map(({ name, schema: inner }) => [name, exampleOf(document, inner, depth + 1)]),
    );
  }
  const [type] = [found.type].flat().filter((name) => name !== 'null');
  if (type === 'integer' || type === 'number') return 0;
  if (type === 'boolean') return false;
  return type === 'string' ? '…' : {};
}
