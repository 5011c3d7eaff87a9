import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, resolve } from 'node:path';

/** The project's folder, wherever this was bundled into, and the Node it runs on. */
export const root = folderWith('nx.json', import.meta.dirname);
export const ownNode = resolve(root, 'node_modules/.bin/node');

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly afterMs: number;
}

/** A process of Lotse that was started, everything it has said, and its end. */
export interface StartedProcess {
  readonly child: ChildProcess;
  /** What it has written so far, both streams in one. */
  said(): string;
  /** Waits until it has written something; throws when it ends before. */
  says(text: string | RegExp, withinMs: number): Promise<void>;
  /** Waits for its end, without asking for it. */
  ends(withinMs: number): Promise<Ending>;
  /** Asks it to end and waits; kills it when it does not. */
  stop(withinMs: number, signal?: NodeJS.Signals): Promise<Ending>;
}

/** What runs at the moment. Whoever started it and crashes leaves nothing behind that holds ports and memory. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) {
    child.kill('SIGTERM');
    // One that was stopped hears it only when it goes on.
    child.kill('SIGCONT');
  }
});

type Environment = Record<string, string | undefined>;

/** Somebody else than who runs the tests; only root may do that. */
interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** Runs a program in the project's folder. Variables that are undefined are taken away. */
export function startProcess(command: string, args: readonly string[], environment: Environment = {}, user: User = {}): StartedProcess {
  const env = { ...process.env, ...environment };
  for (const name of Object.keys(env)) if (env[name] === undefined) delete env[name];
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], ...user });
  running.add(child);
  child.once('close', () => running.delete(child));
  let output = '';
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  const ended = new Promise<Ending>((resolved) => {
    const began = Date.now();
    child.once('error', (error) => {
      output += error.message;
      resolved({ code: null, signal: null, afterMs: Date.now() - began });
    });
    child.once('close', (code, signal) => resolved({ code, signal, afterMs: Date.now() - began }));
  });
  const hasSaid = (text: string | RegExp) => (typeof text === 'string' ? output.includes(text) : text.test(output));

  async function says(text: string | RegExp, withinMs: number): Promise<void> {
    let over = false;
    void ended.then(() => (over = true));
    const until = Date.now() + withinMs;
    while (!hasSaid(text)) {
      if (over) throw new Error(`${args.join(' ')} ended before it said ${text}:\n${output.slice(-3000)}`);
      if (Date.now() > until) throw new Error(`${args.join(' ')} did not say ${text} within ${withinMs} ms:\n${output.slice(-3000)}`);
      await new Promise((wait) => setTimeout(wait, 50));
    }
  }

  async function ends(withinMs: number): Promise<Ending> {
    const began = Date.now();
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<undefined>((resolved) => (timer = setTimeout(() => resolved(undefined), withinMs)));
    const ending = await Promise.race([ended, tooLong]);
    clearTimeout(timer);
    if (ending) return { ...ending, afterMs: Date.now() - began };
    child.kill('SIGKILL');
    throw new Error(`${args.join(' ')} did not end within ${withinMs} ms:\n${output.slice(-3000)}`);
  }

  const stop = (withinMs: number, signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ends(withinMs);
  };
  return { child, said: () => output, says, ends, stop };
}

/** Runs one of the built programs on the project's own Node. */
export const startProgram = (path: string, environment: Environment, args: readonly string[] = [], user?: User): StartedProcess =>
  startProcess(ownNode, ['--enable-source-maps', resolve(root, path), ...args], environment, user);

function folderWith(file: string, from: string): string {
  return existsSync(resolve(from, file)) ? from : folderWith(file, dirname(from));
}

/** A port nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolved, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolved(port));
    });
  });
}
