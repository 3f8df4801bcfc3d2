/**
 * Words this site does not use (禁用词), each with what to write instead.
 * `unlessBackground`: allowed inside a background block, where a source answers for it.
 */
export const bannedWords: readonly { pattern: RegExp; remedy: string; unlessBackground?: true }[] = [
  { pattern: /您一定|一定能|保证能|肯定能|您有资格|包您/u, remedy: '改成「可能」「按规定」，并写「以窗口答复为准」' },
  { pattern: /全国一流|世界一流|国内一流|一流的/u, remedy: '删去评价，只写事实' },
  { pattern: /全国第一|全省第一|全市第一|位居第一|首屈一指|遥遥领先/u, remedy: '删去评价，只写事实' },
  {
    pattern: /历史文化名[城镇村]/u,
    remedy: '文件怎么叫就怎么写；有出处的放进背景资料',
    unlessBackground: true,
  },
  { pattern: /点击这里|点这里|点击此处/u, remedy: '写明链接去哪里' },
];

/** Longest sentence allowed, in Chinese characters; a figure or a Latin word counts as one. */
export const maxSentence = 60;
