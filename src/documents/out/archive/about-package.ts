import type { ArchiveContent } from '../../tree/index.ts';

/** What a person reads first in a package: what it is, how it is arranged, what was left out and what is not as it should be. */
export function aboutPackage(content: ArchiveContent, remarks: readonly string[]): string {
  const { title, creator, register, createdAt, aggregations, leftOut, software } = content;
  const records = aggregations.reduce((sum, one) => sum + one.records.length, 0);
  const secret = aggregations.filter(
    (one) => one.restriction !== null || one.records.some(({ restriction }) => restriction !== null),
  );
  return `${[
    title,
    '',
    `Arkivbildare: ${creator.name} (${creator.code})`,
    `Diarium: ${register}`,
    `Paketet gjordes: ${createdAt} med ${software.name} ${software.code}`,
    `Innehåll: ${aggregations.length} ärenden, sammanträden och rapporter med ${records} handlingar`,
    '',
    'Så är paketet ordnat (E-ARK CSIP 2.1.0 och SIP 2.1.0, FGS Paketstruktur 2.0):',
    '  METS.xml                        förteckning över allt, med kontrollsummor (SHA-256)',
    '  metadata/descriptive/erms.xml   beskrivning (CITS ERMS, FGS Ärendehantering 2.0)',
    '  metadata/preservation/premis.xml  vad som har hänt med handlingarna (PREMIS 3)',
    '  representations/pdfa            handlingarna för läsning (PDF/A-2a)',
    '  representations/data            handlingarna som data, och filer som de lämnades in',
    '',
    ...listed(
      'Utelämnat:',
      leftOut.map((one) => `${one.title}: ${one.reason}`),
      'Ingenting är utelämnat.',
    ),
    ...listed(
      'Sekretessmarkerat:',
      secret.map((one) => one.objectId),
      'Ingenting är sekretessmarkerat.',
    ),
    ...listed('Anmärkningar:', remarks, 'Inga anmärkningar.'),
  ].join('\n')}\n`;
}

function listed(head: string, lines: readonly string[], none: string): readonly string[] {
  return lines.length === 0 ? [none] : [head, ...lines.map((line) => `  - ${line}`)];
}
