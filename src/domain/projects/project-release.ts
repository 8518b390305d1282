import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { authorityName } from '../published/index.ts';
import type { ReleasedContent } from '../releases/index.ts';
import { projectDocument } from './project-document.ts';
import { getProject } from './project-reader.ts';

/** A project as it is let out to another principal: its story as it stands. A project is never final; the release says when it left. */
export async function releasedProject(r: Reader, id: Id<'project'>): Promise<ReleasedContent> {
  const project = await getProject(r, id);
  return {
    noun: 'project',
    recordId: project.id,
    bodyId: project.owner?.id ?? null,
    title: project.name,
    secrecy: null,
    tree: projectDocument(project, await authorityName(r)),
  };
}
