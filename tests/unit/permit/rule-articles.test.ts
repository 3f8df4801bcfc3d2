import { expect, test } from 'vitest';
import { ruleSchema } from '#schemas/permit.ts';

test('of each text a rule stands on, the article is named', () => {
  const rule = { id: 'who', title: '谁能办', text: '要点', confidence: 'high', sources: ['law'] };
  const said = (law: string, article: string) =>
    ruleSchema
      .safeParse({ ...rule, law, article })
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  expect(said('国家条例；省办法', '第二条；第八条')).toBeUndefined();
  expect(said('国家条例；省办法', '第二条')).toEqual([
    'article: 和 law 一一对应：几份文本就写几处，用「；」分开；没有条号的写「报道转述」',
  ]);
});
