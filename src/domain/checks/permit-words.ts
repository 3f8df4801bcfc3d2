import type { Row } from '#domain/model/types.ts';
import type { Report } from '#domain/checks/report.ts';
import { readingLength, sentencesOf, textsIn } from '#domain/model/text.ts';
import { bannedWords, maxSentence } from '#schemas/wording.ts';

/** People read these tables as they stand: modest words, short sentences, Chinese punctuation. */
export function checkPermitWords(row: Row<object>, report: Report): void {
  for (const { text, field } of textsIn(row.data)) {
    for (const { pattern, remedy } of bannedWords) {
      const found = pattern.exec(text)?.[0];
      if (found) report.error(row, field, `用了「${found}」`, remedy);
    }
    const halfWidth = /(?<=\p{Script=Han})[,;:?!()]|[,;:?!()](?=\p{Script=Han})/u.exec(text)?.[0];
    if (halfWidth) report.error(row, field, `用了半角标点「${halfWidth}」`, '换成全角的，例如 ，；：（）');
    for (const sentence of sentencesOf(text)) {
      const length = readingLength(sentence);
      if (length <= maxSentence) continue;
      const remedy = `拆成几句，每句不超过 ${maxSentence} 个字`;
      report.error(row, field, `一句话有 ${length} 个字：「${sentence.slice(0, 12)}……」`, remedy);
    }
  }
}
