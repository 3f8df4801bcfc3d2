import { byName } from '#domain/model/by-name.ts';
import { type PermitModel, type PermitTable, permitTableNames } from '#schemas/permit.ts';
import { pageEntries } from '#domain/model/content.ts';
import type { Content } from '#domain/model/types.ts';
import { formatValue, sourceLabel } from '#domain/model/facts.ts';
import { pageKinds } from '#schemas/kinds.ts';
import type { ReferenceKind } from '#schemas/field-labels.ts';

/** What can be pointed at: id, name, and what tells it from others. */
export type Choice = readonly [id: string, name: string, more: string];
export type Choices = Readonly<Record<ReferenceKind | 'terms', readonly Choice[]>>;

/** Everything that can be picked by its name. */
export function choicesOf(content: Content): Choices {
  const data = <T>(rows: readonly { data: T }[]) => rows.map((row) => row.data);
  const permit = byName<PermitModel>(permitTableNames, (name: PermitTable) => data(content.permit[name] as never));
  const [clauses, glossary] = [data(content.clauses), data(content.glossary)];
  const pages = pageEntries(content);
  const ofKind = (kind: keyof typeof pageKinds) => content[kind].map(({ id, data }): Choice => [id, data.title, id]);
  return {
    sources: content.sources.map(({ id, data }): Choice => [id, data.title, `${sourceLabel(data)} ${id}`]),
    places: content.places.map(({ id, data }): Choice => [id, data.title, data.officialName]),
    policies: content.policies.map(({ id, data }): Choice => [id, data.short, data.title]),
    cases: ofKind('cases'),
    clauses: clauses.map(({ id, label, heading }): Choice => [id, `${label} ${heading}`, id]),
    roles: content.roles.map(({ id, data }): Choice => [id, data.label, id]),
    counties: content.counties.map(({ id, data }): Choice => [id, data.label, data.code]),
    levels: content.levels.map(({ id, data }): Choice => [id, data.label, id]),
    units: content.units.map(({ id, data }): Choice => [id, data.name, data.aliases.join('、')]),
    terms: glossary.map(({ id, term, plain }): Choice => [id, term, plain.slice(0, 40)]),
    address: pages.map(({ kind, entry }): Choice => [`/${kind}/${entry.id}/`, entry.data.title, pageKinds[kind].label]),
    fact: [...content.places, ...content.policies, ...content.cases].flatMap(({ id, data }) =>
      data.facts.map((fact): Choice => [`${id}/${fact.id}`, `${fact.label}：${formatValue(fact)}`, data.title]),
    ),
    needs: permit.needs.map(({ id, title, where }): Choice => [id, title, where]),
    questions: permit.questions.map(({ id, short, text }): Choice => [id, short, text]),
    entitlements: permit.entitlements.map(({ id, name, where }): Choice => [id, name, where]),
    rules: permit.rules.map(({ id, title, law }): Choice => [id, title, law]),
    steps: permit.steps.map(({ id, text, where }): Choice => [id, text, where]),
    hotlines: permit.hotlines.map(({ id, for: about }): Choice => [id, `${id} ${about}`, '']),
    docs: permit.docs.map(({ id, title }): Choice => [id, title, id]),
  };
}
