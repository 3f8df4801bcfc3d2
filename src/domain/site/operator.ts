import { type Operator, operatorDetails } from '#schemas/operator.ts';

export { type Operator, operatorDetails };

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
