import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { typstData } from '../../src/documents/out/typst-data.ts';
import type { DocumentTree } from '../../src/documents/tree/index.ts';

const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'];
const workspace = fileURLToPath(new URL('../../src/documents/out/', import.meta.url));
const mainFilePath = `${workspace}template.typ`;

/**
 * The engine alone with our template and faces, in this process: one layout and one ordinary PDF of it, nothing checked and no standard declared.
 * It forgets each document after it is set, as ours does.
 */
export function bareCompiler(): (tree: DocumentTree) => void {
  const fontBlobs = faces.map((face) =>
    readFileSync(
      fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`)),
    ),
  );
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  return (tree) => {
    const { result } = compiler.compile({ mainFilePath, inputs: { doc: typstData(tree).json } });
    if (!result) throw new Error('The template does not compile: run the tests of documents/out.');
    compiler.pdf(result);
    compiler.evictCache(0);
  };
}
