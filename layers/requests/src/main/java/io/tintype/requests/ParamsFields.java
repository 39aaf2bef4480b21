package io.tintype.requests;

import io.tintype.imaging.Crop;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.Trim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a Thumbor path was read, as imagor's `/params/` says it: its names, in its order, and
/// nothing that wasn't asked. `orig` stands where a side is the original's, which imagor doesn't
/// have.
final class ParamsFields {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  private ParamsFields() {}

  static Map<String, Object> of(ThumborPath path) {
    var all = new ParamsFields();
    String image = path.image().text();
    all.put("path", path.signed());
    all.put("image", Base64Text.decode(image).orElse(image));
    all.flag("base64_image", Base64Text.decode(image).isPresent());
    all.flag("unsafe", path.unsafe());
    all.put("hash", path.hash());
    all.flag("meta", path.meta());
    all.options(path.options());
    return all.fields;
  }

  private void options(OptionPath options) {
    options.trim().ifPresent(this::trim);
    options.crop().ifPresent(this::crop);
    flag("fit_in", options.fitIn().asked());
    flag("adaptive_fit_in", options.fitIn().adaptive());
    flag("full_fit_in", options.fitIn().full());
    flag("stretch", options.stretch());
    side("width", options.width());
    side("height", options.height());
    OptionPath.Padding padding = options.padding().orElse(OptionPath.Padding.NONE);
    number("padding_left", padding.left());
    number("padding_top", padding.top());
    number("padding_right", padding.right());
    number("padding_bottom", padding.bottom());
    flag("h_flip", options.flips().horizontal());
    flag("v_flip", options.flips().vertical());
    put("h_align", word(options.alignX(), "left", "right"));
    put("v_align", word(options.alignY(), "top", "bottom"));
    flag("smart", options.smart());
    List<Map<String, Object>> filters = new ArrayList<>();
    for (FilterCall call : options.filters()) {
      var filter = new ParamsFields();
      filter.put("name", call.name());
      filter.put("args", call.inside());
      filters.add(filter.fields);
    }
    if (!filters.isEmpty()) {
      fields.put("filters", filters);
    }
  }

  private void trim(Trim trim) {
    fields.put("trim", true);
    boolean bottomRight = trim.reference() == Trim.Corner.BOTTOM_RIGHT;
    fields.put("trim_by", bottomRight ? "bottom-right" : "top-left");
    number("trim_tolerance", trim.tolerance());
  }

  private void crop(Crop crop) {
    switch (crop) {
      case Crop.Pixels(int left, int top, int right, int bottom) -> edges(left, top, right, bottom);
      case Crop.Fractions(double left, double top, double right, double bottom) ->
          edges(left, top, right, bottom);
      case Crop.Exact _, Crop.AtMost _, Crop.Face _ ->
          throw new IllegalStateException("not in a path: " + crop);
    }
  }

  private void edges(double left, double top, double right, double bottom) {
    number("crop_left", left);
    number("crop_top", top);
    number("crop_right", right);
    number("crop_bottom", bottom);
  }

  private void side(String name, Length length) {
    switch (length) {
      case Length.Pixels(int value) -> fields.put(name, value);
      case Length.Original() -> fields.put(name, "orig");
      case Length.Auto(), Length.Fraction _ -> {}
    }
  }

  private static String word(double place, String low, String high) {
    return place == 0 ? low : place == 1 ? high : "";
  }

  private void put(String name, String text) {
    if (!text.isEmpty()) {
      fields.put(name, text);
    }
  }

  private void flag(String name, boolean holds) {
    if (holds) {
      fields.put(name, true);
    }
  }

  private void number(String name, double value) {
    if (value == Math.rint(value) && value != 0) {
      fields.put(name, (int) value);
    } else if (value != 0) {
      fields.put(name, value);
    }
  }
}
