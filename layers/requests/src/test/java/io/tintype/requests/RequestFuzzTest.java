package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Random requests, grown by the grammar and then damaged, are image requests or mistakes that are
/// named. `-Dtintype.fuzz.seconds=60` looks for longer; a failure names its seed.
class RequestFuzzTest {

  private static final Duration LENGTH =
      Duration.ofSeconds(Integer.getInteger("tintype.fuzz.seconds", 3));

  /// No single request may take so much of the processor.
  private static final Duration SLOWEST = Duration.ofMillis(200);

  private static final String ALPHABET = "0123456789x:/(),.'-_+%=[]{}|;~ abefginorstu\u0000é😀\n";
  private static final List<String> SEGMENTS =
      List.of(
          "unsafe",
          "params",
          "debug",
          "meta",
          "trim",
          "trim:top-left:#",
          "trim:#",
          "#x#:#x#",
          "0.#x0.#:0.#x1",
          "fit-in",
          "full-fit-in",
          "adaptive-full-fit-in",
          "stretch",
          "#x#",
          "-#x-#",
          "origx#",
          "fxf-#",
          "#x#:#x#",
          "left",
          "right",
          "top",
          "middle",
          "smart",
          "8ammJH8D-7tXy6kU3lTvoXlhu4o=",
          "v",
          "thumb.webp",
          "..",
          "a%2Fb",
          "");
  private static final List<String> IMAGES =
      List.of(
          "photo.jpg",
          "a/b c.jpg",
          "s3:bucket/key",
          "https://b.s3.amazonaws.com/k",
          "color:red",
          "b64:cGhvdG8uanBn",
          "http://example.com/a.jpg",
          "",
          "%E4%BD%A0.png",
          "100%.jpg");
  private static final List<String> VALUES =
      List.of(
          "#",
          "-#",
          "#.#",
          "0.#",
          "red",
          "f00",
          "none",
          "auto",
          "blur",
          "true",
          "0",
          "center",
          "repeat",
          "left-#",
          "#p",
          "#x#:#x#",
          "1;2;1;2;4;2;1;2;1",
          "3",
          "[(0,#),(#,255)]",
          "[]",
          "'a,b'",
          "jpeg",
          "webp",
          "#|#",
          "multiply",
          "sans-bold-#",
          "pixelate",
          "b64:YQ",
          "");

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyRequestIsReadOrRefusedByName(Dialect dialect) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    RequestParser parser = new RequestParser(dialect);
    long end = System.nanoTime() + LENGTH.toNanos() / Dialect.values().length;
    int read = 0;
    int refused = 0;
    while (System.nanoTime() < end) {
      ReceivedRequest request = request(random);
      long start = CpuTime.ofThisThread();
      try {
        assertThat(parser.parse(request)).isNotNull();
        read++;
      } catch (TintypeException e) {
        assertThat(e.reason()).isIn(Reason.BAD_REQUEST, Reason.NOT_FOUND, Reason.FORBIDDEN);
        assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(1_500);
        refused++;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed + ", request " + request, e);
      }
      assertThat(CpuTime.ofThisThread() - start)
          .as("seed " + seed + ", request " + request)
          .isLessThan(SLOWEST.toNanos());
    }
    assertThat(read).as("seed " + seed).isGreaterThan(10);
    assertThat(refused).as("seed " + seed).isGreaterThan(10);
  }

  @Test
  void theSameSeedGivesTheSameRequests() {
    assertThat(request(new Random(5))).isEqualTo(request(new Random(5)));
  }

  private static ReceivedRequest request(Random random) {
    String path = "/" + path(random, 0);
    if (random.nextInt(3) == 0) {
      path = damaged(path, random);
    }
    Map<String, String> query = new HashMap<>();
    if (random.nextInt(5) == 0) {
      query.put("d", number(random) + (random.nextBoolean() ? "x" + number(random) : ""));
    }
    if (random.nextInt(8) == 0) {
      query.put(pick(List.of("showExif", "signature", "expires", "width"), random), "true");
    }
    return new ReceivedRequest(path, query);
  }

  private static String path(Random random, int depth) {
    StringBuilder path = new StringBuilder(random.nextInt(3) > 0 ? "unsafe/" : "");
    for (int count = random.nextInt(4); count > 0; count--) {
      path.append(pick(SEGMENTS, random)).append('/');
    }
    if (random.nextInt(3) > 0) {
      path.append(filters(random, depth)).append('/');
    }
    path.append(pick(IMAGES, random));
    String text = path.toString();
    while (text.contains("#")) {
      text = text.replaceFirst("#", number(random));
    }
    return text;
  }

  private static String filters(Random random, int depth) {
    List<String> names = List.copyOf(Filters.names());
    return random
        .ints(1 + random.nextInt(4), 0, names.size())
        .mapToObj(index -> names.get(index) + "(" + arguments(random, depth) + ")")
        .collect(Collectors.joining(":", "filters:", ""));
  }

  private static String arguments(Random random, int depth) {
    int most = random.nextInt(10) == 0 ? 14 : 5;
    return random
        .ints(random.nextInt(most), 0, VALUES.size() + 2)
        .mapToObj(
            index ->
                index < VALUES.size()
                    ? VALUES.get(index)
                    : depth < 6 ? "/" + path(random, depth + 1) : "a.png")
        .collect(Collectors.joining(","));
  }

  private static String number(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> "0";
      case 1 -> "9".repeat(1 + random.nextInt(30));
      case 2, 3, 4 -> Integer.toString(random.nextInt(1_000));
      default -> Integer.toString(1 + random.nextInt(9));
    };
  }

  private static String damaged(String path, Random random) {
    StringBuilder text = new StringBuilder(path);
    for (int changes = 1 + random.nextInt(4); changes > 0 && !text.isEmpty(); changes--) {
      int at = random.nextInt(text.length());
      char character = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(5)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, character);
        case 2 -> text.setCharAt(at, character);
        case 3 -> text.replace(at, at + 1, String.format("%%%02X", (int) text.charAt(at) & 255));
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
      }
    }
    return text.toString();
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
