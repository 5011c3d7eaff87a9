import type { ServerResponse } from 'node:http';
import type { LiveEvent } from './live-events';

const keepAliveEvery = 20_000;
const reset = 'event: reset\ndata: {}\n\n';

/** One screen's open answer. What happens before it has begun is kept and told right after what was missed. */
export class EventStream {
  private readonly waiting: string[] = [];
  private begun = false;
  private keepAlive: NodeJS.Timeout | undefined;

  constructor(private readonly answer: ServerResponse) {}

  begin(missed: readonly LiveEvent[] | 'too-many'): void {
    this.answer.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    this.begun = true;
    this.answer.write('retry: 2000\n\n');
    this.answer.write(missed === 'too-many' ? reset : missed.map(asMessage).join(''));
    for (const message of this.waiting.splice(0)) this.answer.write(message);
    this.keepAlive = setInterval(() => this.answer.write(': still here\n\n'), keepAliveEvery);
  }

  tell(event: LiveEvent | 'lost' | 'closing'): void {
    if (event === 'closing') return this.close();
    const message = event === 'lost' ? reset : asMessage(event);
    if (this.begun) this.answer.write(message);
    else this.waiting.push(message);
  }

  stop(): void {
    clearInterval(this.keepAlive);
  }

  private close(): void {
    this.stop();
    if (this.begun) this.answer.end();
  }
}

function asMessage({ sequence, name, subject, subjectId, version }: LiveEvent): string {
  const numbered = sequence === undefined ? '' : `id: ${sequence}\n`;
  return `${numbered}data: ${JSON.stringify({ type: name, subject, id: subjectId, version })}\n\n`;
}
