import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Options } from './options';

const startsWithin = 30_000;
const millisecondsATick = 10;

/** A server in a process of its own. */
export interface Running {
  name: string;
  url: string;
  pid: number;
  /** The last of what it printed. */
  said(): string;
  stop(): Promise<void>;
}

export interface ToStart {
  name: string;
  script: string;
  port: number;
  env: NodeJS.ProcessEnv;
  flags?: readonly string[];
}

/** Flags with which a server writes a CPU profile when it ends, if that was asked for. */
export const profiling = ({ profiles }: Pick<Options, 'profiles'>): string[] =>
  profiles ? ['--cpu-prof', `--cpu-prof-dir=${resolve(profiles)}`] : [];

/** Starts a server and waits until it answers `/health/live`. */
export async function startServer({ name, script, port, env, flags = [] }: ToStart): Promise<Running> {
  const child = spawn(process.execPath, [...flags, script], {
    env: { PATH: process.env['PATH'], ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = ears(child);
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + startsWithin;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`${name} does not start.\n${said()}`);
    }
    await pause(50);
  }
  return { name, url, pid: child.pid!, said, stop: () => stop(child) };
}

/** Runs a program to its end and answers what it printed last, read as JSON. */
export async function runToEnd<Result>(name: string, script: string, env: NodeJS.ProcessEnv): Promise<Result> {
  const child = spawn(process.execPath, [script], { env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = ears(child);
  const code = await new Promise((done) => child.on('close', done));
  const last = said().trim().split('\n').at(-1) ?? '';
  if (code !== 0 || !last.startsWith('{')) throw new Error(`${name} failed.\n${said()}`);
  return JSON.parse(last) as Result;
}

/** CPU time a process has used; undefined where there is no /proc. */
export function cpuMilliseconds(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * millisecondsATick;
  } catch {
    return undefined;
  }
}

function ears(child: ChildProcess): () => string {
  let said = '';
  const keep = (data: Buffer) => (said = (said + String(data)).slice(-8_000));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => said;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/live`)).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}
