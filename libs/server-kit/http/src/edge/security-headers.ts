import type { FastifyInstance } from 'fastify';

/** What stands in the built start page where the mark of one answer goes: Angular gives it to each style that it makes. */
export const nonceInPage = 'lotse-nonce';

/**
 * For pages and their files: only our own, and no text becomes script or style. What writes HTML or script addresses must be a policy
 * named here, and Angular's is the only one; styles that Angular makes carry the mark of the answer that brought the page.
 */
export const pagePolicy = (nonce?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types angular',
  ].join('; ');

/** For answers that are no page: whatever is made of them, nothing is loaded and nothing runs. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** On every answer, whatever its status. `docker/security-headers.nginx.conf` says the same behind nginx; a test compares the two. */
export const onEveryAnswer: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Over https only, for a year, on every name below ours: said wherever Lotse is reached over https or runs in an installation. */
export const onlyOverHttps = 'max-age=31536000; includeSubDomains';

const alwaysSent = (secure: boolean): Readonly<Record<string, string>> =>
  secure ? { ...onEveryAnswer, 'strict-transport-security': onlyOverHttps } : onEveryAnswer;

/** What goes with an answer that is no page. */
export const headersOfData = (secure: boolean): Record<string, string> => ({
  ...alwaysSent(secure),
  'content-security-policy': dataPolicy,
});

const isData = /^\/(api|public|health)(\/|\?|$)/;

/** Headers on every answer. What leads to a person is never kept by a browser or a proxy. */
export function addSecurityHeaders(server: FastifyInstance, secure: boolean): void {
  const always = alwaysSent(secure);
  const [forData, forFiles] = [headersOfData(secure), { ...always, 'content-security-policy': pagePolicy() }];
  server.addHook('onSend', (request, reply, payload, done) => {
    const data = isData.test(request.url);
    // A page brings the policy with its own mark.
    if (reply.hasHeader('content-security-policy')) reply.headers(always);
    else reply.headers(data ? forData : forFiles);
    if (data && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}
