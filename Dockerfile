# The console's image: the jar in layers that change rarely to often, and an AOT
# cache recorded in the image itself. Build the jar first: ./bascule build
ARG JAVA_IMAGE=docker.io/library/eclipse-temurin:25

FROM ${JAVA_IMAGE} AS unpacked
WORKDIR /unpacked
COPY target/bascule.jar bascule.jar
RUN java -Djarmode=tools -jar bascule.jar extract --layers --destination layers

FROM ${JAVA_IMAGE}
ARG JAVA_FLAGS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError -XX:TieredStopAtLevel=1 -Djdk.virtualThreadScheduler.parallelism=16 -Dspring.aot.enabled=true --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
ENV JAVA_FLAGS=${JAVA_FLAGS} BASCULE_DATA=/var/lib/bascule
RUN useradd --system --home-dir /var/lib/bascule --create-home --shell /usr/sbin/nologin bascule
WORKDIR /opt/bascule
COPY --from=unpacked /unpacked/layers/dependencies/ ./
COPY --from=unpacked /unpacked/layers/spring-boot-loader/ ./
COPY --from=unpacked /unpacked/layers/snapshot-dependencies/ ./
COPY --from=unpacked /unpacked/layers/application/ ./
# The training run uses a throw-away data directory; nothing of it stays in the image.
COPY scripts/train.sh /tmp/train.sh
RUN bash /tmp/train.sh /opt/bascule java ${JAVA_FLAGS} && rm /tmp/train.sh
USER bascule
VOLUME /var/lib/bascule
EXPOSE 8080
ENTRYPOINT ["/bin/sh", "-c", "exec java -XX:AOTCache=bascule.aot ${JAVA_FLAGS} -XX:MaxRAMPercentage=60 -jar bascule.jar \"$@\"", "bascule"]
