package org.cartulary.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher on made-up JDKs, which say where they are and what they were told. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("bin", "cartulary").toAbsolutePath();

    @TempDir
    Path directory;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void nothingIsInstalled() throws IOException {
        var jar = Files.createFile(directory.resolve("cartulary.jar"));
        environment.putAll(Map.of(
                "HOME", directory.toString(),
                "PATH", "/usr/bin:/bin",
                "CARTULARY_JVMS", directory.resolve("jvm").toString(),
                "CARTULARY_JAR", jar.toString()));
    }

    @Test
    void theNewestJdkRunsTheJarWithAllArguments() throws Exception {
        jdk("jvm/old", "17.0.15");
        jdk("jvm/newest", "99.0.1");
        environment.put("JAVA_HOME", jdk("jvm/newer", "21.0.2").toString());
        assertThat(launched("import", "a file")).isEqualTo("newest -jar cartulary.jar import a file\n");
    }

    @Test
    void aJdkOfSdkmanIsFoundToo() throws Exception {
        jdk(".sdkman/candidates/java/some", "99");
        assertThat(launched()).isEqualTo("some -jar cartulary.jar\n");
    }

    @Test
    void whereTheJarIsNotBuiltTheLauncherSaysHowTo() throws Exception {
        jdk("jvm/newest", "99");
        environment.put("CARTULARY_JAR", "nowhere.jar");
        assertThat(launched()).contains("run 'mvn package'");
    }

    @Test
    void whatTheBuildPreparedIsUsedByTheJdkAndForTheJarThatItWasMadeOf() throws Exception {
        prepare(jdk("jvm/newest", "99"));
        assertThat(launched("serve"))
                .isEqualTo("newest -XX:AOTCache=" + prepared("cartulary.aot") + " -Xlog:aot*=off -Xlog:cds*=off -jar "
                        + prepared("cartulary.jar") + " serve\n");
    }

    @Test
    void whatWasPreparedOfAnotherJarIsLeft() throws Exception {
        prepare(jdk("jvm/newest", "99"));
        Files.writeString(directory.resolve("cartulary.jar"), "of the next version");
        assertThat(launched("serve")).isEqualTo("newest -jar cartulary.jar serve\n");
    }

    @Test
    void whatWasPreparedByAnotherJdkIsLeft() throws Exception {
        prepare(jdk("jvm/newest", "99"));
        Files.writeString(directory.resolve("jvm/newest/release"), "JAVA_VERSION=\"100\"\n");
        assertThat(launched("serve")).isEqualTo("newest -jar cartulary.jar serve\n");
    }

    @Test
    void whatWasPreparedByHalfIsLeft() throws Exception {
        prepare(jdk("jvm/newest", "99"));
        Files.delete(prepared("made-of"));
        assertThat(launched("serve")).isEqualTo("newest -jar cartulary.jar serve\n");
    }

    private void prepare(Path jdk) throws IOException {
        Files.createDirectory(directory.resolve("cartulary"));
        Files.createFile(prepared("cartulary.aot"));
        Files.copy(jdk.resolve("release"), prepared("made-by"));
        Files.writeString(directory.resolve("cartulary.jar"), "what it holds");
        Files.copy(directory.resolve("cartulary.jar"), prepared("made-of"));
    }

    private Path prepared(String file) {
        return directory.resolve("cartulary").resolve(file);
    }

    private Path jdk(String name, String version) throws IOException {
        var home = directory.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        var java = Files.writeString(
                home.resolve("bin/java"),
                "#!/bin/sh\n[ \"$1\" != -jar ] || { jar=$(basename \"$2\"); shift 2; set -- -jar \"$jar\" \"$@\"; }\necho \""
                        + home.getFileName() + "\" \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private String launched(String... arguments) throws IOException {
        var command = new String[arguments.length + 2];
        command[0] = "sh";
        command[1] = LAUNCHER.toString();
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new String(builder.start().getInputStream().readAllBytes());
    }
}
