package io.tintype.pipeline.ondemand;

import static io.tintype.pipeline.ondemand.Rig.CAT;
import static io.tintype.pipeline.ondemand.Rig.CAT_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.DerivativeKeys;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.TextEngine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingVariantTest {

  private static final String VARIANTS = "derivatives/v/" + CAT_ID + "/";

  private final Rig rig = Rig.unsafe();

  @ParameterizedTest
  @CsvSource({
    "card.webp, image/webp, 200x100, /v/card.webp/",
    "card.jpeg, image/jpeg, 200x100, /v/card.jpeg/",
    "card.avif, image/webp, 200x100, /v/card.avif/",
    "card.any, image/jpeg, 200x100, /v/card/",
    "tile.webp, image/png, 20x20, /v/tile.webp/",
    "tile.any, image/png, 20x20, /v/tile/"
  })
  void isRenderedOnItsFirstViewAndStored(String name, String type, String size, String address) {
    rig.record(CAT, Status.READY, 1);

    Found found = rig.variant(VARIANTS + name);

    assertThat(text(found)).isEqualTo("picture cat at " + size);
    assertThat(found.derivative().mediaType()).isEqualTo(type);
    assertThat(found.stored()).isTrue();
    assertThat(found.address()).isEqualTo(address + CAT.key());
    assertThat(rig.derivatives.all()).containsOnlyKeys(VARIANTS + name);
  }

  @Test
  void isCopiedWhereTheRendererHasStoredItInAnotherFormat() {
    rig.record(CAT, Status.READY, 1);
    rig.storeVariant("card", Format.JPEG, "as the renderer made it");

    assertThat(text(rig.variant(VARIANTS + "card.any"))).isEqualTo("as the renderer made it");
    assertThat(rig.fetching.fetches()).isZero();
  }

  @Test
  void ofAForeignOriginalHasItInItsKey() {
    var foreign = new ObjectRef("originals", "uploads/a b+ü.jpg");
    rig.originals.put(foreign, TextEngine.picture("dog"));
    String key = DerivativeKeys.variant(foreign, "card", Format.WEBP);

    Found found = rig.variant(key);

    assertThat(text(found)).isEqualTo("picture dog at 200x100");
    assertThat(found.address()).isEqualTo("/v/card.webp/uploads/a%20b%2B%C3%BC.jpg");
    assertThat(rig.derivatives.all()).containsOnlyKeys(key);
  }

  /// As no other request may name one: what lies between us and S3 could resolve the steps.
  @ParameterizedTest
  @ValueSource(strings = {"../secret.jpg", "uploads/../secret.jpg", "uploads/./a.jpg", "a/.."})
  void isNotMadeOfAKeyWithStepsUpwards(String key) {
    var foreign = new ObjectRef("originals", key);
    rig.originals.put(foreign, TextEngine.picture("secret"));

    assertThatThrownBy(() -> rig.variant(DerivativeKeys.variant(foreign, "card", Format.WEBP)))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
    assertThat(rig.fetching.fetches()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.webp", "card.png", "card.gif", "card.bmp", "card.x"})
  void isNotMadeUp(String name) {
    rig.record(CAT, Status.READY, 1);

    assertMissing(VARIANTS + name);
  }

  @Test
  void isNotMadeWithoutARecordThatNamesTheOriginal() {
    assertMissing(VARIANTS + "card.webp");
  }

  @Test
  void isNotMadeUnderAnotherImagesId() {
    String key = DerivativeKeys.variant(new ObjectRef("originals", "a.jpg"), "card", Format.WEBP);
    List<String> parts = List.of(key.split("/", -1));

    assertMissing(key.replace(parts.get(2), CAT_ID.value()));
  }

  @Test
  void isNotMadeOfABucketThatIsOutOfReach() {
    String key = DerivativeKeys.variant(new ObjectRef("elsewhere", "a.jpg"), "card", Format.WEBP);

    assertThatThrownBy(() -> rig.variant(key))
        .isInstanceOfSatisfying(
            TintypeException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.FORBIDDEN));
  }

  @Test
  void leavesNothingOfAnImageThatIsDeletedMeanwhile() {
    rig.record(CAT, Status.READY, 1);
    rig.engine.duringNextRendering(() -> rig.record(CAT, Status.DELETED, 2));

    assertMissing(VARIANTS + "card.webp");

    assertThat(rig.derivatives.all()).isEmpty();
  }

  private void assertMissing(String key) {
    assertThatThrownBy(() -> rig.variant(key))
        .isInstanceOfSatisfying(
            TintypeException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND));
  }

  private static String text(Found found) {
    return new String(found.derivative().bytes(), StandardCharsets.UTF_8);
  }
}
