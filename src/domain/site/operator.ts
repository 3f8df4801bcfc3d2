/** What is to be known of whoever runs the site (主办单位), as it is called on the page. */
export const operatorDetails = {
  name: '主办单位',
  /** Telephone, address. */
  contact: '联系方式',
  email: '邮箱',
  /** Only a government site has one. */
  siteIdCode: '网站标识码',
  icpNumber: 'ICP备案号',
  /** As it was given: 吉公网安备22020002000001号. */
  policeNumber: '公安备案号',
  dataLicence: '数据许可',
  dataLicenceUrl: '数据许可的网址',
} as const;
export type Operator = Readonly<Record<keyof typeof operatorDetails, string>>;

/** Names of what has not been filled in. */
export function missingDetails(operator: Operator): string[] {
  const keys = Object.keys(operatorDetails) as (keyof Operator)[];
  return keys.filter((key) => operator[key] === '').map((key) => operatorDetails[key]);
}

/** Where the filing of a site can be looked up (ICP备案). */
export const icpRegister = 'https://beian.miit.gov.cn/';

/** The record of a filing with the police (公安备案), by the digits of its number. */
export function policeRecord(number: string): string {
  return `https://beian.mps.gov.cn/#/query/webSearch?code=${number.replaceAll(/\D/g, '')}`;
}
