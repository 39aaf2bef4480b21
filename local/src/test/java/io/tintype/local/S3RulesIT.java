package io.tintype.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/// What S3 refuses, the local S3 refuses: else a mistake in signing shows only after a deploy.
class S3RulesIT {

  private static final String BUCKET = "rules";
  private static final String KEY = "uploads/a photo+ü.jpg";
  private static final byte[] BODY = "0123456789".getBytes(java.nio.charset.StandardCharsets.UTF_8);

  @TempDir static Path folder;

  private static final List<BucketChange> changes = new CopyOnWriteArrayList<>();
  private static S3Server server;
  private static S3Client s3;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    server = S3Server.start(folder, Ports.free(0), List.of(BUCKET), changes::add);
    s3 = server.client();
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
    server.close();
  }

  @BeforeEach
  void empty() {
    for (S3Object object : s3.listObjectsV2(list -> list.bucket(BUCKET)).contents()) {
      s3.deleteObject(delete -> delete.bucket(BUCKET).key(object.key()));
    }
    changes.clear();
  }

  @Test
  void storesWhatWasSigned() throws Exception {
    var response = put(signed(), Map.of(), BODY);

    assertThat(response.statusCode()).isEqualTo(200);
    var head = s3.headObject(request -> request.bucket(BUCKET).key(KEY));
    assertThat(head.contentType()).isEqualTo("image/jpeg");
    assertThat(head.contentLength()).isEqualTo(BODY.length);
    assertThat(changes).hasSize(1);
  }

  @Test
  void refusesAnotherContentType() throws Exception {
    assertRefused(403, put(signed(), Map.of("content-type", "image/png"), BODY));
  }

  @Test
  void refusesAMissingContentType() throws Exception {
    assertRefused(403, put(signed(), Map.of("content-type", ""), BODY));
  }

  @Test
  void refusesALongerBody() throws Exception {
    assertRefused(403, put(signed(), Map.of(), new byte[BODY.length + 1]));
  }

  @Test
  void refusesAnotherBodyOfTheSameLength() throws Exception {
    assertRefused(400, put(signed(), Map.of(), new byte[BODY.length]));
  }

  @Test
  void refusesAnUploadWithoutTheCondition() throws Exception {
    assertRefused(403, put(signed(), Map.of("if-none-match", ""), BODY));
  }

  @Test
  void refusesAHeaderOfAmazonsThatWasNotSigned() throws Exception {
    assertRefused(403, put(signed(), Map.of("x-amz-meta-note", "mine"), BODY));
  }

  @Test
  void letsASenderFinishBeforeItHangsUp() throws Exception {
    URI url = signed().url().toURI();
    byte[] body = new byte[1_000_000];
    String head =
        "PUT %s?%s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\nx-amz-meta-note: mine\r\n\r\n"
            .formatted(url.getRawPath(), url.getRawQuery(), url.getAuthority(), body.length);

    try (var socket = new Socket(url.getHost(), url.getPort())) {
      var out = socket.getOutputStream();
      out.write(head.getBytes(US_ASCII));
      // The refusal is there by now.
      Thread.sleep(Duration.ofMillis(300));
      for (int sent = 0; sent < body.length; sent += 100_000) {
        out.write(body, sent, 100_000);
      }
      var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      assertThat(answer.readLine()).startsWith("HTTP/1.1 403");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "X-Amz-Expires=600, X-Amz-Expires=60000",
    "a%20photo, another%20photo",
    "X-Amz-Signature=, X-Amz-Signature=0",
    "%2Fus-east-1%2F, %2Feu-west-1%2F"
  })
  void refusesAnAlteredUrl(String part, String other) throws Exception {
    PresignedPutObjectRequest signed = signed();
    var altered = URI.create(signed.url().toString().replace(part, other));
    assertThat(altered.toString()).isNotEqualTo(signed.url().toString());

    var response = put(altered, headers(signed), BODY);

    assertThat(response.statusCode()).isBetween(400, 403);
    assertThat(s3.listObjectsV2(list -> list.bucket(BUCKET)).contents()).isEmpty();
    assertThat(changes).isEmpty();
  }

  @Test
  void refusesAnExpiredUrl() throws Exception {
    PresignedPutObjectRequest signed = signed(Duration.ofSeconds(1));
    Thread.sleep(2_100);

    assertRefused(403, put(signed, Map.of(), BODY));
  }

  @Test
  void refusesAGetWithAUrlSignedForAPut() throws Exception {
    var request = HttpRequest.newBuilder(signed().url().toURI()).GET().build();

    assertRefused(403, http.send(request, BodyHandlers.ofString()));
  }

  @Test
  void refusesASecondUploadToTheSameKey() throws Exception {
    put(signed(), Map.of(), BODY);
    changes.clear();
    String eTag = s3.headObject(head -> head.bucket(BUCKET).key(KEY)).eTag();

    var response = put(signed(), Map.of(), BODY);

    assertThat(response.statusCode()).isEqualTo(412);
    assertThat(s3.headObject(head -> head.bucket(BUCKET).key(KEY)).eTag()).isEqualTo(eTag);
    assertThat(changes).isEmpty();
  }

  @Test
  void letsPagesOfThisMachineUploadAndNoOthers() throws Exception {
    assertThat(preflight("http://localhost:8080").statusCode()).isEqualTo(200);
    assertThat(
            preflight("http://localhost:8080").headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("http://localhost:8080");
    assertThat(preflight("https://example.com").statusCode()).isEqualTo(403);
    assertThat(preflight("http://localhost.example.com").statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> preflight(String origin) throws Exception {
    var request =
        HttpRequest.newBuilder(signed().url().toURI())
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "PUT")
            .header("Access-Control-Request-Headers", "content-type,if-none-match")
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static void assertRefused(int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(s3.listObjectsV2(list -> list.bucket(BUCKET)).contents()).isEmpty();
    assertThat(changes).isEmpty();
  }

  private static HttpResponse<String> put(
      PresignedPutObjectRequest signed, Map<String, String> changed, byte[] body) throws Exception {
    Map<String, String> headers = headers(signed);
    headers.putAll(changed);
    headers.values().removeIf(String::isEmpty);
    return put(signed.url().toURI(), headers, body);
  }

  private static HttpResponse<String> put(URI url, Map<String, String> headers, byte[] body)
      throws Exception {
    var request = HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /// Those that the client must send, less those that it sends by itself.
  private static Map<String, String> headers(PresignedPutObjectRequest signed) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    signed.signedHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    headers.remove("host");
    headers.remove("content-length");
    return headers;
  }

  private static PresignedPutObjectRequest signed() throws Exception {
    return signed(Duration.ofMinutes(10));
  }

  private static PresignedPutObjectRequest signed(Duration expiry) throws Exception {
    String sha256 =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(BODY));
    try (var presigner =
        S3Presigner.builder()
            .endpointOverride(server.endpoint())
            .region(Region.of(Credentials.REGION))
            .credentialsProvider(Credentials.provider())
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build()) {
      return presigner.presignPutObject(
          presign ->
              presign
                  .signatureDuration(expiry)
                  .putObjectRequest(
                      put ->
                          put.bucket(BUCKET)
                              .key(KEY)
                              .contentType("image/jpeg")
                              .contentLength((long) BODY.length)
                              .checksumSHA256(sha256)
                              .ifNoneMatch("*")));
    }
  }
}
