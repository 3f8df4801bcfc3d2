import { phonesIn } from '#domain/site/phones.ts';

/** What holds no text to be read or is pressed as a whole, any other tag or comment, and text. */
const parts =
  /<(a|button|summary|script|style|pre|textarea|svg|select)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<(?:[^>"]|"[^"]*")*>|([^<]+)/g;

/** The telephone numbers in the text of some HTML as links that a phone calls at a tap (可以点的电话). */
export function callable(html: string, hotlines: readonly string[]): string {
  return html.replaceAll(parts, (part: string, _tag: string | undefined, text: string | undefined) =>
    text === undefined
      ? part
      : phonesIn(text, hotlines)
          .map((piece) => (piece.phone === undefined ? piece.text : `<a href="tel:${piece.phone}">${piece.text}</a>`))
          .join(''),
  );
}
