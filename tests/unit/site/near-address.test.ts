import { expect, test } from 'vitest';
import { inSmallLetters, nearAddresses } from '#domain/site/near-address.ts';

const known = [
  { path: 'places/wulajie/', title: '乌拉街' },
  { path: 'places/wangqi/', title: '旺起' },
  { path: 'policies/environment/', title: '农村厕所、秸秆和院子' },
  { path: 'policies/land/', title: '土地' },
  { path: 'cases/wulajie-three-mansions/', title: '乌拉街三府' },
];
const near = (asked: string) => nearAddresses(asked, known).map(({ path }) => path);

test('capitals, a missing folder, a missing letter and a slip lead to the page that was meant, first', () => {
  for (const asked of [
    'Places/Wulajie/',
    'wulajie',
    'places/wulaj/',
    'places/wulajei/',
    'places/wulajie.html',
    '乌拉街',
  ])
    expect(near(asked)[0], asked).toBe('places/wulajie/');
  expect(near('policies/enviroment')).toEqual(['policies/environment/']);
});

test('an address in capitals is the same in small letters, its Chinese untouched', () => {
  expect(inSmallLetters('/Places/WuLaJie/%E4%B9%8C')).toBe('/places/wulajie/%E4%B9%8C');
});

test('what is near nothing is offered nothing', () => {
  for (const asked of ['', 'wp-login.php', 'places/beijing/', 'abc']) expect(near(asked), asked).toEqual([]);
});
