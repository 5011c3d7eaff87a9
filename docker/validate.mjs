// Checks what can be checked of the images and the compose file without Docker: that they agree with each other and with the tree.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { checkTls } from './check-tls.mjs';

const folder = import.meta.dirname;
const root = resolve(folder, '..');
const text = readFileSync(join(folder, 'compose.yml'), 'utf8');
const compose = parse(text, { merge: true });
const services = Object.entries(compose.services);

let passed = 0;
let failed = 0;
function check(what, isTrue) {
  if (isTrue) passed += 1;
  else failed += 1;
  if (!isTrue || process.argv.includes('--verbose')) console.log(`${isTrue ? 'ok    ' : 'FAILED'}  ${what}`);
}

const isPathOfTree = (source) => source.startsWith('.');
const namesIn = (list) => (Array.isArray(list) ? list : Object.keys(list ?? {}));

/** A process that ends by itself is waited for, not asked how it is. */
const isOneShot = ({ restart }) => restart === 'no';

function checkFiles([name, { build, volumes = [] }]) {
  if (build) check(`${name}: ${build.dockerfile} exists`, existsSync(resolve(folder, build.context, build.dockerfile)));
  for (const volume of volumes) {
    const [source] = volume.split(':');
    if (isPathOfTree(source)) check(`${name}: ${source} exists`, existsSync(resolve(folder, source)));
    else check(`${name}: the volume ${source} is declared`, source in compose.volumes);
  }
}

function checkNeighbours([name, service]) {
  for (const other of namesIn(service.depends_on)) {
    const neighbour = compose.services[other];
    check(`${name}: waits for ${other}, which is a service`, neighbour !== undefined);
    const { condition } = service.depends_on[other] ?? {};
    if (condition === 'service_healthy') check(`${name}: ${other} can become healthy`, neighbour?.healthcheck !== undefined);
    if (condition === 'service_completed_successfully')
      check(`${name}: ${other} ends by itself`, neighbour !== undefined && isOneShot(neighbour));
  }
  for (const network of namesIn(service.networks)) check(`${name}: the network ${network} is declared`, network in compose.networks);
}

/** A health check that runs a script finds it in the image. */
function checkHealthScript([name, { build, healthcheck }]) {
  const script = healthcheck?.test.find((word) => word.endsWith('.mjs'));
  if (build && script)
    check(
      `${name}: ${script} is in the image`,
      readFileSync(resolve(folder, build.context, build.dockerfile), 'utf8').includes(`COPY ${script}`),
    );
}

function checkHardening([name, service]) {
  check(`${name}: has a health check or ends by itself`, service.healthcheck !== undefined || isOneShot(service));
  check(`${name}: cannot write outside of volumes and memory`, service.read_only === true && namesIn(service.tmpfs).length > 0);
  check(`${name}: has no capabilities`, namesIn(service.cap_drop).includes('ALL'));
  check(
    `${name}: shows a port only if it is the client, what ends TLS, or the mail page`,
    service.ports === undefined || ['client', 'front', 'mail'].includes(name),
  );
  if (!service.build) check(`${name}: does not run as root`, service.user !== undefined && service.user !== 'root');
}

const example = readFileSync(join(root, '.env.example'), 'utf8');
const documented = new Set([...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=/gm)].map(([, variable]) => variable));

/** The names that the processes themselves ask for. */
const settings = readFileSync(join(root, 'libs/server-kit/settings/src/settings.ts'), 'utf8');
const settingNames = [...settings.matchAll(/^\s+([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name);

function checkVariables() {
  for (const variable of settingNames) check(`settings.ts: .env.example explains ${variable}`, documented.has(variable));
  const asked = new Set([...text.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, variable]) => variable));
  for (const variable of asked) check(`.env.example explains ${variable}`, documented.has(variable));
  for (const [name, { build, environment }] of services.filter(([, service]) => service.build)) {
    for (const variable of Object.keys(environment ?? {}))
      check(`${name}: .env.example explains ${variable}`, build && documented.has(variable));
  }
}

/** Every file a Dockerfile copies from the tree exists; what it copies from another stage is the build's business. */
function checkDockerfile(file) {
  const lines = readFileSync(join(folder, file), 'utf8').replaceAll('\\\n', ' ').split('\n');
  const copied = lines.filter((line) => /^COPY (?!--from)/.test(line)).flatMap((line) => line.split(/\s+/).slice(1, -1));
  for (const source of copied) check(`${file}: ${source} exists`, existsSync(join(root, source)));
  const users = lines.filter((line) => line.startsWith('USER '));
  check(`${file}: ends as somebody other than root`, users.length > 0 && users.at(-1) !== 'USER root');
  const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;
  for (const [, script] of lines.join('\n').matchAll(/npm run ([\w:]+)/g)) check(`${file}: npm run ${script} exists`, script in scripts);
  check(
    `${file}: belongs to a service`,
    services.some(([, { build }]) => build && relative(folder, resolve(folder, build.context, build.dockerfile)) === file),
  );
}

/** Addresses and headers say whom a request is about, so that no log of ours keeps them. */
function checkLogs(file, conf) {
  const formats = [...conf.matchAll(/log_format (\w+) '([^']*)'/g)];
  const tells = /\$(request\b|request_uri|uri|args|query_string|arg_|http_|sent_http_|cookie_|remote_addr|remote_user|request_body)/;
  // @req ASVS 5.0.0-14.2.1
  check(`${file}: its log keeps no address`, formats.length > 0 && formats.every(([, , format]) => !tells.test(format)));
  const used = [...conf.matchAll(/access_log (?!off)\S+ (\w+);/g)].map(([, format]) => format);
  check(`${file}: every log has such a format`, used.length > 0 && used.every((name) => formats.some(([, known]) => known === name)));
}

/** What ends TLS proxies to the client and says nothing less than what is tried below. */
function checkTlsText() {
  const conf = readFileSync(join(folder, 'tls.nginx.conf'), 'utf8');
  check('tls.nginx.conf: TLS 1.2 and 1.3, nothing older', /^\s*ssl_protocols TLSv1\.2 TLSv1\.3;$/m.test(conf));
  check('tls.nginx.conf: is in the image', readFileSync(join(folder, 'client.Dockerfile'), 'utf8').includes('docker/tls.nginx.conf'));
  check('tls.nginx.conf: its certificate is a secret of its service', compose.services.front.secrets.includes('tls_certificate'));
  for (const secret of compose.services.front.secrets) check(`front: the secret ${secret} is declared`, secret in compose.secrets);
  checkLogs('tls.nginx.conf', conf);
}

/** nginx proxies to a service by name, and reads files that the image copies next to it. */
function checkNginx() {
  const conf = readFileSync(join(folder, 'client.nginx.conf'), 'utf8');
  checkLogs('client.nginx.conf', conf);
  const image = readFileSync(join(folder, 'client.Dockerfile'), 'utf8');
  for (const [, host, port] of conf.matchAll(/http:\/\/(\w+):(\d+)/g)) {
    check(`client.nginx.conf: ${host} is a service that listens on ${port}`, String(compose.services[host]?.environment?.PORT) === port);
  }
  for (const [, path] of conf.matchAll(/include (\/etc\/nginx\/(?!mime)[^;]+);/g))
    check(`client.nginx.conf: ${path} is in the image`, image.includes(path));
  check('client.nginx.conf: events are not buffered', /location = \/api\/events \{[^}]*proxy_buffering off;/.test(conf));
  const headers = readFileSync(join(folder, 'security-headers.nginx.conf'), 'utf8');
  check('security-headers.nginx.conf: scripts come from here and are not inline', /script-src 'self';/.test(headers));
}

for (const service of services) {
  checkFiles(service);
  checkNeighbours(service);
  checkHardening(service);
  checkHealthScript(service);
}
checkVariables();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.Dockerfile'))) checkDockerfile(file);
checkNginx();
checkTlsText();
if (!(await checkTls(check))) console.log('        there is no nginx with openssl here; the configuration of TLS was read, not tried');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
