import type { Content } from '#domain/model/types.ts';
import { blocksOf } from '#domain/model/body.ts';
import { clausesCitedBy, sourcesCitedBy } from '#domain/model/cited.ts';
import { isUnread, pageEntries } from '#domain/model/content.ts';
import { figuresIn } from '#domain/model/text.ts';
import { factKey } from '../model/facts.ts';
import type { Report } from './report.ts';

/** Figures that count nothing: clause and article numbers, decree numbers, five-digit public hotlines (12345). */
const ordinals =
  /第\d+(?:[条款项批届次版期号]|部分)|[一二三四五六七八九十]+\([一二三四五六七八九十]+\)\d*|〔\d{4}〕\d*号?|(?<!\d)12[34]\d\d(?!\d)/gu;

/** No orphan figure: each number in prose stands in a cited clause, a sourced fact of the page, or the date of a cited source. */
export function checkFigures(content: Content, report: Report): void {
  const clauses = new Map(content.clauses.map((row) => [row.id, row.data]));
  const targetYear = content.settings.document?.data.targetYear;
  const sources = new Map(content.sources.map((row) => [row.id, row.data]));
  const factFigures = new Map(
    [...content.places, ...content.policies, ...content.cases].flatMap((entry) =>
      entry.data.facts.map((fact) => [
        `${entry.id}/${fact.id}`,
        figuresIn(`${fact.value} ${fact.asOf ?? ''} ${fact.label} ${fact.note ?? ''}`),
      ]),
    ),
  );
  for (const page of pageEntries(content)) {
    const { entry } = page;
    const { data } = entry;
    const facts = blocksOf(entry.body).flatMap(({ references }) =>
      references.flatMap(({ tag, to }) => (tag === 'Fact' ? (to.split('/')[0] ?? []) : [])),
    );
    const isLost =
      isUnread(content, 'settings') ||
      isUnread(content, 'clauses', clausesCitedBy(page)) ||
      isUnread(content, 'sources', sourcesCitedBy(page)) ||
      (['places', 'policies', 'cases'] as const).some((kind) => isUnread(content, kind, facts));
    if (isLost) continue;
    const known = new Set<string>();
    const learn = (text: string) => {
      for (const figure of figuresIn(text)) known.add(figure).add(String(Number(figure)));
    };
    for (const id of clausesCitedBy(page)) learn((clauses.get(id)?.terms ?? []).join(' '));
    for (const id of sourcesCitedBy(page)) {
      const source = sources.get(id);
      learn(`${source?.date ?? ''} ${source?.title ?? ''} ${source?.outlet ?? ''}`.replaceAll('-', ' '));
    }
    if ('facts' in data) {
      for (const fact of data.facts)
        learn(`${fact.value} ${fact.asOf ?? ''} ${fact.label} ${fact.note ?? ''}`.replaceAll('-', ' '));
    }
    if ('results' in data) {
      for (const result of data.results)
        learn(`${result.value} ${result.asOf ?? ''} ${result.label} ${result.note ?? ''}`.replaceAll('-', ' '));
    }
    if ('date' in data && data.date) learn(data.date.replaceAll('-', ' '));
    if ('distanceKm' in data && data.distanceKm !== undefined)
      learn(`${data.distanceKm} ${Math.round(data.distanceKm)}`);
    // The guidance's own target year is said on every page.
    if (targetYear !== undefined) learn(String(targetYear));
    for (const block of blocksOf(entry.body)) {
      for (const { tag, to } of block.references) {
        if (tag === 'Fact') for (const figure of factFigures.get(factKey(to, entry.id)) ?? []) known.add(figure);
      }
      for (const figure of figuresIn(block.text.replaceAll(ordinals, ''))) {
        if (!known.has(figure) && !known.has(String(Number(figure)))) {
          report.prose(entry, block.line, `数字「${figure}」没有来历`, '写进本页 facts 并注明出处，或引用含有它的条款');
        }
      }
    }
  }
}
