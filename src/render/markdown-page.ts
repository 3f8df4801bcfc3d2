import { citation } from '#domain/citing/citations.ts';
import { clausesCitedBy, sourcesCitedBy } from '#domain/model/cited.ts';
import { compareClauseIds } from '#domain/model/clauses.ts';
import type { PageEntry } from '#domain/model/content.ts';
import { formatDate, formatValue, sourceLabel } from '#domain/model/facts.ts';
import { pageSections } from '#domain/model/sections.ts';
import { createMarkdown, textMarks } from './markdown.ts';
import type { ProseContext } from './prose.ts';

interface Context extends ProseContext {
  /** Address with scheme and host. */
  absolute: (path: string) => string;
  siteName: string;
  guidance: { document: string; issuer: string };
}

/** A whole page as Markdown: what it says first, then its prose, figures, questions, and what each mark stands for. */
export function markdownPage(context: Context, page: PageEntry): string {
  const { catalog, urls, absolute } = context;
  const { kind, entry } = page;
  const { data } = entry;
  const write = createMarkdown(context, entry.id);
  const marks = textMarks(context);
  const clauses = [...clausesCitedBy(page)].toSorted(compareClauseIds).map((id) => catalog.clause(id));
  const sources = [...sourcesCitedBy(page)].map((id) => catalog.source(id));
  const section = (heading: string, lines: readonly string[]) =>
    lines.length > 0 ? [`## ${heading}`, lines.join('\n')] : [];
  return `${[
    `# ${data.title}`,
    `> ${data.summary}`,
    `网址：${absolute(urls.entry(kind, entry.id))}\n${context.siteName} · 发布 ${data.published} · 更新 ${data.updated}`,
    `文件指《${context.guidance.document}》，${context.guidance.issuer}。`,
    ...('roles' in data
      ? section(
          '文件所载',
          data.roles.map(({ role, clause }) => `- ${catalog.role(role).label}〔条款 ${catalog.clause(clause).label}〕`),
        )
      : []),
    ...('notice' in data ? ['## 一段话说清', data.notice] : []),
    ...('caveat' in data && data.caveat ? [`注意：${data.caveat.text}${marks.basis(data.caveat)}`] : []),
    ...('actions' in data
      ? section(
          '一眼看懂',
          data.actions.map((action) => `- ${action}`),
        )
      : []),
    ...pageSections(kind, entry).flatMap(({ id, heading, note, nodes }) => [
      `## ${heading}`,
      ...(note ? [`（${note}）`] : []),
      write(nodes),
      ...(id === 'later' && 'replaced' in data
        ? data.replaced.map(
            ({ before, clause, now, basis, since }) =>
              `- 以前：${before}${marks.clause(clause)}\n- 现在：${now}\n- 依据：${basis.article}${marks.source(basis.source)}\n- 从哪天起：${formatDate(since)}`,
          )
        : []),
    ]),
    ...section('数字', figures(entry)),
    ...('questions' in data
      ? data.questions.flatMap((item) => [`### ${item.q}`, `${item.a}${marks.basis(item)}`])
      : []),
    ...section(
      '条款要点（本站转述，不是原文）',
      clauses.map(({ label, heading, gist }) => `- ${label} ${heading}：${gist}`),
    ),
    ...section(
      '出处',
      sources.map((source) => `- ${sourceLabel(source)}：${citation(source)}${source.url ? ` ${source.url}` : ''}`),
    ),
  ].join('\n\n')}\n`;

  function figures({ data: given }: typeof entry): string[] {
    const facts = 'facts' in given ? given.facts : [];
    const results = 'results' in given ? given.results : [];
    return [...facts, ...results].map((fact) => {
      const from =
        'clause' in fact && fact.clause ? `条款 ${catalog.clause(fact.clause).label}` : sourceOf(fact.source);
      return `- ${fact.label}：${formatValue(fact)}${fact.asOf ? `（${formatDate(fact.asOf)}）` : ''}〔${from}〕`;
    });
  }
  function sourceOf(id: string | undefined): string {
    return id === undefined ? '' : `出处 ${sourceLabel(catalog.source(id))}`;
  }
}
