import type { Decision, Entitlement, PermitModel, PermitQuestion, PermitRule } from '#schemas/permit.ts';
import { sourcesCitedBy } from '#domain/model/cited.ts';
import type { Policy } from '#domain/model/types.ts';
import { articlesIn, lawName } from './articles.ts';

/** What has to be read again when a rule, a law or an article changes. */
export interface Standing {
  rules: PermitRule[];
  entitlements: Entitlement[];
  decisions: Decision[];
  /** Questions of the checker (自查题目) that lead to these decisions. */
  questions: PermitQuestion[];
  /** Explainers that cite a text these rest on, or explain a clause they name; each has a poster of its own. */
  explainers: Policy[];
  /** Their questions and answers (常有人问) that rest on the same. */
  answers: { policy: Policy; q: string }[];
}

/** A text that rules and entitlements stand on. */
export interface Law {
  name: string;
  /** Ids of its sources, where the tables name them. */
  sources: string[];
  /** Its articles that something stands on, in order. */
  articles: number[];
}

export interface Watched {
  permit: Pick<PermitModel, 'rules' | 'entitlements' | 'decisions' | 'questions' | 'docs'>;
  policies: readonly Policy[];
}

/** One rule or entitlement on one text. Without an article, it stands on the text as a whole. */
interface Link {
  law: string;
  articles: number[];
  rule?: PermitRule;
  entitlement?: Entitlement;
}

/** Who stands on whom, by rule, by law and by article (依据对照). */
export function createWatch({ permit, policies }: Watched) {
  const docs = new Map(permit.docs.map((doc) => [doc.id, { ...doc, name: lawName(doc.title) }]));
  const known = [...docs.values()];
  // 国办发〔2024〕38号 is known by its title, which names the number.
  const nameOf = (text: string) => {
    const name = lawName(text);
    return known.find((doc) => doc.name === name || doc.title.includes(`（${name}）`))?.name ?? name;
  };

  const links: Link[] = [
    ...permit.rules.flatMap((rule) => {
      const articles = rule.article.split('；');
      return rule.law.split('；').map((law, index) => ({
        law: nameOf(law),
        articles: articlesIn(articles[index] ?? ''),
        rule,
      }));
    }),
    ...permit.entitlements.flatMap((entitlement) =>
      entitlement.basis.map(({ doc, article }) => ({
        law: docs.get(doc)?.name ?? doc,
        articles: articlesIn(article),
        entitlement,
      })),
    ),
  ];
  const laws: Law[] = [...Map.groupBy(links, ({ law }) => law)].map(([name, own]) => ({
    name,
    sources: known.flatMap((doc) => (doc.name === name ? doc.source : [])),
    articles: [...new Set(own.flatMap(({ articles }) => articles))].toSorted((a, b) => a - b),
  }));

  const cited = new Map(policies.map((policy) => [policy, sourcesCitedBy({ kind: 'policies', entry: policy })]));

  function standing(
    rules: readonly PermitRule[],
    direct: readonly Entitlement[],
    sources: readonly string[],
    clauses: readonly string[],
  ): Standing {
    const ids = new Set(rules.map(({ id }) => id));
    const isOn = (list: readonly string[]) => list.some((id) => ids.has(id));
    const entitlements = permit.entitlements.filter((item) => direct.includes(item) || isOn(item.rules));
    const decisions = permit.decisions.filter(({ rules: own }) => isOn(own));
    const asked = new Set(decisions.flatMap(({ when }) => Object.keys(when)));
    const rests = (basis: { sources: readonly string[]; clauses: readonly string[] }) =>
      sources.some((id) => basis.sources.includes(id)) || clauses.some((id) => basis.clauses.includes(id));
    const explainers = policies.filter((policy) =>
      rests({ sources: [...(cited.get(policy) ?? [])], clauses: policy.data.clauses }),
    );
    const answers = explainers.flatMap((policy) => policy.data.questions.filter(rests).map(({ q }) => ({ policy, q })));
    return {
      rules: [...rules],
      entitlements,
      decisions,
      questions: permit.questions.filter(({ id }) => asked.has(id)),
      explainers,
      answers,
    };
  }

  /** Sources of a rule that are texts of law: what a report says of one is no reason to read an explainer again. */
  const textsOf = (rule: PermitRule) => rule.sources.filter((id) => known.some(({ source }) => source === id));

  return {
    laws,
    onRule: (rule: PermitRule): Standing => standing([rule], [], textsOf(rule), rule.clauses),
    /** A law as a whole, or one article of it. */
    onLaw: ({ name, sources }: Law, article?: number): Standing => {
      const own = links.filter(
        ({ law, articles }) => law === name && (article === undefined || articles.includes(article)),
      );
      return standing(
        own.flatMap(({ rule }) => rule ?? []),
        own.flatMap(({ entitlement }) => entitlement ?? []),
        sources,
        [],
      );
    },
    /** The law that is meant: by its name, by a doc's id, or by a part of the name that only one has. */
    find: (asked: string): Law | undefined => {
      const name = docs.get(asked)?.name ?? nameOf(asked);
      const exact = laws.find((law) => law.name === name);
      const part = laws.filter((law) => name.length >= 2 && law.name.includes(name));
      return exact ?? (part.length === 1 ? part[0] : undefined);
    },
    /** Laws whose names are most like what was asked for, the most like first. */
    nearest: (asked: string): Law[] => {
      const like = likeness(lawName(asked));
      return laws
        .map((law) => ({ law, score: like(law.name) }))
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score)
        .slice(0, 3)
        .map(({ law }) => law);
    },
  };
}

/** The share of pairs of characters that two names have in common, 0 to 1. */
function likeness(asked: string): (name: string) => number {
  const pairs = (text: string) =>
    new Set(Array.from(text).map((_, index, all) => all.slice(index, index + 2).join('')));
  const own = pairs(asked);
  return (name) => {
    const others = pairs(name);
    const shared = [...own].filter((pair) => others.has(pair)).length;
    return (2 * shared) / (own.size + others.size);
  };
}
