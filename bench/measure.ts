import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

export interface Measured {
  seconds: number;
  /** Of all processes of the tree, where the system tells. */
  cpuSeconds: number | undefined;
  /** Most memory of the tree at one time, bytes, looked at every 200 ms. */
  peakBytes: number | undefined;
}

/** The one in the middle by a measure of it, the lower of two; undefined of none. */
export function middleBy<T>(runs: readonly T[], value: (run: T) => number): T | undefined {
  return runs.toSorted((a, b) => value(a) - value(b))[Math.floor((runs.length - 1) / 2)];
}

/** Runs a command and measures it with everything it starts. */
export function measure(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Measured> {
  const started = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      told = (told + data.toString('utf-8')).slice(-4000);
    });
  }
  let peak = 0;
  // Clock ticks by process: the last seen of each counts, also of those that have ended.
  const ticks = new Map<number, number>();
  const timer = setInterval(() => {
    const tree = processTree(child.pid ?? 0);
    peak = Math.max(
      peak,
      tree.reduce((sum, { bytes }) => sum + bytes, 0),
    );
    for (const { pid, cpu } of tree) ticks.set(pid, cpu);
  }, 200);
  return new Promise((resolve, reject) => {
    child.on('close', (status, signal) => {
      clearInterval(timer);
      if (status !== 0) {
        reject(new Error(`${command} ${args.join(' ')}: ${signal ?? status}\n${told}`));
        return;
      }
      const cpu = [...ticks.values()].reduce((sum, n) => sum + n, 0) / 100;
      resolve({
        seconds: (performance.now() - started) / 1000,
        cpuSeconds: ticks.size > 0 ? cpu : undefined,
        peakBytes: peak > 0 ? peak : undefined,
      });
    });
  });
}

interface Running {
  pid: number;
  parent: number;
  bytes: number;
  /** Hundredths of a second. */
  cpu: number;
}

/** A process and all below it; nothing where there is no /proc. */
function processTree(root: number): Running[] {
  const all = running();
  const found = new Set([root]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
}

function running(): Running[] {
  let names: string[] = [];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf-8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // Fields of proc(5), from the third: state, parent, …, utime 14, stime 15, …, rss 24 in pages of 4 kB.
      const at = (field: number) => Number(fields[field - 3]);
      return [{ pid: Number(name), parent: at(4), bytes: at(24) * 4096, cpu: at(14) + at(15) }];
    } catch {
      return [];
    }
  });
}
