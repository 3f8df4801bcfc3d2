interface HeadingInfo {
  label: string;
  required: boolean;
  /** One line under the heading that says whose words the section is: this site's own. No source may answer for them. */
  note?: string;
  /** All that stands in the section is not known or not said (没有查到、没有说的): it goes to /unknown/. */
  isGap?: true;
}

/**
 * Kinds of page that writers make (页面种类), one entry each. Routes, menu, checks, search, feeds, Markdown, offline,
 * the site map and the web server's redirects are derived from here; `pageSchemas` in entries.ts says what a header holds.
 * The key is the folder below src/content/ and the first step of the address.
 */
interface PageKindInfo {
  /** What one of them is called in messages and lists. */
  label: string;
  /** Column of the site it belongs to. */
  section: 'policies' | 'places' | 'cases';
  /** Name of the kind among search results, and how much one counts beside others, 0 to 1. */
  search: { kind: string; label: string; prior: number };
  /** Fixed headings of the prose, in their order; the key is the anchor. `required` ones must stand in every file. */
  headings: Readonly<Record<string, HeadingInfo>>;
  /** The whole page is background (背景资料): all of it comes from reports, nothing from the guidance. */
  isBackground?: true;
}

export const pageKinds = {
  policies: {
    label: '政策导读',
    section: 'policies',
    search: { kind: 'policy', label: '政策', prior: 1 },
    headings: {
      'for-me': { label: '和我有什么关系', required: true },
      says: { label: '文件怎么说', required: false },
      'what-to-do': { label: '能做什么、找谁', required: true },
      terms: { label: '名词解释', required: false },
      later: { label: '后来怎样', required: true },
      unsaid: { label: '文件没有说的', required: true, isGap: true },
    },
  },
  places: {
    label: '镇村',
    section: 'places',
    search: { kind: 'place', label: '地方', prior: 0.97 },
    headings: {
      what: { label: '是什么地方', required: false },
      says: { label: '文件怎么说', required: true },
      later: { label: '后来怎样', required: false },
      before: { label: '去之前、采访之前要知道的', required: false },
    },
  },
  clusters: {
    label: '城镇群',
    section: 'places',
    search: { kind: 'cluster', label: '地方', prior: 1 },
    headings: {
      what: { label: '是什么样的城镇群', required: true },
      says: { label: '文件怎么说', required: true },
      later: { label: '后来怎样', required: false },
      unsaid: { label: '文件没有说的', required: false, isGap: true },
    },
  },
  cases: {
    label: '案例',
    section: 'cases',
    search: { kind: 'case', label: '案例', prior: 0.78 },
    headings: {
      problem: { label: '遇到什么问题', required: true },
      done: { label: '做了什么', required: true },
      lessons: {
        label: '别人能学什么',
        required: true,
        note: '这一段是本站读报道以后的想法，报道没有这样说。',
      },
      unknown: { label: '还不知道什么', required: true, isGap: true },
    },
    isBackground: true,
  },
} as const satisfies Record<string, PageKindInfo>;
export type PageKind = keyof typeof pageKinds;

/** In the order of the site map. */
export const pageKindNames = Object.keys(pageKinds) as PageKind[];
