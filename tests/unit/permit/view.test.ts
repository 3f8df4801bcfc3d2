import { expect, test } from 'vitest';
import { judge } from '#domain/permit/judge.ts';
import { viewOf } from '#domain/permit/view.ts';
import { model } from './tables.ts';

test('a page shows wages and legal aid first, then what these answers bring, then what everyone has', () => {
  const answers = {
    hukou: 'outside',
    permit: 'none',
    stay: 'half',
    settle: 'no',
    child: 'none',
    insured: 'here',
    proof: 'job',
  };
  const outcome = judge(model, answers);
  const view = viewOf(model, outcome);
  expect(view.urgent.map(({ id }) => id)).toEqual(['wage-claim', 'legal-aid-wages']);
  expect(view.own.map(({ id }) => id)).toEqual(['apply-permit', 'pension-transfer', 'medical-transfer']);
  expect(view.urgent.length + view.own.length + view.common.length).toBe(outcome.now.length);
  expect(view.steps[0]?.id).toBe('apply-permit-step');
  expect(view.papers).toEqual(['身份证', '照片', '住处、工作、上学证明里的一样']);
  expect(view.say).toHaveLength(outcome.say.length - 1);
});
