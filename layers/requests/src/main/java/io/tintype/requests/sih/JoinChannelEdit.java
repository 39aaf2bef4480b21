package io.tintype.requests.sih;

import io.tintype.imaging.Color;
import io.tintype.imaging.Drawing.JoinChannels;
import io.tintype.imaging.Drawing.JoinChannels.Joined;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import java.util.List;
import java.util.Map;

/// `edits.joinChannel`: other pictures whose channels are added, each `{bucket, key}` or sharp's
/// `{create}`, one or a list of them.
final class JoinChannelEdit {

  private static final int LARGEST_SIDE = 1_000_000;
  private static final Map<String, Boolean> ALPHA = Map.of("3", false, "4", true);

  private JoinChannelEdit() {}

  /// @param grey whether the picture has been made grey before
  /// @param alpha whether it still has its alpha
  /// @throws TintypeException BAD_REQUEST
  static JoinChannels read(Value value, boolean grey, boolean alpha) {
    List<Value> given = value.isList() ? value.list() : List.of(value);
    return new JoinChannels(grey, alpha, given.stream().map(JoinChannelEdit::joined).toList());
  }

  private static Joined joined(Value value) {
    if (!value.isObject()) {
      throw value.wrong("{bucket, key} or {create}");
    }
    Fields fields = value.fields();
    Joined joined =
        fields
            .get("create")
            .<Joined>map(JoinChannelEdit::plane)
            .orElseGet(() -> new Joined.Picture(ObjectNames.reference(fields)));
    fields.close();
    return joined;
  }

  private static Joined plane(Value value) {
    Fields fields = value.fields();
    boolean alpha = fields.require("channels").oneOf(ALPHA);
    Color color = fields.require("background").color();
    Size size = new Size(side(fields.require("width")), side(fields.require("height")));
    fields.close();
    return new Joined.Plane(
        size, alpha ? color : Color.opaque(color.red(), color.green(), color.blue()), alpha);
  }

  private static int side(Value value) {
    int side = value.whole();
    if (side < 1 || side > LARGEST_SIDE) {
      throw value.wrong("1.." + LARGEST_SIDE + " pixels");
    }
    return side;
  }
}
