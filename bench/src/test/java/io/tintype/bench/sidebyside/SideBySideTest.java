package io.tintype.bench.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tintype.imaging.Size;
import io.tintype.testkit.Fixtures;
import io.tintype.thumbnailator.ThumbnailatorEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideTest {

  private static final byte[] PICTURE = Fixtures.png(new Size(40, 30));

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private HttpServer old;
  private HttpServer next;

  @TempDir private Path folder;

  @BeforeEach
  void starts() throws IOException {
    old = server(Map.of("/same", PICTURE, "/larger", PICTURE, "/noisy", PICTURE, "/text", PICTURE));
    next =
        server(
            Map.of(
                "/moved/same",
                PICTURE,
                "/same",
                PICTURE,
                "/larger",
                Fixtures.png(new Size(41, 30)),
                "/noisy",
                Fixtures.noisyPng(new Size(40, 30), /* alpha= */ false),
                "/text",
                "no picture".getBytes(StandardCharsets.UTF_8)));
  }

  @AfterEach
  void stops() {
    old.stop(0);
    next.stop(0);
  }

  @Test
  void findsWhatIsAlike() throws Exception {
    assertThat(compare("/same", "/same\t/moved/same", "/nowhere", "/round|corner[]")).isTrue();

    assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("4 of 4 alike");
  }

  @Test
  void saysHowAnswersDiffer() throws Exception {
    assertThat(compare("/same", "/larger", "/noisy", "/same\t/nowhere", "/text")).isFalse();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsPattern("DIFFERENT size 40x30 / 41x30 +/larger")
        .containsPattern("DIFFERENT mean \\d+\\.\\d\\d most \\d+ +/noisy")
        .containsPattern("DIFFERENT status 200 / 404 +/nowhere")
        .contains("DIFFERENT unreadable: ")
        .contains("1 of 5 alike");
    assertThat(Files.size(folder.resolve("sheet.png"))).isPositive();
  }

  @Test
  void refusesLinesThatAreNoPaths() {
    assertThatThrownBy(() -> Request.of("photo.jpg"))
        .hasMessage("Expected a path that starts with / but read photo.jpg");
  }

  @Test
  void wantsTwoServers() {
    assertThatThrownBy(() -> SideBySideOptions.parse("--old", "http://localhost:1"))
        .hasMessageStartingWith("Expected --old <url> --new <url>");
    assertThatThrownBy(() -> SideBySideOptions.parse("--old"))
        .hasMessageStartingWith("--old needs a value");
    assertThatThrownBy(() -> SideBySideOptions.parse("--left", "x"))
        .hasMessageEndingWith("but received --left");
  }

  private boolean compare(String... lines) throws Exception {
    SideBySideOptions options =
        SideBySideOptions.parse(
            "--old", address(old), "--new", address(next), "--sheet", folder + "/sheet.png");
    var out = new PrintStream(printed, /* autoFlush= */ true, StandardCharsets.UTF_8);
    return new SideBySide(new ThumbnailatorEngine(), options, out)
        .compare(List.of(lines).stream().map(Request::of).toList());
  }

  private static String address(HttpServer server) {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private static HttpServer server(Map<String, byte[]> files) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] file = files.get(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
          try (OutputStream body = exchange.getResponseBody()) {
            if (file != null) {
              body.write(file);
            }
          }
        });
    server.start();
    return server;
  }
}
