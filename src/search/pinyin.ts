/**
 * How characters sound (读音), as it travels to the reader: the 3,755 common characters of GB 2312 stand in the browser's
 * own decoder, nearly in the order of pinyin, so run lengths are enough: `a2 ai13 …`. `own` adds what the site's names need.
 */
export interface PinyinFile {
  runs: string;
  own: string;
}

export interface Pinyin {
  /** Syllable of a character, without tone: 岔 → cha. */
  of: (character: string) => string | undefined;
  syllables: ReadonlySet<string>;
}

/** The common characters in the order of the standard (GB 2312 level 1). */
export function commonCharacters(): string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    const last = row === 0xd7 ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= last; cell++) bytes.push(row, cell);
  }
  return Array.from(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
}

/** `reading` gives the everyday reading of one character; `own` are readings in the site's names, which win. */
export function writePinyin(reading: (character: string) => string, own: ReadonlyMap<string, string>): PinyinFile {
  const runs: [string, number][] = [];
  for (const character of commonCharacters()) {
    const sound = reading(character);
    const last = runs.at(-1);
    if (last?.[0] === sound) last[1]++;
    else runs.push([sound, 1]);
  }
  const common = new Set(commonCharacters());
  const needed = [...own].filter(([character, sound]) => !common.has(character) || reading(character) !== sound);
  return {
    runs: runs.map(([sound, count]) => sound + (count === 1 ? '' : String(count))).join(' '),
    own: needed.map((pair) => pair.join('')).join(' '),
  };
}

export function readPinyin({ runs, own }: PinyinFile): Pinyin {
  const characters = commonCharacters();
  const of = new Map<string, string>();
  const syllables = new Set<string>();
  let at = 0;
  for (const run of runs.split(' ')) {
    const [, sound = '', count = ''] = /^(\D+)(\d*)$/.exec(run) ?? [];
    for (let n = Number(count || 1); n > 0; n--) of.set(characters[at++] ?? '', sound);
    if (/[aeiouv]/.test(sound)) syllables.add(sound);
  }
  for (const pair of own.split(' ')) {
    const [character = ''] = pair;
    const sound = pair.slice(character.length);
    if (sound === '') continue;
    of.set(character, sound);
    syllables.add(sound);
  }
  return { of: (character) => of.get(character), syllables };
}

/** What people here do not keep apart (平翘舌、前后鼻音): zh/z, ch/c, sh/s, -ng/-n. */
export function foldSyllable(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace('ü', 'v')
    .replace(/^([nl])ve$/, '$1ue');
}

/** Ways to read letters as syllables, those with the fewest syllables: xinan → xin an, xi nan. None: []. */
export function syllablesIn(letters: string, { syllables }: Pinyin): string[][] {
  const ways: string[][][] = [[[]]];
  for (let end = 1; end <= letters.length; end++) {
    let best: string[][] = [];
    for (let start = Math.max(0, end - 6); start < end; start++) {
      const part = letters.slice(start, end);
      if (!syllables.has(part)) continue;
      const longer = (ways[start] ?? []).map((way) => [...way, part]);
      const [a, b] = [longer[0]?.length ?? Infinity, best[0]?.length ?? Infinity];
      if (a < b) best = longer;
      else if (a === b) best = [...best, ...longer].slice(0, 6);
    }
    ways[end] = best;
  }
  return ways[letters.length] ?? [];
}
