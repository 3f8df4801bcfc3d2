import { expect, test } from 'vitest';
import { checkAfter } from '../../fixtures/fixture.ts';

const notice = 'notice: 文件点了青石、白水镇、大柳村。';
const withRadio = (radio: string) =>
  checkAfter([{ file: 'content/policies/towns.mdx', from: notice, to: `${notice}\nradio: ${radio}` }]).errors;

test('a text that can be said is in order', () => {
  expect(
    withRadio('各位乡亲，文件点了三处地方：青石、白水镇、大柳村。二〇二〇年不在这里说。').map(({ problem }) => problem),
  ).toEqual(['「二〇二〇」在这篇导读里没有']);
  expect(withRadio('各位乡亲，文件点了三处地方：青石、白水镇、大柳村。')).toEqual([]);
});

test('a figure in digits is refused, with the way to say it', () => {
  const [fault] = withRadio('要建2万户。');
  expect(fault).toMatchObject({ field: 'radio', problem: '「2万户」念不出来', remedy: '写成「两万户」' });
});

test('marks that nobody can say are refused', () => {
  expect(withRadio('见三(八)。').map(({ problem }) => problem)).toEqual(['「(」念不出来']);
  expect(withRadio('看 www。')).toHaveLength(1);
});

test('a figure that the explainer does not give is refused', () => {
  expect(withRadio('要建五十二万户。').map(({ problem }) => problem)).toEqual(['「五十二万」在这篇导读里没有']);
});

test('more than three hundred characters are too many', () => {
  expect(withRadio('念'.repeat(301)).map(({ field }) => field)).toContain('radio');
});
