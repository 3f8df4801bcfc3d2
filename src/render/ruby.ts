import type { HardCharacter } from '#schemas/hard-characters.ts';
import { escaped } from './escaped.ts';

/**
 * Writes readings (注音) above hard characters, each the first time it is met. Inert: those who listen hear
 * the character alone, and what is selected and copied has no readings.
 */
export function createRuby(characters: readonly HardCharacter[]) {
  const left = new Map(characters.map(({ character, pinyin }) => [character, pinyin]));
  /** A text as HTML. */
  return (text: string): string =>
    Array.from(text, (character) => {
      const pinyin = left.get(character);
      if (pinyin === undefined) return escaped(character);
      left.delete(character);
      return `<ruby>${character}<rt inert>${escaped(pinyin)}</rt></ruby>`;
    }).join('');
}
