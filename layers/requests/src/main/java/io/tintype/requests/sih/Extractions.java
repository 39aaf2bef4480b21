package io.tintype.requests.sih;

import io.tintype.imaging.Crop;
import io.tintype.imaging.TintypeException;
import java.util.List;
import java.util.Optional;

/// `edits.crop` and `edits.extract`: parts of the source, or of the sized picture where they are
/// written behind `resize`. A second one is of the sized picture too, as in sharp.
///
/// @param ofSource the part of the source
/// @param ofResult the part of the sized picture
/// @param firstIndex where the one of the source stands among the edits, or -1
record Extractions(Optional<Crop.Exact> ofSource, Optional<Crop.Exact> ofResult, int firstIndex) {

  /// @param order the names of the edits
  /// @param resized from which index on the picture has been resized
  /// @throws TintypeException BAD_REQUEST
  static Extractions read(Fields edits, List<String> order, int resized) {
    Optional<Crop.Exact> ofSource = Optional.empty();
    Optional<Crop.Exact> ofResult = Optional.empty();
    int firstIndex = -1;
    edits.indifferent("crop", "extract");
    for (int index = 0; index < order.size(); index++) {
      String name = order.get(index);
      if (!name.equals("crop") && !name.equals("extract")) {
        continue;
      }
      Optional<Crop.Exact> area =
          edits.get(name).filter(value -> !value.isFalse()).map(Extractions::area);
      if (area.isPresent() && ofSource.isEmpty() && index < resized) {
        ofSource = area;
        firstIndex = index;
      } else if (area.isPresent()) {
        ofResult = area;
      }
    }
    return new Extractions(ofSource, ofResult, firstIndex);
  }

  private static Crop.Exact area(Value value) {
    Fields fields = value.fields();
    Crop.Exact area =
        new Crop.Exact(
            side(fields.require("left"), 0),
            side(fields.require("top"), 0),
            side(fields.require("width"), 1),
            side(fields.require("height"), 1));
    fields.close();
    return area;
  }

  private static int side(Value value, int least) {
    int side = value.whole();
    if (side < least) {
      throw Wrong.coded(
          "Crop::AreaOutOfBounds", value.place(), least + " pixels or more", value.shown());
    }
    return side;
  }
}
