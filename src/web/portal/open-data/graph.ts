/** A statement of a graph: about what, which property, and the value, which is another thing, a text in a language, or a typed value. */
export type Statement = readonly [subject: string, property: Name, value: Value];
export type Value =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: 'sv' | 'en' }
  | { readonly text: string; readonly type: Name };

/** The vocabularies that the catalogue speaks (DCAT-AP-SE 3). */
export const vocabularies = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;
export type Name = `${keyof typeof vocabularies}:${string}`;

/** The whole address of a name. */
export function iriOf(name: Name): string {
  const [prefix = '', local = ''] = name.split(/:(.*)/s);
  return `${vocabularies[prefix as keyof typeof vocabularies]}${local}`;
}

/** A graph as Turtle: one block for each thing, in the order in which the things are first spoken of. */
export function turtleOf(statements: readonly Statement[]): string {
  const prefixes = Object.entries(vocabularies).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const blocks = [...bySubject(statements)].map(
    ([subject, about]) =>
      `${iriText(subject)}\n${about.map(([, property, value]) => `  ${property} ${turtleValue(value)}`).join(' ;\n')} .`,
  );
  return `${[...prefixes, '', ...blocks].join('\n')}\n`;
}

function turtleValue(value: Value): string {
  if ('iri' in value) return iriText(value.iri);
  const quoted = `"${value.text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`;
  if ('type' in value) return `${quoted}^^${value.type}`;
  return value.language ? `${quoted}@${value.language}` : quoted;
}

/** An address between angles, with what may not stand there written as its number. */
function iriText(iri: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what may not stand in an address.
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)}>`;
}

/** The same graph as JSON-LD, with the vocabularies as its context. */
export function jsonLdOf(statements: readonly Statement[]): unknown {
  const graph = [...bySubject(statements)].map(([subject, about]) => {
    const node: Record<string, unknown> = { '@id': iriText(subject).slice(1, -1) };
    for (const [, property, value] of about) {
      const key = property === 'rdf:type' ? '@type' : property;
      const written = key === '@type' && 'iri' in value ? value.iri : jsonValue(value);
      const before = node[key];
      node[key] = before === undefined ? written : Array.isArray(before) ? [...before, written] : [before, written];
    }
    return node;
  });
  return { '@context': vocabularies, '@graph': graph };
}

function jsonValue(value: Value): unknown {
  if ('iri' in value) return { '@id': iriText(value.iri).slice(1, -1) };
  if ('type' in value) return { '@value': value.text, '@type': value.type };
  return value.language ? { '@value': value.text, '@language': value.language } : { '@value': value.text };
}

/** The same graph as RDF/XML, which the harvesters of the state's list began with. */
export function rdfXmlOf(statements: readonly Statement[]): string {
  const spaces = Object.entries(vocabularies).map(([prefix, iri]) => ` xmlns:${prefix}="${iri}"`);
  const things = [...bySubject(statements)].map(([subject, about]) => {
    const lines = about.map(([, property, value]) => `    ${xmlProperty(property, value)}`);
    return `  <rdf:Description rdf:about="${xml(iriText(subject).slice(1, -1))}">\n${lines.join('\n')}\n  </rdf:Description>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${spaces.join('')}>\n${things.join('\n')}\n</rdf:RDF>\n`;
}

function xmlProperty(property: Name, value: Value): string {
  if ('iri' in value) return `<${property} rdf:resource="${xml(iriText(value.iri).slice(1, -1))}"/>`;
  const kind =
    'type' in value
      ? ` rdf:datatype="${xml(iriOf(value.type))}"`
      : value.language
        ? ` xml:lang="${value.language}"`
        : '';
  return `<${property}${kind}>${xml(value.text)}</${property}>`;
}

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function bySubject(statements: readonly Statement[]): Map<string, Statement[]> {
  const things = new Map<string, Statement[]>();
  for (const statement of statements) {
    const known = things.get(statement[0]);
    if (known) known.push(statement);
    else things.set(statement[0], [statement]);
  }
  return things;
}
