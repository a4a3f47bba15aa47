# The checker in an image: built from this checkout in one stage, and nothing of the build in the other.
#   docker build --tag checker .
#   docker run --rm --network none --read-only --tmpfs /tmp --volume "$PWD:/work:ro" checker ex1
FROM node:24-slim AS build
WORKDIR /source
COPY . .
RUN npm ci --omit=optional --include=dev --no-audit --no-fund \
  && npm pack --ignore-scripts --pack-destination /tmp \
  && npm install --prefix /opt/mlp-check --offline --omit=optional --ignore-scripts /tmp/mlp-check-*.tgz

FROM node:24-slim
COPY --from=build /opt/mlp-check /opt/mlp-check
# Whoever grades names the exercises; nothing of the folder that is mounted is followed or run.
ENV CI=true MLP_CHECK_CACHE=/tmp/mlp-check
USER node
WORKDIR /work
ENTRYPOINT ["/opt/mlp-check/node_modules/.bin/mlp-check"]
CMD ["--help"]
