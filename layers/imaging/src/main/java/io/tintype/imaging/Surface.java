package io.tintype.imaging;

/// The pixels of a picture of some engine, read and written row by row: straight `0xAARRGGBB`.
/// For one thread.
public interface Surface {

  Size size();

  /// Fills the start of the array with a row.
  void read(int y, int[] row);

  /// Takes a row from the start of the array.
  void write(int y, int[] row);

  /// Puts every pixel through a tone edit; what becomes of the alpha channel is the caller's care.
  default void change(Lowering lowering) {
    int width = size().width();
    int[] row = new int[width];
    for (int y = 0; y < size().height(); y++) {
      read(y, row);
      long first = (long) y * width;
      for (int x = 0; x < width; x++) {
        row[x] = lowering.apply(row[x], first + x);
      }
      write(y, row);
    }
  }

  default Histogram histogram() {
    var histogram = new Histogram();
    int[] row = new int[size().width()];
    for (int y = 0; y < size().height(); y++) {
      read(y, row);
      histogram.add(row, row.length);
    }
    return histogram;
  }

  /// Whether nothing shines through anywhere.
  default boolean opaque() {
    int[] row = new int[size().width()];
    for (int y = 0; y < size().height(); y++) {
      read(y, row);
      for (int argb : row) {
        if (argb >>> 24 != 255) {
          return false;
        }
      }
    }
    return true;
  }
}
