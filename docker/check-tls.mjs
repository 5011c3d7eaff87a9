// Starts Debian's nginx with docker/tls.nginx.conf and a certificate made for the occasion, and knocks as different callers would. Answers what
// was found, or nothing where there is no nginx or openssl.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { freePort } from '../tools/test/free-port.mjs';

const has = (command) => spawnSync(command, ['-v']).status !== null;

export async function checkTls(check) {
  if (!has('nginx') || !has('openssl')) return false;
  const folder = mkdtempSync(join(tmpdir(), 'lotse-tls-'));
  const [tls, plain] = [await freePort(), await freePort()];
  const behind = createServer((asked, answer) => {
    answer.setHeader('Strict-Transport-Security', 'max-age=1');
    answer.end(JSON.stringify({ from: asked.headers['x-forwarded-for'], by: asked.headers['x-forwarded-proto'] }));
  });
  await new Promise((done) => behind.listen(0, '127.0.0.1', done));
  makeCertificate(folder);
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, { tls, plain, client: behind.address().port }));
  const nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'], { stdio: 'ignore' });
  try {
    await until(() => handshake(tls, {}));
    await knock(check, tls, plain);
  } finally {
    nginx.kill();
    behind.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return true;
}

async function knock(check, tls, plain) {
  const old = { ciphers: 'ALL:@SECLEVEL=0' };
  // @req ASVS 5.0.0-12.1.1
  check('tls: TLS 1.3 is spoken', (await handshake(tls, { minVersion: 'TLSv1.3' }))?.protocol === 'TLSv1.3');
  check('tls: TLS 1.2 is spoken', (await handshake(tls, { maxVersion: 'TLSv1.2' }))?.protocol === 'TLSv1.2');
  check('tls: TLS 1.1 and older are refused', !(await handshake(tls, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ...old })));
  // @req ASVS 5.0.0-12.1.2
  for (const weak of ['AES128-SHA', 'ECDHE-RSA-AES128-SHA256', 'AES128-GCM-SHA256'])
    check(`tls: ${weak} is refused`, !(await handshake(tls, { maxVersion: 'TLSv1.2', ciphers: `${weak}:@SECLEVEL=0` })));
  const strong = await handshake(tls, { maxVersion: 'TLSv1.2' });
  check('tls: keys are agreed anew for each connection, and changes noticed', /^ECDHE-.*(GCM|CHACHA20)/.test(strong?.cipher));
  const page = await ask(request, { port: tls, path: '/start', headers: { 'X-Forwarded-For': '203.0.113.9' } });
  check('tls: insists on https for a year, once', page.headers['strict-transport-security'] === 'max-age=31536000; includeSubDomains');
  // @req ASVS 5.0.0-4.1.3
  check('tls: what a caller says of where they are is not passed on', page.body === '{"from":"127.0.0.1","by":"https"}');
  // @req ASVS 5.0.0-4.1.2, 5.0.0-12.2.1
  const [moved, refused] = [
    await ask(plainRequest, { port: plain, path: '/start', headers: { host: 'lotse.example' } }),
    await ask(plainRequest, { port: plain, path: '/api/people', headers: { host: 'lotse.example' } }),
  ];
  check('tls: without it pages lead to it', moved.status === 308 && moved.headers.location === 'https://lotse.example/start');
  check('tls: without it programs are refused', refused.status === 403);
}

function makeCertificate(folder) {
  const subject = ['-subj', '/CN=lotse.example', '-days', '2', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
  spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject]);
}

/** The configuration as it is, but for where things are on this machine. */
const configuration = (folder, { tls, plain, client }) =>
  readFileSync(join(import.meta.dirname, 'tls.nginx.conf'), 'utf8')
    .replaceAll('/run/secrets/tls_certificate', join(folder, 'certificate.pem'))
    .replaceAll('/run/secrets/tls_key', join(folder, 'key.pem'))
    .replaceAll(/\/tmp\/(nginx-tls|tls_)/g, `${folder}/$1`)
    .replaceAll('/dev/stdout', '/dev/null')
    .replaceAll('/dev/stderr', '/dev/null')
    .replace('worker_processes auto', 'worker_processes 1')
    .replace('listen 8081', `listen 127.0.0.1:${plain}`)
    .replace('listen 8443', `listen 127.0.0.1:${tls}`)
    .replace('http://client:8080', `http://127.0.0.1:${client}`);

/** What a caller and the server agree on; undefined when they do not. */
const handshake = (port, terms) =>
  new Promise((done) => {
    try {
      const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...terms }, () => {
        done({ protocol: socket.getProtocol(), cipher: socket.getCipher().name });
        socket.destroy();
      });
      socket.on('error', () => done(undefined));
    } catch {
      done(undefined);
    }
  });

const ask = (send, terms) =>
  new Promise((done, failed) => {
    const asked = send({ host: '127.0.0.1', rejectUnauthorized: false, ...terms }, async (answer) => {
      const body = (await answer.toArray()).join('');
      done({ status: answer.statusCode, headers: answer.headers, body });
    });
    asked.on('error', failed);
    asked.end();
  });

async function until(isSo) {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nginx does not answer.');
}
