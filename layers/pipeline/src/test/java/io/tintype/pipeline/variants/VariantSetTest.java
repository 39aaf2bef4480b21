package io.tintype.pipeline.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ThumborOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VariantSetTest {

  private static final String GOOD =
      """
      variants:
        thumb:  {recipe: "200x200/smart", formats: [webp, jpeg]}
        card:
          recipe: fit-in/480x480/filters:quality(60)
          formats: [webp, jpg, png]
          quality: {jpeg: 78}
        avatar: {recipe: 0x96, formats: [png]}
      rules:
        - prefix: uploads/avatars/
          variants: [avatar, thumb]
        - prefix: uploads/private/
          variants: []
        - prefix: uploads/
          variants: [thumb, card]
      """;

  @Test
  void readsVariants() {
    VariantSet set = VariantSet.parse(GOOD, "variants.yaml");

    assertThat(set.all()).extracting(Variant::name).containsExactly("thumb", "card", "avatar");
    assertThat(set.named("card"))
        .contains(
            new Variant(
                "card",
                ThumborOptions.parse("fit-in/480x480/filters:quality(60)"),
                List.of(Format.WEBP, Format.JPEG, Format.PNG),
                Map.of(Format.JPEG, 78)));
    assertThat(set.named("avatar").orElseThrow().recipe()).isEqualTo(ThumborOptions.parse("0x96"));
    assertThat(set.named("poster")).isEmpty();
  }

  @Test
  void qualityByFormatComesBeforeTheRecipes() {
    Variant card = VariantSet.parse(GOOD, "variants.yaml").named("card").orElseThrow();

    assertThat(card.recipeFor(Format.JPEG).output().quality()).contains(78);
    assertThat(card.recipeFor(Format.WEBP).output().quality()).contains(60);
    assertThat(card.recipeFor(Format.WEBP).output().format()).contains(Format.WEBP);
  }

  @Test
  void theFirstRuleThatFitsDecides() {
    VariantSet set = VariantSet.parse(GOOD, "variants.yaml");

    assertThat(names(set, "uploads/avatars/a.jpg")).containsExactly("avatar", "thumb");
    assertThat(names(set, "uploads/private/a.jpg")).isEmpty();
    assertThat(names(set, "uploads/a.jpg")).containsExactly("thumb", "card");
    assertThat(names(set, "elsewhere/a.jpg")).isEmpty();
  }

  @Test
  void withoutRulesEveryOriginalGetsEveryVariant() {
    VariantSet set = VariantSet.parse(GOOD.substring(0, GOOD.indexOf("rules:")), "variants.yaml");

    assertThat(names(set, "anything")).containsExactly("thumb", "card", "avatar");
  }

  @Test
  void reportsEverythingAtOnceWithLinesAndColumns() {
    String yaml =
        """
        variants:
          thumb: {recipe: "200x200/smart", formats: [webp, jpeg]}
          Card_1: {recipe: "200x200", formats: [webp]}
          thumb: {recipe: "1x1", formats: [png]}
          card:
            formats: [webp, psd, webp]
            recipe: fit-in/480x480/filters:quality(0)
            quality: {webp: 101, gif: 50, png: 3}
            qualty: 5
          hero: {recipe: "9x9/filters:format(png)", formats: [png], quality: {png: 9}}
          bare:
          none: {formats: []}
        rules:
          - prefix: uploads/
            variants: [thumb, poster, thumb]
          - prefix: uploads/avatars/
            variants: [card]
          - variants: thumb
        rule: 1
        """;
    assertThatThrownBy(() -> VariantSet.parse(yaml, "variants.yaml"))
        .isInstanceOf(TintypeException.class)
        .hasMessage(
            """
            variants.yaml line 3, column 3, variant Card_1: expected a name of 1 to 40 characters a-z, 0-9 and -
            variants.yaml line 4, column 3, variants: variant thumb is given twice, first in line 2
            variants.yaml line 6, column 21, variant card: formats: expected one of jpeg, png, gif, webp but received psd
            variants.yaml line 6, column 26, variant card: formats: webp is listed twice
            variants.yaml line 7, column 13, variant card: recipe: filter quality: expected 1..100 but received 0
            variants.yaml line 8, column 21, variant card: quality: webp: expected 1..100 but received 101
            variants.yaml line 8, column 31, variant card: quality: gif: not one of the variant's formats
            variants.yaml line 8, column 40, variant card: quality: png: not one of the variant's formats
            variants.yaml line 9, column 5, variant card: unknown key qualty (did you mean quality?); expected recipe, formats, quality
            variants.yaml line 10, column 18, variant hero: recipe: filter format: not allowed here, the formats are listed under formats
            variants.yaml line 10, column 76, variant hero: quality: png: this format has no quality
            variants.yaml line 11, column 8, variant bare: expected a mapping with recipe, formats, quality but received nothing
            variants.yaml line 12, column 9, variant none: recipe: missing
            variants.yaml line 12, column 19, variant none: formats: expected a list of jpeg, png, gif, webp but received an empty list
            variants.yaml line 15, column 23, rule uploads/: unknown variant poster; expected one of thumb, Card_1, card, hero, bare, none
            variants.yaml line 15, column 31, rule uploads/: thumb is listed twice
            variants.yaml line 16, column 13, rule uploads/avatars/: never used, because the rule in line 14 fits all its keys first
            variants.yaml line 18, column 5, rule: prefix: missing
            variants.yaml line 18, column 15, rule without prefix: variants: expected a list of variants' names but received thumb
            variants.yaml line 19, column 1: unknown key rule (did you mean rules?); expected variants, rules\
            """)
        .extracting(failure -> ((TintypeException) failure).reason())
        .isEqualTo(Reason.INTERNAL);
  }

  @Test
  void writableFormatsAreTheEngines() {
    String yaml = "variants: {a: {recipe: 1x1, formats: [avif]}}";
    assertThat(VariantSet.parse(yaml, "v", Set.of(Format.AVIF)).named("a")).isPresent();
    assertThatThrownBy(() -> VariantSet.parse(yaml, "v"))
        .hasMessage(
            "v line 1, column 39, variant a: formats: expected one of jpeg, png, gif, webp but"
                + " received avif");
  }

  private static List<String> names(VariantSet set, String key) {
    return set.forKey(key).stream().map(Variant::name).toList();
  }
}
