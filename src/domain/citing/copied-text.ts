export interface CopiedFrom {
  /** Marks of the sources that stand with the copied words: 江城日报 2025-05. */
  sources: readonly string[];
  /** The words stand in a background block: they are not the guidance's. */
  background: boolean;
  /** The words are our gist of a clause. */
  gist: boolean;
  url: string;
}

/** Words taken out of a page, with what a reader of the copy must know (复制时带上出处). Other words travel alone. */
export function copiedText(text: string, { sources, background, gist, url }: CopiedFrom): string {
  if (!background && !gist) return text;
  const notes = [
    ...(gist ? ['本站转述的要点，不是文件原文'] : []),
    ...(background ? ['背景资料，不是文件的话'] : []),
    ...(background && sources.length > 0 ? [`出处：${[...new Set(sources)].join('、')}`] : []),
  ];
  return `${text}\n（${notes.join('；')}。${url}）`;
}
