import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { counties, roles, type Role } from '#schemas/vocabulary.ts';
import { chance } from './chance.ts';
import { caseText, placeText, sourceText, type Town } from './province-text.ts';

export interface Province {
  contentDir: string;
  dataDir: string;
  pages: number;
  sources: number;
}

/** Pages of the real site that stay as they are written: explainers and clusters. */
const kept = ['policies', 'clusters'] as const;
/** As on the real site: 3 sources a page, 5 places to 3 cases. */
const sourcesPerPage = 3;
const casesPerPlace = 26 / 44;

/**
 * A province of the real shape (仿真的一省): the real explainers, clusters and tables, and as many made-up
 * places and cases as `pages` leaves room for, each with facts, sources, prose and links like a real one.
 * Counties are the nine of the vocabulary, which is closed: each then has a hundred times its places.
 * The same `pages` always gives the same bytes.
 */
export function makeProvince(folder: string, pages: number): Province {
  rmSync(folder, { recursive: true, force: true });
  const contentDir = join(folder, 'content');
  const dataDir = join(folder, 'data');
  for (const kind of ['places', 'cases', 'sources', ...kept]) mkdirSync(join(contentDir, kind), { recursive: true });
  cpSync('src/data', dataDir, { recursive: true });
  cpSync('src/content/sources', join(contentDir, 'sources'), { recursive: true });
  for (const kind of kept) {
    for (const name of readdirSync(join('src/content', kind))) {
      const text = readFileSync(join('src/content', kind, name), 'utf-8');
      writeFileSync(join(contentDir, kind, name), withoutTowns(text));
    }
  }
  keepFixedPages(dataDir);

  const fixed = kept.reduce((sum, kind) => sum + readdirSync(join(contentDir, kind)).length, 0);
  const placeCount = Math.round((pages - fixed) / (1 + casesPerPlace));
  const caseCount = pages - fixed - placeCount;
  const towns = Array.from({ length: placeCount }, (_, index) => town(index));
  const themes = readdirSync(join(contentDir, 'policies')).map((name) => name.replace('.mdx', ''));
  let sources = 0;
  const addSources = (owner: string, title: string, pick: (most: number) => number) =>
    Array.from({ length: sourcesPerPage }, () => {
      const id = `s${(sources++).toString(36)}`;
      writeFileSync(join(contentDir, 'sources', `${id}.yaml`), sourceText(owner, title, pick));
      return id;
    });

  towns.forEach((own, index) => {
    const pick = chance(index + 1);
    const ids = addSources(own.officialName, own.title, pick);
    const other = towns[(index * 7 + 3) % towns.length] ?? own;
    writeFileSync(join(contentDir, 'places', `${own.id}.mdx`), placeText(own, other, ids, pick));
  });
  for (let index = 0; index < caseCount; index++) {
    const pick = chance(900_000 + index);
    const own = towns[(index * 5) % towns.length];
    if (!own) continue;
    const id = `${own.id}-case-${index}`;
    const ids = addSources(own.officialName, own.title, pick);
    const before = index > 0 ? `${towns[((index - 1) * 5) % towns.length]?.id ?? ''}-case-${index - 1}` : undefined;
    writeFileSync(join(contentDir, 'cases', `${id}.mdx`), caseText(own, ids, themes, before, pick));
  }
  return { contentDir, dataDir, pages: fixed + placeCount + caseCount, sources: sources + 280 };
}

const first = '万长永安太兴新高大金双青石红白黑龙凤河沙柳杨松桦榆梨杏桃前后上下东西南北中'.split('');
const second = '昌盛丰泰宁和平顺源泉山岭沟甸屯岗坡川滩湾桥店堡营房台洼塘岔口家林园田庄'.split('');
const letters = 'abcdefghijklmnopqrstuvwxyz';
/** Roles a guidance gives to a group without naming its members. */
const groupRoles = (Object.keys(roles) as Role[]).filter((role) =>
  ['type', 'cluster', 'famous'].includes(roles[role].family),
);

function town(index: number): Town {
  const pick = chance(index + 500_000);
  const a = index % first.length;
  const b = Math.floor(index / first.length) % second.length;
  const c = Math.floor(index / (first.length * second.length));
  const extra = c > 0 ? (second[(c * 5) % second.length] ?? '') : '';
  const suffix = pick(10) < 7 ? '镇' : '乡';
  const title = `${first[a]}${second[b]}${extra}`;
  const county = (Object.keys(counties) as (keyof typeof counties)[])[index % Object.keys(counties).length] ?? 'yongji';
  const role = groupRoles[index % groupRoles.length] ?? 'type-trade';
  const other = groupRoles[(index * 3 + 1) % groupRoles.length] ?? role;
  return {
    id: `${letters[a % 26]}${letters[(a * 7 + b) % 26]}${letters[b % 26]}-${index.toString(36)}`,
    title,
    officialName: `${title}${suffix}`,
    level: suffix === '镇' ? 'town' : 'township',
    county,
    roles: pick(10) < 8 || other === role ? [role] : [role, other],
  };
}

/** Real towns are not in the province: links to them become plain words. */
function withoutTowns(text: string): string {
  return text
    .replaceAll(/\[([^\]]+)\]\(\/(?:places|cases)\/[^)]+\)/g, '$1')
    .replaceAll(/<Fact id="[^"]+\/[^"]+" \/>/g, '');
}

/** Tables that point at towns keep the rows that do not. */
function keepFixedPages(dataDir: string): void {
  const words = parse(readFileSync(join(dataDir, 'everyday-words.yaml'), 'utf-8')) as {
    pages?: string[];
    instead?: string;
  }[];
  const kept = words
    .map(({ pages = [], ...row }) => ({ ...row, pages: pages.filter((page) => !/^\/(?:places|cases)\/./.test(page)) }))
    .filter(({ pages, instead }) => pages.length > 0 || instead !== undefined)
    .map(({ pages, ...row }) => ({ ...row, ...(pages.length > 0 && { pages }) }));
  writeFileSync(join(dataDir, 'everyday-words.yaml'), stringify(kept));
  writeFileSync(join(dataDir, 'diagram-stations.yaml'), '[]\n');
  const targets = parse(readFileSync(join(dataDir, 'targets.yaml'), 'utf-8')) as object[];
  writeFileSync(join(dataDir, 'targets.yaml'), stringify(targets.map((target) => ({ ...target, census: [] }))));
}
