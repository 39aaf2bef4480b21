package io.tintype.ondemand;

import java.util.List;
import java.util.stream.Stream;

/// One row or more for every filter and every edit.
final class Rows {

  private Rows() {}

  static List<Row> all() {
    return Stream.of(
            ToneRows.ALL,
            DetailRows.ALL,
            DrawingRows.ALL,
            ShapeRows.ALL,
            OutputRows.ALL,
            AnswerRows.ALL,
            EditRows.ALL,
            EditShapeRows.ALL,
            JoinRows.ALL,
            EditOutputRows.ALL,
            SihFilterRows.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
