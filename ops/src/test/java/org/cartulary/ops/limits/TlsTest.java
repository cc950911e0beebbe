package org.cartulary.ops.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/security.md, "TLS": a certificate and its key as PEM files, and new ones without a restart. */
class TlsTest {

    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    Path directory;

    @Test
    void itSpeaksTlsAndTakesANewCertificateWhileItRuns() throws Exception {
        var first = certificate("first");
        try (var service = RunningService.on(
                directory.resolve("home"),
                "server.ssl.bundle=service",
                "spring.ssl.bundle.pem.service.keystore.certificate=file:" + directory.resolve("service.crt"),
                "spring.ssl.bundle.pem.service.keystore.private-key=file:" + directory.resolve("service.key"),
                "spring.ssl.bundle.pem.service.reload-on-update=true",
                "spring.ssl.bundle.watch.file.quiet-period=200ms")) {
            assertThat(served(service.port(), first)).isEqualTo(serial(first));
            assertThat(overTls(service.port(), first))
                    .startsWith("HTTP/1.1 200")
                    .contains("Strict-Transport-Security: max-age=");
            assertThat(RawHttp.answer(service.port(), RawHttp.head("GET /v1/products"), out -> {}))
                    .doesNotContain("HTTP/1.1 200");

            var second = certificate("second");
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> served(service.port(), second).equals(serial(second)));
        }
    }

    /** Written beside and moved into place, as whoever renews certificates does. */
    private KeyStore certificate(String name) throws Exception {
        var file = directory.resolve(name + ".p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "service",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-validity",
                        "1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        write(
                "service.key",
                "PRIVATE KEY",
                store.getKey("service", PASSWORD.toCharArray()).getEncoded());
        write("service.crt", "CERTIFICATE", store.getCertificate("service").getEncoded());
        return store;
    }

    private void write(String name, String what, byte[] bytes) throws IOException {
        var pem = "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what + "-----\n";
        var beside = Files.writeString(directory.resolve(name + ".new"), pem);
        Files.move(beside, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static BigInteger serial(KeyStore store) throws Exception {
        return ((X509Certificate) store.getCertificate("service")).getSerialNumber();
    }

    private static BigInteger served(int port, KeyStore trusted) throws Exception {
        try (var socket = connected(port, trusted)) {
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
        }
    }

    private static String overTls(int port, KeyStore trusted) throws Exception {
        try (Socket socket = connected(port, trusted)) {
            socket.getOutputStream().write(RawHttp.head("GET /v1/products").getBytes(StandardCharsets.US_ASCII));
            return RawHttp.read(socket);
        }
    }

    private static SSLSocket connected(int port, KeyStore store) throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("service", store.getCertificate("service"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        var socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", port);
        socket.startHandshake();
        return socket;
    }
}
