import type { Written } from '../model/types.ts';
import type { PageKind } from '#schemas/kinds.ts';

/** Text that a new city begins with stands for what is still to be written. */
export const placeholder = '待写';

/** What a site cannot do without, and the file or folder of a city it belongs into. */
export interface Todo {
  what: string;
  where: string;
}

/** What is still to be written (还没有写的) before a site is one; empty where all is there. */
export function todoOf({
  settings: { document },
  ...written
}: Pick<Written, PageKind | 'settings' | 'clauses' | 'roles'>): Todo[] {
  const isOpen = (text: string) => text.startsWith(placeholder);
  const all: [isMissing: boolean, what: string, where: string][] = [
    [isOpen(document.title), '文件的全称', 'data/city/document.yaml'],
    [isOpen(document.issuer), '印发文件的机关', 'data/city/document.yaml'],
    [written.clauses.length === 0, '文件的条款', 'data/clauses.yaml'],
    [written.roles.length === 0, '文件给地方的角色', 'data/city/roles.yaml'],
    [written.policies.length === 0, '政策导读', 'content/policies/'],
    [written.places.length === 0, '文件点到的地方', 'content/places/'],
  ];
  return all.flatMap(([isMissing, what, where]) => (isMissing ? [{ what, where }] : []));
}
