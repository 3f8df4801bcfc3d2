import { z } from 'zod';

/** What is to be known of whoever runs the site (主办单位), as it is called on the page. */
export const operatorDetails = {
  name: '主办单位',
  /** Telephone, address. */
  contact: '联系方式',
  email: '邮箱',
  /** Only a government site has one. */
  siteIdCode: '网站标识码',
  icpNumber: 'ICP备案号',
  /** As it was given, with its digits. */
  policeNumber: '公安备案号',
  dataLicence: '数据许可',
  dataLicenceUrl: '数据许可的网址',
} as const;
export type Operator = Readonly<Record<keyof typeof operatorDetails, string>>;

/** Empty where it has not been filled in. */
const detail = z
  .string('写文字，号码加引号')
  .trim()
  .nullish()
  .transform((text) => text ?? '');

/** data/operator.yaml */
export const operatorSchema = z.strictObject({
  name: detail,
  contact: detail,
  email: detail,
  siteIdCode: detail,
  icpNumber: detail,
  policeNumber: detail,
  dataLicence: detail,
  dataLicenceUrl: detail,
}) satisfies z.ZodType<Operator>;
