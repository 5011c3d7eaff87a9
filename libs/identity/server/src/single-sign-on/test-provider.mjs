// A real account service for the tests: `oidc-provider` in a process of its own. Whoever is said in `login_hint` (claims as JSON) is signed in
// there without being asked; whoever comes with a browser chooses one of its accounts. Prints its address, and ends with its parent.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** Without a secret, the client is a public one. On a free port unless one is given. */
const [, , clientId, clientSecret, redirectUri, port = '0', known = '[]'] = process.argv;
const accounts = new Map(JSON.parse(known).map(({ sub, ...claims }) => [sub, claims]));
const client = { client_id: clientId, redirect_uris: [redirectUri] };
const authentication = clientSecret
  ? { client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post' }
  : { token_endpoint_auth_method: 'none' };

const server = createServer((request, response) => void answer(request, response));
// Another site than Lotse at `localhost`, as in life.
server.listen(Number(port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  provider = new Provider(issuer, {
    clients: [{ ...client, ...authentication }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['groups'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a key for tests only'] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) }),
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  console.log(issuer);
});
let provider;

async function answer(request, response) {
  if (!request.url.startsWith('/interaction/')) return provider.callback()(request, response);
  const { params, uid } = await provider.interactionDetails(request, response);
  const accountId = new URL(request.url, 'http://here').searchParams.get('as') ?? hinted(params.login_hint);
  if (!accountId) return response.setHeader('content-type', 'text/html; charset=utf-8').end(choice(uid));
  return provider.interactionFinished(request, response, { login: { accountId } }, { mergeWithLastSubmission: false });
}

/** The account that the hint brings along. */
function hinted(hint) {
  if (!hint?.startsWith('{')) return undefined;
  const { sub, ...claims } = JSON.parse(hint);
  accounts.set(sub, claims);
  return sub;
}

/** Whoever sits at the browser says who they are. */
const choice = (uid) =>
  `<!doctype html><html lang="de"><title>Konten</title><h1>Wer sind Sie?</h1>${[...accounts.keys()]
    .map((sub) => `<p><a href="/interaction/${uid}?as=${sub}">${sub}</a></p>`)
    .join('')}</html>`;
process.on('disconnect', () => process.exit(0));
