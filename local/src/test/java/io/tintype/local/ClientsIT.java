package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.pollexor.Thumbor;
import com.squareup.pollexor.ThumborUrlBuilder;
import com.squareup.pollexor.ThumborUrlBuilder.HorizontalAlign;
import com.squareup.pollexor.ThumborUrlBuilder.ImageFormat;
import com.squareup.pollexor.ThumborUrlBuilder.VerticalAlign;
import io.tintype.requests.signing.UrlSigner;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.Quadrants;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Signed URLs by clients that others have written, asked for at the edge of a stack that shows
/// nothing without a signature.
class ClientsIT {

  private static final String KEY = "the-signing-key";

  /// Red, green; blue, yellow: 600x400.
  private static final String IMAGE = "uploads/01M7ZQ13Z8DNCPJDVQVAAXR5C6/quarters.png";

  /// The same. A browser percent-encodes it after the URL was signed.
  private static final String FOREIGN = "assets/four quarters ü.png";

  @TempDir static Path folder;

  private static Stack stack;
  private static S3Client s3;
  private static URI front;

  @BeforeAll
  static void start() throws Exception {
    var settings = Map.of("TINTYPE_ALLOW_UNSAFE", "false", "TINTYPE_SIGNING_KEYS", KEY);
    Path data = Files.createDirectory(folder.resolve("data"));
    stack = Stack.start(new StackOptions(ProjectRoot.find(), data, true, 0, settings));
    front = stack.addresses().front();
    s3 = Clients.s3(stack.addresses().s3());
    var quarters = Quadrants.UPRIGHT.draw(600, 400, BufferedImage.TYPE_INT_RGB);
    for (String key : List.of(IMAGE, FOREIGN)) {
      s3.putObject(
          put -> put.bucket(Services.ORIGINALS).key(key).contentType("image/png"),
          RequestBody.fromBytes(Fixtures.png(quarters)));
    }
    awaitPicture();
  }

  @AfterAll
  static void stop() {
    s3.close();
    stack.close();
  }

  @Test
  void servesPollexorsUrls() throws Exception {
    assertShows(pollexor().resize(300, 200), "png 300x200 RGBY");
    assertShows(
        pollexor().resize(150, 100).flipHorizontally().flipVertically(), "png 150x100 YBGR");
    assertShows(pollexor().crop(0, 300, 200, 600).resize(60, 40), "png 60x40 GGGG");
    assertShows(
        pollexor().resize(100, 300).align(VerticalAlign.TOP, HorizontalAlign.RIGHT),
        "png 100x300 GGYY");
    assertShows(pollexor().resize(100, 100).smart(), "png 100x100 RGBY");
    assertShows(
        pollexor().resize(200, 200).fitIn().filter(ThumborUrlBuilder.fill(0xffffff)),
        "png 200x200 WWWW");
    assertShows(
        pollexor().resize(120, 80).filter(ThumborUrlBuilder.roundCorner(10, 20, 0xffffff)),
        "png 120x80 RGBY");
    assertShows(
        pollexor()
            .resize(120, 80)
            .filter(ThumborUrlBuilder.quality(90), ThumborUrlBuilder.format(ImageFormat.JPEG)),
        "jpeg 120x80 RGBY");
    assertShows(pollexor().resize(120, 80).filter(ThumborUrlBuilder.rotate(90)), "png 80x120 GYRB");
    assertThat(RawHttp.get(front, target(pollexor().toMeta())).text()).contains("\"thumbor\"");
  }

  @Test
  void servesUrlsOfAnNpmPackage() throws Exception {
    var client = NpmClient.fetch(Files.createDirectory(folder.resolve("npm")));
    Map<String, String> urls = client.urls(front.toString(), KEY, FOREIGN);

    var pictures =
        Map.of(
            "resized", "png 300x200 RGBY",
            "mirrored", "png 150x100 YBGR",
            "cropped", "png 60x40 GGGG",
            "right", "png 100x300 GGYY",
            "filled", "png 200x200 WWWW",
            "smart", "webp 100x100 RGBY",
            "curved", "png 120x80 RGBY",
            "rounded", "jpeg 90x60 RGBY");
    assertThat(urls).hasSize(pictures.size() + 1);
    for (var url : urls.entrySet()) {
      String picture = pictures.get(url.getKey());
      if (picture == null) {
        assertThat(RawHttp.get(front, target(url.getValue())).text()).contains("\"thumbor\"");
      } else {
        assertShows(url.getValue(), picture);
      }
    }
    assertNoLetterMayChange(target(urls.getOrDefault("rounded", "")));
  }

  @Test
  void refusesAnAddressOfWhichOneLetterWasChanged() throws Exception {
    String url =
        pollexor().crop(0, 300, 200, 600).resize(60, 40).filter("round_corner(5|9,1,2,3)").toUrl();
    assertShows(url, "png 60x40 GGGG");

    assertNoLetterMayChange(target(url));
  }

  @Test
  void refusesAtTheEdgeWhatHasExpiredAlsoWhereItIsStored() throws Exception {
    Instant end = Instant.now().plusSeconds(7).truncatedTo(ChronoUnit.SECONDS);
    String filter = "expire(" + end.toEpochMilli() + ")";
    String encoded = filter.replace("(", "%28").replace(")", "%29");
    Map<String, Integer> afterwards =
        Map.of(
            target(pollexor().resize(90, 60).filter(filter).toUrl()),
            410,
            target(pollexor().resize(30, 20).filter(encoded).toUrl()),
            410,
            new UrlSigner(KEY).sign("/" + IMAGE, Map.of("d", "60"), Optional.of(end)),
            400);
    for (String target : afterwards.keySet()) {
      assertThat(RawHttp.get(front, target).status()).as(target).isEqualTo(200);
      assertThat(RawHttp.get(front, target).header("x-tintype-cache")).isEqualTo("HIT");
    }
    List<String> stored = expiring();
    assertThat(stored).hasSize(afterwards.size());

    Thread.sleep(Duration.between(Instant.now(), end.plusMillis(20)));

    for (var each : afterwards.entrySet()) {
      RawHttp.Reply refused = RawHttp.get(front, each.getKey());
      assertThat(refused.status()).as(each.getKey()).isEqualTo(each.getValue());
      assertThat(refused.header("x-tintype-cache")).as("answered by the edge alone").isEmpty();
      assertThat(refused.header("cache-control")).isEqualTo("no-store");
      assertThat(refused.text()).containsPattern("\"code\":\"(Image)?(Request)?Expired\"");
    }
    assertThat(expiring()).isEqualTo(stored);
  }

  private static ThumborUrlBuilder pollexor() {
    return Thumbor.create(front + "/", KEY).buildImage(IMAGE);
  }

  private static void assertShows(ThumborUrlBuilder url, String picture) throws Exception {
    assertShows(url.toUrl(), picture);
  }

  /// @param picture format, size and the colours of its four quarters
  private static void assertShows(String url, String picture) throws Exception {
    RawHttp.Reply reply = RawHttp.get(front, target(url));
    assertThat(reply.status()).as(url + " " + reply.text()).isEqualTo(200);
    try (var file = ImageIO.createImageInputStream(new ByteArrayInputStream(reply.body()))) {
      var reader = ImageIO.getImageReaders(file).next();
      reader.setInput(file);
      BufferedImage shown = reader.read(0);
      String quarters =
          Stream.of(1, 7)
              .flatMap(y -> Stream.of(1, 7).map(x -> colour(shown, x, y)))
              .collect(Collectors.joining());
      assertThat(
              "%s %dx%d %s"
                  .formatted(
                      reader.getFormatName().toLowerCase(Locale.ROOT),
                      shown.getWidth(),
                      shown.getHeight(),
                      quarters))
          .as(url)
          .isEqualTo(picture);
      reader.dispose();
    }
  }

  /// @param x and y in eighths
  private static String colour(BufferedImage picture, int x, int y) {
    int rgb = picture.getRGB(picture.getWidth() * x / 8, picture.getHeight() * y / 8);
    boolean red = (rgb >> 16 & 255) > 127;
    boolean green = (rgb >> 8 & 255) > 127;
    boolean blue = (rgb & 255) > 127;
    return blue ? red && green ? "W" : "B" : red ? green ? "Y" : "R" : green ? "G" : "K";
  }

  private static void assertNoLetterMayChange(String target) throws Exception {
    assertThat(RawHttp.get(front, target).status()).isEqualTo(200);
    for (int at = 1; at < target.length(); at++) {
      char other = target.charAt(at) == '0' ? '1' : '0';
      String changed = target.substring(0, at) + other + target.substring(at + 1);
      boolean escape = target.lastIndexOf('%', at) > at - 3;
      // A percent sign less or other digits behind it may be no escape, which no server takes.
      assertThat(RawHttp.get(front, changed).status())
          .as(changed)
          .isIn(escape ? List.of(403, 400) : List.of(403));
    }
  }

  private static String target(String url) {
    assertThat(url).startsWith(front + "/");
    return url.substring(front.toString().length());
  }

  private static List<String> expiring() {
    return s3
        .listObjectsV2(list -> list.bucket(Services.DERIVATIVES).prefix("derivatives/e/"))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  /// Until the record says that the original may be shown.
  private static void awaitPicture() throws Exception {
    String record = "/images/" + IMAGE.split("/", -1)[1];
    for (int i = 0; i < 300; i++) {
      if (RawHttp.get(front, record).text().contains("\"READY\"")) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("the picture was not ready within a minute");
  }
}
