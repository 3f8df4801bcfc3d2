import { expect, test } from 'vitest';
import { model } from './tables.ts';

// As 吉林省居住证管理办法 has them, typed off from its text.
const services = `义务教育；
基本公共就业服务；
基本公共卫生服务和计划生育服务；
公共文化体育服务；
法律援助和其他法律服务；
国家及居住地人民政府规定的其他待遇。`;
const conveniences = `按照有关规定在居住地办理出入境证件；
按照有关规定在居住地换领、补领居民身份证；
机动车登记；
申领机动车驾驶证；
参加居住地专业技术职务的任职资格评定或者考试、职业（执业）资格考试，申请授予职业资格；
办理生育服务登记和其他计划生育证明材料；
依法办理工商登记注册的，享受规定的优惠待遇；
与居住证持有人共同居住生活的适龄子女符合本省招生考试规定的，可以在居住地参加普通高级中学和普通高等学校的招生考试；
国家及居住地人民政府规定的其他便利。`;

const names = (kind: string) =>
  model.scope.filter((row) => row.kind === kind).map(({ name }) => name.replaceAll(' ', ''));
const lines = (text: string) => text.split('\n').map((line) => line.replace(/[；。]$/u, ''));

test('the six services and nine conveniences stand in the words of articles 14 and 15, in their order', () => {
  expect(names('service')).toEqual(lines(services));
  expect(names('convenience')).toEqual(lines(conveniences));
  expect(model.scope.map(({ article }) => article)).toEqual([
    '第十四条',
    ...Array.from('一二三四五六', (number) => `第十四条（${number}）`),
    ...Array.from('一二三四五六七八九', (number) => `第十五条（${number}）`),
  ]);
});
