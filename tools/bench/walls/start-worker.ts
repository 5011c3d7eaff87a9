import { spawn } from 'node:child_process';

export interface RunningWorker {
  stop(): Promise<void>;
}

/** A worker in a process of its own; it listens nowhere. */
export function startWorker(script: string, env: NodeJS.ProcessEnv): RunningWorker {
  const child = spawn(process.execPath, [script], { env: { PATH: process.env['PATH'], ...env }, stdio: 'ignore' });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(late);
    },
  };
}
