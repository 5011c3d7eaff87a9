/** How a database is made for trying out, tests and benchmarks: as docker/compose.yml makes it. */
export const initdbFlags: string[];
