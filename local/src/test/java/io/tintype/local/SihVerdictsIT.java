package io.tintype.local;

import static io.tintype.local.ModeratedStack.status;
import static io.tintype.local.ModeratedStack.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Size;
import io.tintype.local.UrlForms.Form;
import io.tintype.testkit.Fixtures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same as [VerdictsIT], where URLs are read as Serverless Image Handler reads them.
class SihVerdictsIT {

  @TempDir Path folder;

  @Test
  void isShownInEveryFormAsAHumanHasSaid() throws Exception {
    Map<String, String> settings = Map.of("TINTYPE_MODERATION", "flag", "TINTYPE_DIALECT", "sih");
    try (var stack = ModeratedStack.start(folder, settings)) {
      String ground = stack.upload(Fixtures.gradientPng(new Size(320, 180)));
      String key = stack.upload(ModeratedStack.picture("group.jpg", 640));
      assertThat(verdict(stack.settled(ground))).isEqualTo("APPROVED");
      assertThat(verdict(stack.settled(key))).isEqualTo("APPROVED");
      var viewers = new Viewers(stack);
      List<Form> old = UrlForms.inDialectSih(key, 240, ground);
      Map<String, Double> sharp = viewers.warmed(old);

      stack.overrule(key, "REJECTED");
      viewers.requireNothing(old, 403);
      assertThat(status(stack.settled(key))).isEqualTo("REJECTED");
      viewers.requireNothing(UrlForms.inDialectSih(key, 250, ground), 403);

      stack.overrule(key, "BLURRED");
      assertThat(status(stack.settled(key))).isEqualTo("READY");
      viewers.requireBlurred(old, sharp);

      stack.overrule(key, "FLAGGED");
      assertThat(status(stack.settled(key))).isEqualTo("READY");
      assertThat(viewers.shown(old)).isEqualTo(sharp);
    }
  }
}
