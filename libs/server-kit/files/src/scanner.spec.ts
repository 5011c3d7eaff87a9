import { createServer, type AddressInfo, type Server } from 'node:net';
import { readSettings } from '@lotse/server-kit/settings';
import { makeLog } from '@lotse/server-kit/telemetry';
import { eicar } from './look-into/files.fixture';
import { Scanner } from './scanner';

const listening = (server: Server) =>
  new Promise<string>((ready) => server.listen(0, '127.0.0.1', () => ready(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`)));

/** Speaks clamd's INSTREAM byte by byte: a length before each piece, and one of nothing at the end. */
function clamd(answer: (bytes: Buffer) => string): Server {
  return createServer((socket) => {
    let said = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => {
      said = Buffer.concat([said, data]);
      if (!said.subarray(0, 10).equals(Buffer.from('zINSTREAM\0'))) return;
      const pieces: Buffer[] = [];
      for (let at = 10; at + 4 <= said.length;) {
        const length = said.readUInt32BE(at);
        if (length === 0) return void socket.end(`${answer(Buffer.concat(pieces))}\0`);
        pieces.push(said.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
}

describe('looking for harmful code', () => {
  const scannerAt = (url?: string) =>
    new Scanner(readSettings({ DATABASE_URL: 'postgres://a:b@localhost/c', ...(url && { CLAMD_URL: url }) }), makeLog('test', 'silent'));

  // @req ASVS 5.0.0-5.4.3
  it('asks clamd, and believes what it says', async () => {
    const server = clamd((bytes) => (bytes.includes(eicar) ? 'stream: Eicar-Signature FOUND' : 'stream: OK'));
    const scanner = scannerAt(await listening(server));
    expect(await scanner.scan(Buffer.alloc(300_000, 65))).toEqual({ state: 'clean' });
    expect(await scanner.scan(Buffer.concat([Buffer.alloc(200_000), eicar]))).toEqual({ state: 'infected', finding: 'Eicar-Signature' });
    server.close();
  });

  // @req ASVS 5.0.0-16.5.3
  it('never takes silence for clean', async () => {
    expect(await scannerAt().scan(eicar)).toEqual({ state: 'unscanned' });
    const tooLarge = clamd(() => 'INSTREAM size limit exceeded. ERROR');
    expect(await scannerAt(await listening(tooLarge)).scan(eicar)).toEqual({ state: 'unscanned' });
    tooLarge.close();
    const silent = createServer((socket) => socket.destroy());
    expect(await scannerAt(await listening(silent)).scan(eicar)).toEqual({ state: 'unscanned' });
    silent.close();
    expect(await scannerAt('tcp://127.0.0.1:1').scan(eicar)).toEqual({ state: 'unscanned' });
  });
});
