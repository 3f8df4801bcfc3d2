import type { Known } from '#domain/model/content.ts';
import type { Fault, Located, PermitRows } from '#domain/model/types.ts';
import { Report } from '#domain/checks/report.ts';
import { isLater } from '#domain/checks/sources.ts';
import { type LegalBasis, type PermitTable, permitTables } from '#schemas/permit.ts';
import { checkPermitGrowth } from './permit-growth.ts';
import { type Published, checkPublishedOptions, checkPublishedPages, notNeeds } from './published.ts';
import { checkPermitWords } from './permit-words.ts';

interface Outside {
  /** Ids of src/content/sources/ and of the clauses of the guidance. */
  sources: Known;
  clauses: Known;
  /** Beijing time, 2026-11-24 09:00. */
  now?: string | undefined;
  published?: Published | undefined;
}

/** Do the tables agree? Every id that is written exists, and every row is of use. All disagreements at once. */
export function checkPermit(rows: PermitRows, outside: Outside): Fault[] {
  const report = new Report();
  const inTable = (table: PermitTable, what: string) => ({
    ids: new Set(rows[table].map(({ id }) => id)),
    what,
    see: `编号见 src/data/permit/${permitTables[table].file}`,
  });
  const known = {
    need: inTable('needs', '需求'),
    question: inTable('questions', '题目'),
    entitlement: inTable('entitlements', '权益'),
    rule: inTable('rules', '规则'),
    step: inTable('steps', '下一步'),
    hotline: inTable('hotlines', '热线'),
    doc: inTable('docs', '法规文件'),
    source: { ids: outside.sources, what: '出处', see: '编号见 src/content/sources/' },
    clause: { ids: outside.clauses, what: '条款', see: '编号见 src/data/clauses.yaml，例如 3-3' },
  };
  const need = (kind: keyof typeof known, row: Located, field: PropertyKey[], id: string) => {
    const { ids, what, see } = known[kind];
    if (!ids.has(id)) report.error(row, field, `${what}「${id}」不存在`, see);
  };
  const needEach = (kind: keyof typeof known, row: Located, field: string, ids: readonly string[]) => {
    ids.forEach((id, index) => {
      need(kind, row, [field, index], id);
    });
  };

  for (const table of Object.keys(permitTables) as PermitTable[]) {
    const seen = new Set<string>();
    for (const row of rows[table]) {
      if (seen.has(row.id)) report.error(row, ['id'], `编号「${row.id}」重复`, '换一个编号');
      seen.add(row.id);
      if ('sources' in row.data) needEach('source', row, 'sources', row.data.sources);
      if ('clauses' in row.data) needEach('clause', row, 'clauses', row.data.clauses);
      if ('hotlines' in row.data) needEach('hotline', row, 'hotlines', row.data.hotlines);
      checkPermitWords(row, report);
    }
  }
  checkQuestions(rows, report);
  if (outside.published) checkPublishedOptions(rows, outside.published, report);
  if (outside.now !== undefined) checkForce(rows, outside.now, report);

  const options = new Map(rows.questions.map(({ id, data }) => [id, data.options.map((option) => option.id)]));
  for (const row of rows.decisions) {
    need('need', row, ['need'], row.data.need);
    for (const [question, answers] of Object.entries(row.data.when)) {
      need('question', row, ['when', question], question);
      const possible = options.get(question);
      answers.forEach((answer, index) => {
        if (!possible || possible.includes(answer)) return;
        report.error(
          row,
          ['when', question, index],
          `题目 ${question} 没有选项「${answer}」`,
          `写其中一个：${possible.join('、')}`,
        );
      });
    }
    for (const heading of ['now', 'later', 'maybe'] as const) needEach('entitlement', row, heading, row.data[heading]);
    needEach('step', row, 'next', row.data.next);
    needEach('rule', row, 'rules', row.data.rules);
  }
  const needBasis = (row: Located, field: PropertyKey[], basis: readonly LegalBasis[]) => {
    basis.forEach(({ doc }, index) => {
      need('doc', row, [...field, 'basis', index, 'doc'], doc);
    });
  };
  for (const row of rows.entitlements) {
    needBasis(row, [], row.data.basis);
    needEach('rule', row, 'rules', row.data.rules);
    const used = rows.decisions.some(({ data }) => [...data.now, ...data.later, ...data.maybe].includes(row.id));
    if (!used) report.error(row, ['id'], `权益「${row.id}」没有一条判断用到`, '在 decisions.yaml 里写上，或删去');
  }
  for (const row of rows.steps) {
    const used = rows.decisions.some(({ data }) => data.next.includes(row.id));
    if (!used) report.error(row, ['id'], `下一步「${row.id}」没有一条判断用到`, '在 decisions.yaml 里写上，或删去');
  }
  for (const row of rows.needs) {
    const used = rows.decisions.some(({ data }) => data.need === row.id);
    if (!used) report.error(row, ['id'], `需求「${row.id}」没有一条判断`, '在 decisions.yaml 里给它写判断，或删去');
    if (notNeeds.has(row.id)) report.error(row, ['id'], `编号「${row.id}」留给别的页用`, '换一个编号');
  }
  for (const row of rows.audiences) {
    needEach('need', row, 'needs', row.data.needs);
    for (const list of ['duties', 'limits'] as const)
      row.data[list].forEach(({ basis }, index) => {
        needBasis(row, [list, index], basis);
      });
  }
  for (const row of rows.periods) needBasis(row, [], row.data.basis);
  for (const row of rows.docs) need('source', row, ['source'], row.data.source);
  checkUsed(rows, report);
  if (report.faults.length > 0) return report.faults;
  const compiled = checkPermitGrowth(rows, report);
  if (compiled && outside.published) checkPublishedPages(compiled, outside.published, report);
  return report.faults;
}

/** Rules that hold today: what is over or still to come is told to nobody as if it held. */
function checkForce(rows: PermitRows, now: string, report: Report): void {
  for (const row of rows.rules) {
    const { since, until } = row.data;
    if (since && isLater(since, now))
      report.error(row, ['since'], `「${since}」还没有到，这条规则没有施行`, '施行以后再写；要预告的写在 changes.yaml');
    if (until && until !== 'unknown' && until < now.slice(0, until.length))
      report.error(
        row,
        ['until'],
        `「${until}」已经过了，这条规则不再施行`,
        '换成现在的规定，或连同用到它的地方一起删去',
      );
  }
}

/** Rules, laws and telephone numbers that nothing leads to are seen by nobody. */
function checkUsed(rows: PermitRows, report: Report): void {
  const { needs, decisions, entitlements, steps, unknown, audiences } = rows;
  const rules = [...decisions, ...entitlements].flatMap(({ data }) => data.rules);
  const hotlines = [...needs, ...entitlements, ...steps, ...unknown, ...audiences].flatMap(({ data }) => data.hotlines);
  const told = (list: readonly Located[], used: readonly string[], what: string, where: string) => {
    for (const row of list)
      if (!used.includes(row.id))
        report.error(row, ['id'], `${what}「${row.id}」没有一处用到`, `在 ${where} 里写上，或删去`);
  };
  told(
    rows.rules.filter(({ data }) => !data.listed),
    rules,
    '规则',
    'decisions.yaml 或 entitlements.yaml 的 rules',
  );
  told(rows.hotlines, hotlines, '热线', 'needs.yaml、entitlements.yaml 的 hotlines');
}

function checkQuestions(rows: PermitRows, report: Report): void {
  const letters = new Set<string>();
  for (const row of rows.questions) {
    const { letter, options, groups } = row.data;
    if (letters.has(letter)) report.error(row, ['letter'], `字母「${letter}」别的题用了`, '换一个字母');
    letters.add(letter);
    const used = rows.decisions.some(({ data }) => row.id in data.when);
    if (!used)
      report.error(row, ['id'], `题目「${row.id}」没有一条判断用到`, '在 decisions.yaml 的 when 里写上，或删去');
    const ids = options.map(({ id }) => id);
    options.forEach(({ id }, index) => {
      if (ids.indexOf(id) < index) report.error(row, ['options', index, 'id'], `选项「${id}」重复`, '换一个编号');
    });
    groups.forEach(({ of }, index) => {
      of.forEach((id, place) => {
        if (!ids.includes(id)) {
          report.error(row, ['groups', index, 'of', place], `本题没有选项「${id}」`, `写其中几个：${ids.join('、')}`);
        }
      });
    });
  }
}
