import type { County } from '#schemas/city.ts';
import type { UnknownStatus } from '#schemas/unknown.ts';
import { formatDate } from '#domain/model/facts.ts';

/** What stands on a request for information (政府信息公开申请), read from the words of a page. */

/** Says that something was not found. */
export const notFound = /没有查到|没查到|查不到/u;
/** Sentences of an item that only explain, or send the reader on. */
const aside = /请问|要问|先打电话|以.*为准|上面写的|见上面/u;

/** Sentences with the mark they end in. */
export function sentencesIn(text: string): string[] {
  return (text.match(/[^。！？；\n]+[。！？；]?/gu) ?? []).map((sentence) => sentence.trim());
}

/** 镇上有多少人，没有查到。 → 镇上有多少人; 没有查到镇一级的普查数 → 镇一级的普查数. */
export function nameOf(text: string): string {
  const all = sentencesIn(text);
  // Beside the matter itself, an item may say that nothing was found on it, or whom to ask.
  const own = all.filter((sentence) => !notFound.test(sentence) && !aside.test(sentence));
  const matter = (own.length > 0 ? own : all).join('').replace(/[。；！]$/u, '');
  const [, label = '', rest = matter] = /^([^：]{2,40}：)?(.*)$/su.exec(matter) ?? [];
  const before =
    /^(?!本站|这里|都|也)(.{2,}?)[，、；]?(?:也|都|还|本站|这里|，)*(?:没有查到|没查到|查不到|没有查实|没有核对过)/su.exec(
      rest,
    )?.[1];
  const after =
    /^(?:没有说|没有写)(.{2,})$/su.exec(rest)?.[1] ??
    /(?:没有查到|没查到|查不到)(?![，、；])(.{2,})$/su.exec(rest)?.[1];
  const name = (before ?? after ?? rest).replace(/^(?:但是|不知道的：)/u, '').replace(/[，、；：]$/u, '');
  return label === '不知道的：' ? name : label + name;
}

/** 乡镇政府 of 「请问乡镇政府或者上面的热线。」 */
export function askIn(text: string): string | undefined {
  const [, whom] = /(?:请|要|可以)问(?!清|三|问)([^。；，]+)/u.exec(text) ?? [];
  return whom?.replace(/(?:，|或者)上面的热线$/u, '');
}

/** Who can answer: whom the page names, else the county it lies in, else who issued the guidance. */
export function whoAnswers(ask: string | undefined, county: County | undefined, issuer: string): string {
  return ask ?? receiverOf(county, issuer);
}

/** The body (受理机关) a request goes to. It has to say whose matter it is where it is not its own. */
export function receiverOf(county: County | undefined, issuer: string): string {
  return county ? `${county.label}人民政府` : issuer;
}

/** 未问、已申请、已答复, with the day. */
export function statusText(status: UnknownStatus | undefined): string {
  if (status === undefined) return '未问';
  const { asked, answered } = status;
  return answered ? `已答复（${formatDate(answered)}）` : `已申请（${formatDate(asked)}）`;
}
