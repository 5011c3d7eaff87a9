/**
 * The content security policy lets no text become script, and the checking library would try whether it may: each try is a violation that
 * a browser reports. It reads this before it is used for the first time.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
