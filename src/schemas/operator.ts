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

/** One line; empty where it has not been filled in. */
const detail = (form: RegExp, how: string) =>
  z
    .string('写文字，号码加引号')
    .trim()
    .max(100, '最多 100 个字')
    .refine((text) => text === '' || (!text.includes('\n') && form.test(text)), how)
    .nullish()
    .transform((text) => text ?? '');
const line = detail(/./u, '只写一行，中间不换行');

/** data/operator.yaml */
export const operatorSchema = z.strictObject({
  name: line,
  contact: line,
  email: detail(/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/, '写一个邮箱，例如 xcz@example.gov.cn'),
  siteIdCode: detail(/^\d{10}$/, '写十位数字'),
  icpNumber: detail(/\d{6,}/, '照发的写，连同号码'),
  policeNumber: detail(/\d{6,}/, '照发的写，连同号码'),
  dataLicence: line,
  dataLicenceUrl: detail(/^https?:\/\/[^\s"<>@]+$/, '写完整网址，以 http:// 或 https:// 开头'),
}) satisfies z.ZodType<Operator>;
