import { isUnread } from '#domain/model/content.ts';
import { questionId } from '#domain/model/questions.ts';
import { pageSections } from '#domain/model/sections.ts';
import type { Content } from '#domain/model/types.ts';
import { lifeEvents } from '#schemas/vocabulary.ts';
import { type PageKind, pageKindNames } from '#schemas/kinds.ts';

/** Places of a page besides its sections (锚点), as the pages of src/pages/ have them. */
const ofKind: { readonly [K in PageKind]: readonly string[] } = {
  policies: ['notice', 'clauses', 'facts', 'questions', 'cases', 'places'],
  places: ['facts', 'cases', 'policies', 'neighbours'],
  clusters: ['members', 'near'],
  cases: ['actions', 'results', 'timeline', 'where', 'sources'],
};

/** Whether the place a link leads to (/document/#c-3-7) is on its page; only pages made of content can be linked into. */
export function anchorFinder(content: Content): (address: string) => boolean {
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  const fixed = new Map<
    string,
    { kind?: 'clauses' | 'glossary' | 'sources' | 'policies'; anchors: ReadonlySet<string> }
  >([
    ['document', { kind: 'clauses', anchors: new Set(content.clauses.map(({ id }) => `c-${id}`)) }],
    ['glossary', { kind: 'glossary', anchors: ids(content.glossary) }],
    ['sources', { kind: 'sources', anchors: ids(content.sources) }],
    [
      'questions',
      {
        kind: 'policies',
        anchors: new Set([...Object.keys(lifeEvents), ...content.policies.map(({ id }) => `on-${id}`)]),
      },
    ],
  ]);
  return (address) => {
    const [path = '', anchor] = address.split('#');
    if (anchor === undefined) return true;
    const [first = '', id] = path.split('/').filter((part) => part !== '');
    if (id === undefined) {
      const { kind, anchors } = fixed.get(first) ?? {};
      return (kind !== undefined && isUnread(content, kind)) || (anchors?.has(anchor) ?? false);
    }
    const kind = pageKindNames.find((name) => name === first);
    const entry = kind && content[kind].find((one) => one.id === id);
    if (!kind || !entry) return true;
    const asked = 'questions' in entry.data ? entry.data.questions.map(({ q }) => `q-${questionId(q)}`) : [];
    return [...pageSections(kind, entry).map((section) => section.id), ...ofKind[kind], ...asked].includes(anchor);
  };
}
