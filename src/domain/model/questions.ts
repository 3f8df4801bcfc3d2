/**
 * Id of a question of an explainer (问题编号), for its address and its answer in search: six letters and digits made from
 * its text, so that questions may be put in another order. FNV-1a, 32 bits.
 */
export function questionId(text: string): string {
  let digest = 0x811c9dc5;
  for (const character of text) {
    digest = Math.imul(digest ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return digest.toString(36).padStart(7, '0').slice(-6);
}
