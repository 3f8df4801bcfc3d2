import { escaped } from '#render/escaped.ts';

/** A page of the desk. Everything it loads comes from the desk itself. */
export function page(
  base: string,
  title: string,
  main: string,
  { wide = false, data = {} }: { wide?: boolean; data?: object } = {},
): string {
  const links = [
    ['', '写内容'],
    ['intake', '收申报表'],
    ['asked', '大家问什么'],
    ['publish', '检查和发布'],
    ['settings', '设置'],
  ];
  const menu = links.map(([path = '', label = '']) => `<a href="${base}${path}">${label}</a>`).join('');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="referrer" content="no-referrer" />
<title>${escaped(title)} · 办公桌</title>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="${base}tokens.css" />
<link rel="stylesheet" href="${base}desk.css" />
<script type="module" src="${base}desk.ts"></script>
</head>
<body data-base="${base}"${wide ? ' class="wide"' : ''}>
<a class="skip" href="#main">跳到正文</a>
<header><a class="brand" href="${base}">办公桌</a><nav aria-label="办公桌">${menu}</nav></header>
<main id="main" tabindex="-1">
<h1>${escaped(title)}</h1>
${main}
</main>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
</body>
</html>
`;
}

/** A table with a box that filters its rows as one types. */
export function searchable(label: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const heads = head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<p><label for="filter">${escaped(label)}</label> <input id="filter" type="search" data-filter autocomplete="off" /> <span class="help" role="status" data-count></span></p>
<div class="scroll" tabindex="0" role="region" aria-label="列表"><table><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table></div>`;
}
