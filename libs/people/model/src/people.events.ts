/** Events of this domain: names in the past tense, payloads carry identifiers only. */
export const releaseRevoked = 'ReleaseRevoked';
/** Its last day is over and nothing else covers the recipient. */
export const releaseRanOut = 'ReleaseRanOut';
