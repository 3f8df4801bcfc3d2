import type { Fault, Located, Row } from '#domain/model/types.ts';
import { Report } from '#domain/checks/report.ts';
import { type PermitModel, type PermitTable, permitTables } from '#schemas/permit.ts';
import { checkPermitWords } from './permit-words.ts';

/** The tables with the place of each row in its file. */
export type PermitRows = { [K in PermitTable]: Row<PermitModel[K][number]>[] };

interface Outside {
  /** Ids of src/content/sources/ and of the clauses of the guidance. */
  sources: ReadonlySet<string>;
  clauses: ReadonlySet<string>;
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
  checkQuestions(rows, report, (row, field, id) => {
    need('question', row, field, id);
  });

  const options = new Map(rows.questions.map(({ id, data }) => [id, data.options.map((option) => option.id)]));
  for (const row of rows.decisions) {
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
  for (const row of rows.entitlements) {
    row.data.basis.forEach(({ doc }, index) => {
      need('doc', row, ['basis', index, 'doc'], doc);
    });
    needEach('rule', row, 'rules', row.data.rules);
    const used = rows.decisions.some(({ data }) => [...data.now, ...data.later, ...data.maybe].includes(row.id));
    if (!used) report.error(row, ['id'], `权益「${row.id}」没有一条判断用到`, '在 decisions.yaml 里写上，或删去');
  }
  for (const row of rows.steps) {
    const used = rows.decisions.some(({ data }) => data.next.includes(row.id));
    if (!used) report.error(row, ['id'], `下一步「${row.id}」没有一条判断用到`, '在 decisions.yaml 里写上，或删去');
  }
  for (const row of rows.docs) need('source', row, ['source'], row.data.source);
  return report.faults;
}

function checkQuestions(
  rows: PermitRows,
  report: Report,
  needQuestion: (row: Located, field: PropertyKey[], id: string) => void,
): void {
  const letters = new Set<string>();
  for (const row of rows.questions) {
    const { letter, options, groups } = row.data;
    if (letters.has(letter)) report.error(row, ['letter'], `字母「${letter}」别的题用了`, '换一个字母');
    letters.add(letter);
    const ids = options.map(({ id }) => id);
    options.forEach(({ id, follow }, index) => {
      if (ids.indexOf(id) < index) report.error(row, ['options', index, 'id'], `选项「${id}」重复`, '换一个编号');
      if (follow !== undefined) needQuestion(row, ['options', index, 'follow'], follow);
    });
    // Two followed options on one page could not be told apart by `data-option`.
    const second = options.findIndex(
      ({ follow }, index) => follow && options.slice(0, index).some((other) => other.follow),
    );
    if (second >= 0) report.error(row, ['options', second, 'follow'], '一题里有两个选项写了 follow', '只留一个');
    groups.forEach(({ of }, index) => {
      of.forEach((id, place) => {
        if (!ids.includes(id)) {
          report.error(row, ['groups', index, 'of', place], `本题没有选项「${id}」`, `写其中几个：${ids.join('、')}`);
        }
      });
    });
  }
}
