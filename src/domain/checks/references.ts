import type { Content, Located } from '#domain/model/types.ts';
import { caseFilterSteps } from '#domain/cases/filters.ts';
import { referencesIn } from '#domain/model/body.ts';
import { holdsFigure, namesPlace } from '#domain/model/clauses.ts';
import { type Known, entryFinder, isUnread, knownIds, pageEntries } from '#domain/model/content.ts';
import { factKey } from '../model/facts.ts';
import { fixedPages, isKnownAddress } from '#domain/site/urls.ts';
import type { Basis } from '#schemas/entries.ts';
import type { Fact } from '#schemas/fact.ts';
import { linkFinder } from './links.ts';
import type { Report } from './report.ts';

type Field = readonly PropertyKey[];

const tables = [
  'roles',
  'counties',
  'levels',
  'units',
  'divisions',
  'clauses',
  'glossary',
  'targets',
  'everydayWords',
  'asks',
  'diagramLines',
  'diagramStations',
  'unknownStatus',
  'pageChanges',
] as const;

/** Every id that is written somewhere exists, and clauses hold what is said to be theirs. */
export function checkReferences(content: Content, report: Report): void {
  const clauses = new Map(content.clauses.map((row) => [row.id, row.data]));
  const known = {
    source: { ids: knownIds(content, 'sources'), what: '出处', see: 'src/content/sources/' },
    place: { ids: knownIds(content, 'places'), what: '地方', see: 'src/content/places/' },
    theme: { ids: knownIds(content, 'policies'), what: '主题（导读）', see: 'src/content/policies/' },
    case: { ids: knownIds(content, 'cases'), what: '案例', see: 'src/content/cases/' },
    term: { ids: knownIds(content, 'glossary'), what: '名词', see: 'src/data/glossary.yaml' },
  };
  const clauseIds = knownIds(content, 'clauses');
  const needs = (kind: keyof typeof known, where: Located, field: Field, id: string) => {
    const { ids, what, see } = known[kind];
    if (!ids.has(id)) report.error(where, field, `${what}「${id}」不存在`, `编号见 ${see}`);
  };
  const needsClause = (where: Located, field: Field, id: string) => {
    if (!clauseIds.has(id)) report.error(where, field, `条款「${id}」不存在`, '条款编号见 /document/，例如 3-7');
  };
  const needsEach = (kind: keyof typeof known, where: Located, field: string, ids: readonly string[]) => {
    ids.forEach((id, index) => {
      needs(kind, where, [field, index], id);
    });
  };

  const checkFacts = (where: Located, facts: readonly Fact[]) => {
    const seen = new Set<string>();
    facts.forEach((fact, index) => {
      const at = (key: string): Field => ['facts', index, key];
      if (seen.has(fact.id)) report.error(where, at('id'), `事实编号「${fact.id}」重复`, '换一个编号');
      seen.add(fact.id);
      if (fact.source !== undefined) needs('source', where, at('source'), fact.source);
      fact.alsoIn.forEach((id, n) => {
        needs('source', where, ['facts', index, 'alsoIn', n], id);
      });
      if (fact.clause === undefined) return;
      needsClause(where, at('clause'), fact.clause);
      const clause = clauses.get(fact.clause);
      if (clause && !holdsFigure(clause, fact.value, fact.unit)) {
        const figure = `${fact.value}${fact.unit ?? ''}`;
        report.error(where, at('value'), `条款 ${clause.label} 里没有「${figure}」`, '核对数字和单位，或改写 source');
      }
    });
  };

  const needsBasis = (entry: Located, path: Field, basis: Basis) => {
    basis.clauses.forEach((id, n) => {
      needsClause(entry, [...path, 'clauses', n], id);
    });
    basis.sources.forEach((id, n) => {
      needs('source', entry, [...path, 'sources', n], id);
    });
  };

  for (const table of tables) {
    const seen = new Set<string>();
    for (const row of content[table]) {
      if (seen.has(row.id)) report.error(row, ['id'], `编号「${row.id}」重复`, '换一个编号，或删去一行');
      seen.add(row.id);
    }
  }
  checkFactOwners(content, report);
  const units = knownIds(content, 'units');
  for (const row of content.clauses) {
    row.data.leads.forEach((id, index) => {
      if (!units.has(id)) report.error(row, ['leads', index], `单位「${id}」不存在`, '编号见 src/data/city/units.yaml');
    });
  }
  for (const role of content.roles) {
    needsClause(role, ['clause'], role.data.clause);
    if (role.data.policy !== undefined) needs('theme', role, ['policy'], role.data.policy);
  }
  const { document, words } = content.settings;
  if (document) {
    const { clauses: leaned, forAll, permitPolicy } = document.data;
    for (const [page, id] of Object.entries(leaned)) if (id !== undefined) needsClause(document, ['clauses', page], id);
    if (forAll !== undefined) needsClause(document, ['forAll'], forAll);
    if (permitPolicy !== undefined) needs('theme', document, ['permitPolicy'], permitPolicy);
  }
  const scope = words?.data.permit?.scope;
  if (words && scope && !isUnread(content, 'permit') && !content.permit.docs.some(({ id }) => id === scope.doc)) {
    report.error(words, ['permit', 'scope', 'doc'], `法规「${scope.doc}」不存在`, '编号见 src/data/permit/docs.yaml');
  }
  const divisions = knownIds(content, 'divisions');
  const needsDivision = (where: Located, code: string) => {
    // A village is none of the table: its town is.
    if (divisions.size === 0 || divisions.has(code.slice(0, 9))) return;
    report.warning(where, ['code'], `区划代码「${code}」不在全市的区划里`, '核对代码；区划见 src/data/divisions.yaml');
  };
  for (const county of content.counties) needsDivision(county, county.data.code);
  for (const place of content.places) {
    if (place.data.code !== undefined) needsDivision(place, place.data.code);
    place.data.roles.forEach(({ clause: id, also, basis }, index) => {
      needsClause(place, ['roles', index, 'clause'], id);
      also.forEach((other, n) => {
        needsClause(place, ['roles', index, 'also', n], other);
      });
      const clause = clauses.get(id);
      if (clause && basis === 'named' && !namesPlace(clause, place.data.title)) {
        report.error(
          place,
          ['roles', index, 'clause'],
          `条款 ${clause.label} 没有提到「${place.data.title}」`,
          '核对条款编号；若是整体提到，写 basis: implied 并在 note 说明',
        );
      }
    });
    checkFacts(place, place.data.facts);
    needsEach('source', place, 'sources', place.data.sources);
    if (place.data.caveat) needsBasis(place, ['caveat'], place.data.caveat);
    if (place.data.positionSource) needs('source', place, ['positionSource'], place.data.positionSource);
  }
  for (const entry of [...content.clusters, ...content.policies]) {
    entry.data.clauses.forEach((id, index) => {
      needsClause(entry, ['clauses', index], id);
    });
  }
  for (const policy of content.policies) {
    checkFacts(policy, policy.data.facts);
    const asked = new Set<string>();
    policy.data.questions.forEach((question, index) => {
      needsBasis(policy, ['questions', index], question);
      if (asked.has(question.q)) {
        report.error(policy, ['questions', index, 'q'], `问题「${question.q}」写了两遍`, '合成一问，或者换个问法');
      }
      asked.add(question.q);
    });
    policy.data.replaced.forEach(({ clause, basis }, index) => {
      needsClause(policy, ['replaced', index, 'clause'], clause);
      needs('source', policy, ['replaced', index, 'basis', 'source'], basis.source);
    });
  }
  for (const item of content.cases) {
    if (caseFilterSteps.includes(item.id))
      report.error(item, [], `编号「${item.id}」是案例筛选页的网址`, '给这个文件换一个名字');
    needsEach('place', item, 'places', item.data.places);
    needsEach('theme', item, 'themes', item.data.themes);
    needsEach('source', item, 'sources', item.data.sources);
    needsEach('case', item, 'related', item.data.related);
    item.data.related.forEach((id, index) => {
      if (id === item.id) report.error(item, ['related', index], '和自己有关', '写别的案例的编号，或删去');
    });
    needs('source', item, ['firstReported'], item.data.firstReported);
    item.data.results.forEach(({ source }, index) => {
      needs('source', item, ['results', index, 'source'], source);
    });
    item.data.people.forEach(({ source }, index) => {
      needs('source', item, ['people', index, 'source'], source);
    });
    checkFacts(item, item.data.facts);
  }
  for (const row of [...content.glossary, ...content.targets]) {
    const { sources } = row.data;
    sources.forEach((id, index) => {
      needs('source', row, ['sources', index], id);
    });
  }
  for (const row of content.glossary)
    row.data.clauses.forEach((id, n) => {
      needsClause(row, ['clauses', n], id);
    });
  const placesById = new Map(content.places.map((place) => [place.id, place]));
  for (const row of content.targets) {
    row.data.census.forEach(({ place: id, fact: factId }, n) => {
      needs('place', row, ['census', n, 'place'], id);
      const place = placesById.get(id);
      const fact = place?.data.facts.find((one) => one.id === factId);
      const isCount = typeof fact?.value === 'number' && fact.unit === '人' && fact.source !== undefined;
      if (place && !isCount) {
        const problem = `「${id}」的事实表里没有人数「${factId}」`;
        report.error(row, ['census', n, 'fact'], problem, '核对事实编号；要是数字，单位写人，并有 source');
      }
    });
    needsClause(row, ['clause'], row.data.clause);
    const clause = clauses.get(row.data.clause);
    if (clause && row.data.value !== null && !holdsFigure(clause, row.data.value, row.data.unit ?? '')) {
      report.error(row, ['value'], `条款 ${clause.label} 里没有这个数字`, '核对数字和单位');
    }
  }
  checkBodies(content, report, { ...known, clause: { ids: clauseIds } });
  checkEverydayWords(content, report);
  checkAsks(content, report);
}

/** A fact is called by the id of its entry and its own: places, explainers and cases share their ids. */
function checkFactOwners({ places, policies, cases }: Content, report: Report): void {
  const owners = new Map<string, Located>();
  for (const entry of [...places, ...policies, ...cases]) {
    const other = owners.get(entry.id);
    if (other) report.error(entry, [], `编号「${entry.id}」${other.path} 已经在用`, '给这个文件换一个名字');
    else owners.set(entry.id, entry);
  }
}

/** Everyday words (平常说法) lead to what exists. */
function checkEverydayWords(content: Content, report: Report): void {
  const wrong = lostAddress(content);
  for (const row of content.everydayWords) {
    row.data.pages.forEach((address, index) => {
      for (const fault of wrong(address)) report.error(row, ['pages', index], ...fault);
    });
  }
}

/** What is asked (问法) has a page that answers, and one only. */
function checkAsks(content: Content, report: Report): void {
  const wrong = lostAddress(content);
  const owners = new Map<string, string>();
  for (const row of content.asks) {
    const { page, asks } = row.data;
    if (page !== undefined) for (const fault of wrong(page)) report.error(row, ['page'], ...fault);
    asks.forEach((ask, index) => {
      const other = owners.get(ask);
      if (other !== undefined)
        report.error(row, ['asks', index], `「${ask}」在「${other}」里已经写了`, '留在答得更准的那一处，这里删去');
      owners.set(ask, row.id);
    });
  }
}

/** What is wrong with an address that search is to lead to: a page, or what the checker knows (/residence-permit/#wage-claim). */
function lostAddress(content: Content): (address: string) => [problem: string, remedy: string][] {
  const hasEntry = entryFinder(content);
  const { needs, audiences, entitlements, edgeCases, hotlines } = content.permit;
  const known = new Set(
    [needs, audiences, entitlements, edgeCases, hotlines].flatMap((rows) => rows.map(({ id }) => id)),
  );
  const permit = `/${fixedPages.permit.join('/')}/`;
  return (address) => {
    if (!isKnownAddress(address, hasEntry))
      return [[`没有 ${address} 这一页`, '写完整路径，例如 /policies/environment/']];
    const [page, id] = address.split('#');
    if (page !== permit || id === undefined || known.has(id) || isUnread(content, 'permit')) return [];
    return [[`居住证自查里没有「${id}」`, '写一件事、一项权益、一种情形或者一个电话的编号，见 src/data/permit/']];
  };
}

function checkBodies(
  content: Content,
  report: Report,
  known: Record<'source' | 'term' | 'clause', { ids: Known }>,
): void {
  const facts = new Set(
    [...content.places, ...content.policies, ...content.cases].flatMap((entry) =>
      entry.data.facts.map((fact) => `${entry.id}/${fact.id}`),
    ),
  );
  const isUnreadable = (id: string) =>
    (['places', 'policies', 'cases'] as const).some((kind) => isUnread(content, kind, [id]));
  const wrongLink = linkFinder(content);
  for (const { entry } of pageEntries(content)) {
    for (const { tag, to, text, line, inBackground } of referencesIn(entry.body)) {
      const fail = (problem: string, remedy: string) => {
        report.prose(entry, line, problem, remedy);
      };
      if (tag === 'Clause' && !known.clause.ids.has(to)) fail(`条款「${to}」不存在`, '条款编号见 /document/，例如 3-7');
      if (tag === 'Source' && !known.source.ids.has(to)) fail(`出处「${to}」不存在`, '编号见 src/content/sources/');
      if (tag === 'Source' && !inBackground) fail('出处放在了背景资料外面', '用 <Background> 把这一段包起来');
      if (tag === 'Term' && !known.term.ids.has(to)) fail(`名词「${to}」不存在`, '编号见 src/data/glossary.yaml');
      if (tag === 'Fact' && !facts.has(factKey(to, entry.id)) && !isUnreadable(to.split('/')[0] ?? '')) {
        fail(`事实「${to}」不存在`, '本页的写编号，别处的写「地方编号/事实编号」');
      }
      if (tag === 'link') for (const wrong of wrongLink(to, text ?? '')) fail(...wrong);
    }
  }
}
