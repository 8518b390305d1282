import type { XmlElement } from '../xml/parse-xml.ts';
import { isDateTime } from './package-rule.ts';

/** What may stand in an element: its children in their order with how many, its attributes, what its words are. A small part of XML Schema, as data. */
export type ElementShape = {
  /** Children in the order of the schema: `name` once, `name?` at most once, `name*` any number, `name+` at least once. */
  readonly children?: readonly string[];
  /** Attributes that must be there; with codes, the value must be one of them. */
  readonly required?: Readonly<Record<string, readonly string[] | 'any'>>;
  readonly optional?: Readonly<Record<string, readonly string[] | 'any'>>;
  readonly words?: 'text' | 'moment' | 'number';
};
export type Shapes = Readonly<Record<string, ElementShape>>;

/** What a fault is about: the order of elements, something missing, an attribute, or a value. */
export const shapeFaults = ['order', 'missing', 'attribute', 'value'] as const;
export type ShapeFaultKind = (typeof shapeFaults)[number];
export type ShapeFault = { readonly kind: ShapeFaultKind; readonly place: string };

/** All faults of an element and of those in it. A shape is found by the element's name, or by `parent/name` where the schema gives a name two meanings. */
export function faultsOf(element: XmlElement, shapes: Shapes, parent = '', path = ''): readonly ShapeFault[] {
  const name = element.name.slice(element.name.indexOf(':') + 1);
  const here = `${path}/${name}`;
  const shape = shapes[`${parent}/${name}`] ?? shapes[name];
  if (!shape) return [{ kind: 'order', place: here }];
  const children = element.children.filter((child): child is XmlElement => typeof child !== 'string');
  return [
    ...attributeFaults(element, shape, here),
    ...orderFaults(children, shape, here),
    ...wordFaults(element, shape, here),
    ...children.flatMap((child) => (isListed(child, shape) ? faultsOf(child, shapes, name, here) : [])),
  ];
}

const bare = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);
const listed = ({ children = [] }: ElementShape) =>
  children.map((one) => ({ name: one.replace(/[?*+]$/, ''), mark: /[?*+]$/.exec(one)?.[0] ?? '' }));
const isListed = (child: XmlElement, shape: ElementShape): boolean =>
  listed(shape).some(({ name }) => name === bare(child));

function orderFaults(children: readonly XmlElement[], shape: ElementShape, here: string): readonly ShapeFault[] {
  const found: ShapeFault[] = [];
  let reached = 0;
  const allowed = listed(shape);
  for (const child of children) {
    const at = allowed.findIndex(({ name }) => name === bare(child));
    if (at < 0 || at < reached) found.push({ kind: 'order', place: `${here}/${bare(child)}` });
    else reached = at;
  }
  for (const { name, mark } of allowed) {
    const count = children.filter((child) => bare(child) === name).length;
    if (count === 0 && (mark === '' || mark === '+')) found.push({ kind: 'missing', place: `${here}/${name}` });
    if (count > 1 && (mark === '' || mark === '?')) found.push({ kind: 'order', place: `${here}/${name}` });
  }
  return found;
}

function attributeFaults({ attributes }: XmlElement, shape: ElementShape, here: string): readonly ShapeFault[] {
  const { required = {}, optional = {} } = shape;
  const fits = (codes: readonly string[] | 'any', value: string) => codes === 'any' || codes.includes(value);
  return [
    ...Object.keys(required)
      .filter((name) => attributes[name] === undefined)
      .map((name) => ({ kind: 'attribute' as const, place: `${here}/@${name}` })),
    ...Object.entries(attributes).flatMap(([name, value]): readonly ShapeFault[] => {
      if (name.startsWith('xsi:') && !(name in required)) return [];
      const codes = required[name] ?? optional[name];
      return codes !== undefined && fits(codes, value)
        ? []
        : [{ kind: 'attribute', place: `${here}/@${name}=${value}` }];
    }),
  ];
}

function wordFaults(element: XmlElement, shape: ElementShape, here: string): readonly ShapeFault[] {
  const text = element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  const fault: readonly ShapeFault[] = [{ kind: 'value', place: here }];
  if (shape.words === undefined) return text === '' ? [] : fault;
  if (shape.words === 'moment') return isDateTime(text) ? [] : fault;
  if (shape.words === 'number') return /^-?\d+$/.test(text) ? [] : fault;
  return [];
}
