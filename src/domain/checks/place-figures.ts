import type { Content } from '#domain/model/types.ts';
import { figuresIn } from '#domain/model/text.ts';
import type { Report } from './report.ts';

/** A line of years keeps to what a phone can show. */
const mostEvents = 5;

/** What the figures of a town are drawn from says nothing that its fact does not. */
export function checkPlaceFigures(content: Content, report: Report): void {
  for (const place of content.places) {
    place.data.facts.forEach((fact, index) => {
      const said = `${fact.label} ${fact.value} ${fact.note ?? ''}`;
      const known = new Set(figuresIn(`${said} ${fact.asOf?.replaceAll('-', ' ') ?? ''}`));
      const field = (name: string) => ['facts', index, name];
      const { event, months, census } = fact;
      for (const figure of event ? [String(event.year), ...figuresIn(event.what)] : []) {
        if (!known.has(figure))
          report.error(place, field('event'), `「${figure}」在这条事实里没有`, '和事实的数字对上，或删去');
      }
      for (const month of months ? [months.at(0), months.at(-1)] : []) {
        if (!figuresIn(said).includes(String(month)))
          report.error(place, field('months'), `${String(month)}月在这条事实里没有`, '只写事实说到的月份');
      }
      if (census && (typeof fact.value !== 'number' || fact.asOf === undefined))
        report.error(place, field('census'), '普查数没有数字或年份', 'value 写数字，asOf 写普查的年月');
    });
    const events = place.data.facts.filter(({ event }) => event).length;
    if (events > mostEvents)
      report.error(place, ['facts'], `时间线有${events}件事`, `挑最要紧的${mostEvents}件，别的删去 event`);
  }
  const clauses = new Map(content.clauses.map(({ id, data }) => [id, data]));
  for (const cluster of content.clusters) {
    const { radiusKm, clauses: own } = cluster.data;
    const clause = clauses.get(own[0] ?? '');
    if (radiusKm !== undefined && clause && !figuresIn(clause.terms.join(' ')).includes(String(radiusKm)))
      report.error(cluster, ['radiusKm'], `第一条条款没有写${radiusKm}公里`, '核对条款，或删去');
  }
}
