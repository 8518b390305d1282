/**
 * Texts that try to become something else than words: markup, script, an address that runs, a formula, a line of a calendar or a header, a query, a
 * template. Each is an opening that leaves the place where a value stands, and a body that does the harm: together more than two thousand.
 */
export const mark = 'zqx';

/** What closes the place in which a value may stand, so that the body comes to lie outside it. */
const openings = [
  '',
  '">',
  "'>",
  '" ',
  "' ",
  '`>',
  '</textarea>',
  '</title>',
  '</option></select>',
  '</script>',
  '</style>',
  '-->',
  ']]>',
  '</svg></math>',
  '%22%3E',
  '&quot;&gt;',
  '\\u003c\\u002fscript\\u003e',
  '\r\n\r\n',
] as const;

const handlers = [
  'onerror',
  'onload',
  'onmouseover',
  'onfocus autofocus',
  'ontoggle open',
  'onbegin',
  'onpointerrawupdate',
  'onanimationstart',
  'onscrollend',
  'onbeforetoggle',
] as const;
const tags = ['img src=x', 'svg', 'body', 'details', 'video src=x', 'iframe', 'input', 'marquee'] as const;
const schemes = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'java&#10;script:',
  ' javascript:',
  '\u0001javascript:',
  'vbscript:',
  'data:text/html,',
  'data:text/html;base64,PHNjcmlwdD4=',
  'blob:',
] as const;
const places = ['a href', 'form action', 'button formaction', 'iframe src', 'object data', 'embed src'] as const;

const bodies: readonly string[] = [
  ...tags.flatMap((tag) => handlers.map((handler) => `<${tag} ${handler}=alert(${mark})>`)),
  ...places.flatMap((place) => schemes.map((scheme) => `<${place}="${scheme}alert('${mark}')">${mark}`)),
  ...[
    `<script>alert(${mark})</script>`,
    `<script src=//${mark}.example></script>`,
    `<ScRiPt>${mark}</sCrIpT>`,
    `<scr<script>ipt>${mark}</script>`,
    `<base href=//${mark}.example>`,
    `<meta http-equiv=refresh content="0;url=//${mark}.example">`,
    `<link rel=stylesheet href=//${mark}.example>`,
    `<style>@import '//${mark}.example'</style>`,
    `<form id=csrf><input name=csrf value=${mark}>`,
    `<img id=document name=getElementById alt=${mark}>`,
    `<!--${mark}`,
    `<![CDATA[${mark}`,
    `<?xml-stylesheet href="//${mark}.example"?>`,
    `<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;${mark}`,
    `<math><mi xlink:href="javascript:${mark}">`,
    `<svg><script>alert(${mark})</script></svg>`,
    `<template><img src=x onerror=${mark}></template>`,
    `<noscript><p title="</noscript><img src=x onerror=alert(${mark})>">`,
    `＜script＞${mark}＜/script＞`,
    `\u2028<script>${mark}</script>\u2029`,
    `<p style="background:url(//${mark}.example)">`,
    `onmouseover=alert(${mark}) x=`,
  ],
];

/** What is harmless in a page and harmful in a file, a letter or a query. */
const elsewhere: readonly string[] = [
  ...['=', '+', '-', '@', '\t=', '\r=', '\n=', '＝', '＋', '－', '＠'].map(
    (sign) => `${sign}HYPERLINK("//${mark}.example")`,
  ),
  `=cmd|'/c calc'!A1 ${mark}`,
  `@SUM(1+1)*${mark}`,
  `${mark}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:${mark}`,
  `${mark}\nATTACH;VALUE=URI:javascript:${mark}`,
  `${mark};X-A=1:mailto:${mark}@example.se`,
  `${mark}\r\nBcc: ${mark}@example.se`,
  `${mark}\r\n\r\n<html>`,
  `=?utf-8?q?${mark}=0d=0aBcc:x?=`,
  `${mark}'; drop table account; --`,
  `${mark}') or ('1'='1`,
  `${mark}\\'; select pg_sleep(9); --`,
  `${mark} & ! | ( ) <-> :* \\`,
  `{{constructor.constructor('${mark}')()}}`,
  `\${process.env.${mark}}`,
  `<%= ${mark} %>#{7*7}{%7*7%}`,
  `#read("/etc/passwd") #let ${mark} = 1`,
  `\\input{/etc/passwd} \\write18{${mark}}`,
  `/JS (app.alert('${mark}')) /S /JavaScript`,
  `) /OpenAction << /S /URI /URI (javascript:${mark}) >> (`,
  `../../../../etc/passwd\u0000${mark}`,
  `..\\..\\windows\\${mark}`,
  `__proto__.${mark}`,
  `"},"__proto__":{"${mark}":1},"x":{"y":"`,
  `\u202e${mark}\u2066`,
  `\ud800${mark}`,
  `\u0000${mark}\u001b[31m`,
  `{name} {0} %s %n $& $1 $\` ${mark}`,
];

/** Every text, the plain ones first, in an order that does not change. */
export const hostileTexts: readonly string[] = [
  ...elsewhere,
  ...openings.flatMap((opening) => bodies.map((body) => `${opening}${body}`)),
];

/** How many different shapes there are, when openings are not counted. */
export const hostileShapes = bodies.length + elsewhere.length;

/** So many of the texts, spread over all of them; another `turn` gives others. */
export function hostileSample(count: number, turn: number): readonly string[] {
  const step = Math.max(1, Math.floor(hostileTexts.length / count));
  return Array.from({ length: count }, (_, index) => hostileTexts[(index * step + turn) % hostileTexts.length]!);
}

/**
 * Tags of a page that a text has become, or has come into: the product has no handlers, styles or inline scripts of its own, but for the facts that the
 * portal writes for search engines, which no browser runs.
 */
export function unescapedTags(page: string): readonly string[] {
  const withoutValues = (tag: string): string =>
    tag.replace(/([\w:-]+)="([^"]*)"/g, (_, name: string, value: string) =>
      /^(?:href|src|action|formaction|data|xlink:href)$/.test(name) &&
      /^\W*(?:javascript|vbscript|data|blob):/i.test(value) &&
      !/^data:image\//.test(value)
        ? `${name}=javascript:`
        : name,
    );
  const facts = /<script type="application\/ld\+json">[^<]*<\/script>/g;
  const tagsOfPage = [...page.replace(facts, '').matchAll(/<[a-zA-Z!/?][^<>]*>/g)].map(([tag]) => withoutValues(tag));
  return tagsOfPage.filter(
    (tag) =>
      /\s(?:on\w+|style)(?=[\s=>])|=\s*javascript:/i.test(tag) ||
      tag.includes(mark) ||
      /^<(?:script(?![^>]*\ssrc)|iframe|object|embed|base|meta http-equiv=refresh|etikett|\?|!\[)/i.test(tag),
  );
}
