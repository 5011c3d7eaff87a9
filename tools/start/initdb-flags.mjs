/**
 * How a database is made for trying out, tests and benchmarks: as docker/compose.yml makes it, so that names stand in the same order everywhere,
 * Ä beside A. A locale of the system is not asked for: not every machine has it.
 */
export const initdbFlags = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=de-DE'];
