// A real account service for the tests: `oidc-provider` in a process of its own. Whoever is said in `login_hint` (claims as JSON) is signed in
// there without being asked. Prints its address, and ends with its parent.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [, , clientId, clientSecret, redirectUri] = process.argv;
const accounts = new Map();

const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://localhost:${server.address().port}`;
  provider = new Provider(issuer, {
    clients: [
      { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], token_endpoint_auth_method: 'client_secret_post' },
    ],
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
  const { params } = await provider.interactionDetails(request, response);
  const { sub, ...claims } = JSON.parse(params.login_hint);
  accounts.set(sub, claims);
  return provider.interactionFinished(request, response, { login: { accountId: sub } }, { mergeWithLastSubmission: false });
}
process.on('disconnect', () => process.exit(0));
