package io.tintype.imaging;

/// A square of complex numbers and its Fourier transform, in place. Frequencies lie in an order of
/// their own (that of decimation in frequency, and turned), which doesn't matter for multiplying
/// two squares that were transformed alike.
final class Fourier {

  private final int side;
  private final double[] cosines;
  private final double[] sines;
  private final double[] real;
  private final double[] imaginary;

  /// @param bits the side is two to the power of this
  Fourier(int bits) {
    side = 1 << bits;
    real = new double[side * side];
    imaginary = new double[side * side];
    cosines = new double[side / 2];
    sines = new double[side / 2];
    for (int i = 0; i < side / 2; i++) {
      cosines[i] = Math.cos(2 * Math.PI * i / side);
      sines[i] = Math.sin(2 * Math.PI * i / side);
    }
  }

  double[] real() {
    return real;
  }

  double[] imaginary() {
    return imaginary;
  }

  void forward() {
    rowsForward();
    transpose(real);
    transpose(imaginary);
    rowsForward();
  }

  void backward() {
    rowsBackward();
    transpose(real);
    transpose(imaginary);
    rowsBackward();
    double scale = 1.0 / ((double) side * side);
    for (int i = 0; i < real.length; i++) {
      real[i] *= scale;
      imaginary[i] *= scale;
    }
  }

  void multiply(Fourier other) {
    for (int i = 0; i < real.length; i++) {
      double product = real[i] * other.real[i] - imaginary[i] * other.imaginary[i];
      imaginary[i] = real[i] * other.imaginary[i] + imaginary[i] * other.real[i];
      real[i] = product;
    }
  }

  /// Ends in bit-reversed order, from which [#rowsBackward] starts.
  private void rowsForward() {
    for (int row = 0; row < real.length; row += side) {
      for (int half = side / 2, step = 1; half > 0; half /= 2, step *= 2) {
        for (int block = row; block < row + side; block += 2 * half) {
          for (int i = 0; i < half; i++) {
            int low = block + i;
            int high = low + half;
            double differenceReal = real[low] - real[high];
            double differenceImaginary = imaginary[low] - imaginary[high];
            real[low] += real[high];
            imaginary[low] += imaginary[high];
            double cosine = cosines[i * step];
            double sine = sines[i * step];
            real[high] = differenceReal * cosine + differenceImaginary * sine;
            imaginary[high] = differenceImaginary * cosine - differenceReal * sine;
          }
        }
      }
    }
  }

  private void rowsBackward() {
    for (int row = 0; row < real.length; row += side) {
      for (int half = 1, step = side / 2; half < side; half *= 2, step /= 2) {
        for (int block = row; block < row + side; block += 2 * half) {
          for (int i = 0; i < half; i++) {
            int low = block + i;
            int high = low + half;
            double cosine = cosines[i * step];
            double sine = sines[i * step];
            double turnedReal = real[high] * cosine - imaginary[high] * sine;
            double turnedImaginary = imaginary[high] * cosine + real[high] * sine;
            real[high] = real[low] - turnedReal;
            imaginary[high] = imaginary[low] - turnedImaginary;
            real[low] += turnedReal;
            imaginary[low] += turnedImaginary;
          }
        }
      }
    }
  }

  private void transpose(double[] square) {
    for (int y = 0; y < side; y++) {
      for (int x = y + 1; x < side; x++) {
        double held = square[y * side + x];
        square[y * side + x] = square[x * side + y];
        square[x * side + y] = held;
      }
    }
  }
}
