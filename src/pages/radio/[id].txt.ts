import type { Policy } from '#domain/model/types.ts';
import { absolute, urls } from '#site';
import { radioTexts } from './_texts.ts';

/** The text alone, with a byte order mark so that old Windows editors show Chinese right. */
export function getStaticPaths() {
  return radioTexts.map(({ policy, text }) => ({ params: { id: policy.id }, props: { policy, text } }));
}

export const GET = ({ props: { policy, text } }: { props: { policy: Policy; text: string } }) => {
  const page = absolute(urls.policy(policy.id));
  return new Response(
    `\uFEFF${text}\r\n\r\n（以上是稿子，下面不念。${policy.data.updated.slice(0, 10)}的版本，全文：${page}）\r\n`,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
};
