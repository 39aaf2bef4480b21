package io.tintype.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Filter calls, good and bad, of every filter that is understood.
final class FilterExamples {

  /// Accepted by thumbor's expressions but outside of the range that its documents give.
  static final Set<String> OUT_OF_RANGE =
      Set.of(
          "brightness(101)",
          "brightness(-101)",
          "contrast(999999999999999999999)",
          "blur(3,-1)",
          "quality(0)",
          "quality(101)",
          "rotate(45)",
          "rgb(0,0,101)",
          "max_bytes(0)",
          "proportion(0)",
          "proportion(-1)",
          "focal(a)",
          "focal(10x10:5x20)",
          "format(bmp)",
          "fill(nosuchcolour)",
          "fill(12345)",
          "background_color(ff)",
          "watermark(a.png,0,0,101)",
          "watermark(a.png,101p,0,0)",
          "watermark(a.png,0,0,0,0)",
          "watermark(a.png,0,0,0,none,-5)");

  /// Refused by thumbor's expressions, but imagor's and understood.
  static final Set<String> IMAGORS = Set.of("watermark(a.png,left,0,0)");

  static final List<String> ALL = all();

  private FilterExamples() {}

  private static List<String> all() {
    List<String> calls = new ArrayList<>(OUT_OF_RANGE);
    calls.addAll(
        List.of(
            "brightness(100)",
            "brightness( -100 )",
            "brightness()",
            "brightness(1.5)",
            "brightness(a)",
            "brightness(1,2)",
            "contrast(0)",
            "contrast(-)",
            "contrast(010)",
            "blur(1)",
            "blur(7,3)",
            "blur(3,0)",
            "blur(0)",
            "blur(-1)",
            "blur(1.5)",
            "blur()",
            "blur(200)",
            "blur(3,.5)",
            "blur(3,1.)",
            "blur(3,a)",
            "blur(1,2,3)",
            "quality(1)",
            "quality(100)",
            "quality(-1)",
            "quality()",
            "quality(8O)",
            "rotate(90)",
            "rotate(-90)",
            "rotate(0)",
            "rotate(360)",
            "rotate(a)",
            "rotate()",
            "rgb(1,2,3)",
            "rgb(-100, 100 ,0)",
            "rgb(1,2)",
            "rgb(1,2,3,4)",
            "rgb(a,b,c)",
            "max_bytes(1)",
            "max_bytes(-1)",
            "max_bytes(1k)",
            "proportion(.5)",
            "proportion(1.5)",
            "fill(auto)",
            "fill(blur)",
            "focal(0.1x0.1:0.5x0.5)",
            "proportion(1)",
            "proportion(a)",
            "proportion(.)",
            "focal(10x20:30x40)",
            "focal()",
            "format(jpeg)",
            "format(jpg)",
            "format('webp')",
            "format(heic)",
            "format()",
            "fill(red)",
            "fill(transparent)",
            "fill(ff0000)",
            "fill(f00)",
            "fill(f008,1)",
            "fill(AABBCC80,false)",
            "fill(red,TRUE)",
            "fill(#fff)",
            "fill()",
            "fill(red,1,2)",
            "background_color(blue)",
            "background_color()",
            "background_color(a,b)",
            "grayscale()",
            "grayscale(1)",
            "no_upscale()",
            "upscale()",
            "upscale(1)",
            "stretch()",
            "stretch(2)",
            "strip_exif()",
            "strip_exif(1)",
            "strip_icc()",
            "watermark(a.png,0,0,0)",
            "watermark(a.png,-1,-20p,50,30,none)",
            "watermark('a,b.png',center,repeat,0)",
            "watermark(a.png,0,0)",
            "watermark(a.png,0,0,0,1,2,3)",
            "watermark(a.png,sideways,0,0)",
            "watermark(a.png,left,0,0)",
            "watermark(a.png,0,0,-1)",
            "watermark(,0,0,0)",
            "watermark(a.png,0,0,0,a)",
            "watermark(https://a-bucket.s3.amazonaws.com/a.png,10,10p,0,20)"));
    return List.copyOf(calls);
  }
}
