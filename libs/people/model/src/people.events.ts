/** Events of this domain: names in the past tense, payloads carry identifiers only. */
export const releaseRevoked = 'ReleaseRevoked';
