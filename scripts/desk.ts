import { contentDir, dataDir } from './paths.ts';
import { asked } from './desk/asked-page.ts';
import { intake } from './desk/intake/page.ts';
import { settings } from './desk/office.ts';
import { photo } from './desk/photo.ts';
import { publish, task } from './desk/publish.ts';
import { openDesk } from './desk/server.ts';

/** npm run desk: the office's own page to write, check, see and publish, on this machine only. PORT moves it. */
process.removeAllListeners('warning');
const port = Number(process.env['PORT'] || 4400);
const workroom = process.env['DESK_DIR'] || '.desk';
const routes = { settings, publish, task, photo, intake, asked };
const desk = await openDesk(
  { contentDir, dataDir, workroom, port, preview: process.env['DESK_PREVIEW'] !== 'off' },
  routes,
).catch((error: unknown) => {
  const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(isTaken ? `端口 ${port} 有别的程序在用；换一个，例如 PORT=4500 npm run desk` : error);
  return process.exit(1);
});
console.log(`办公桌开着：${desk.url}\n只有这台电脑能打开，地址不要发给别人。按 Ctrl+C 停下；写了没有保存的留成草稿。`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    void desk.close().then(() => process.exit(0));
  });
}
