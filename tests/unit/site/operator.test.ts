import { expect, test } from 'vitest';
import { missingDetails, policeRecord } from '#domain/site/operator.ts';

const filled = {
  name: '某局',
  contact: '0432-00000000',
  email: 'a@example.org',
  siteIdCode: '0000000000',
  icpNumber: '吉ICP备00000000号-1',
  policeNumber: '吉公网安备00000000000000号',
  dataLicence: '某许可',
  dataLicenceUrl: 'https://example.org/',
};

test('what the operator has left empty is told by its Chinese name', () => {
  expect(missingDetails(filled)).toEqual([]);
  expect(missingDetails({ ...filled, contact: '', icpNumber: '' })).toEqual(['联系方式', 'ICP备案号']);
});

test('the record of a police filing is found by the digits of its number', () => {
  expect(policeRecord('吉公网安备 22020002000001号')).toBe(
    'https://beian.mps.gov.cn/#/query/webSearch?code=22020002000001',
  );
});
