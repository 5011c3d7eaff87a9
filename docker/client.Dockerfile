# The built client behind nginx. Debian's nginx, because it has the module that serves files compressed in advance with brotli.
FROM node:24-slim AS build
WORKDIR /lotse
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build:client

FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install --yes --no-install-recommends nginx-light libnginx-mod-http-brotli-static \
  && rm -rf /var/lib/apt/lists/* /etc/nginx/sites-enabled /var/www/html
COPY docker/client.nginx.conf /etc/nginx/nginx.conf
COPY docker/tls.nginx.conf /etc/nginx/tls.conf
COPY docker/security-headers.nginx.conf /etc/nginx/security-headers.conf
COPY --from=build /lotse/dist/client/browser /srv/lotse
USER www-data
EXPOSE 8080
CMD ["nginx", "-g", "daemon off;"]
