import { contentDir, dataDir } from './paths.ts';
import { openDesk } from './desk/server.ts';

/** npm run desk: the office's own page to write, check, see and publish, on this machine only. PORT moves it. */
process.removeAllListeners('warning');
const desk = await openDesk({
  contentDir,
  dataDir,
  workroom: process.env['DESK_DIR'] || '.desk',
  port: Number(process.env['PORT'] || 4400),
});
console.log(`办公桌开着：${desk.url}\n只有这台电脑能打开，地址不要发给别人。按 Ctrl+C 停下；写了没有保存的留成草稿。`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    void desk.close().then(() => process.exit(0));
  });
}
