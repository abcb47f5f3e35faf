# Both can be replaced, by newer ones or by those of a mirror: --build-arg RUNTIME_IMAGE=…
ARG BUILD_IMAGE=registry.access.redhat.com/ubi9/nodejs-22:9.8-1790572348@sha256:ef4f18a7e736696b1314bdc21bcf57bfd50ba3ea4f80c13833f777316b25c035
ARG RUNTIME_IMAGE=registry.access.redhat.com/ubi9/nginx-124:9.8-1787065328@sha256:3292e9a046b72b18e51229a448f97568a9af26b26bf54488bfd78094800f2e61

# The output is the same on every architecture: it is built once, on the builder's own.
FROM --platform=$BUILDPLATFORM ${BUILD_IMAGE} AS build
USER 0
WORKDIR /build
# Dependencies first: this layer changes with the lock file only.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json webpack.config.ts console-extensions.json ./
COPY scripts ./scripts
COPY src ./src
COPY locales ./locales
RUN npm run build

FROM ${RUNTIME_IMAGE}
COPY charts/kubevirt-sidecar-plugin/files/nginx.conf /etc/nginx/nginx.conf
COPY --from=build /build/dist /opt/app-root/src
COPY LICENSE docs/third-party-licences.md /licenses/
# Any uid will do: nothing is written but /tmp.
USER 1001
EXPOSE 9443
# The log that nginx opens before it reads its configuration would lie on the read-only root.
ENTRYPOINT ["nginx", "-e", "stderr", "-g", "daemon off;"]
