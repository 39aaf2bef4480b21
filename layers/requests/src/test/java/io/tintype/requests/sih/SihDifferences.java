package io.tintype.requests.sih;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Requests that are understood otherwise than by Serverless Image Handler, each with its reason.
final class SihDifferences {

  static final Map<String, String> BY_PATH = new HashMap<>();

  static {
    because(
        "the same error there only comes when the edit is carried out, as a 500 but for the crop",
        "/100x100:10x10/photo.jpg",
        "/200x200/filters:blur()/photo.jpg",
        "/200x200/filters:blur(0)/photo.jpg",
        "/200x200/filters:blur(7,0.1)/photo.jpg",
        "/200x200/filters:convolution(1;2,3)/photo.jpg",
        "/200x200/filters:quality(0)/photo.jpg",
        "/200x200/filters:quality(101)/photo.jpg",
        "/200x200/filters:rotate(abc)/photo.jpg",
        "/200x200/filters:sharpen(2)/photo.jpg",
        "/filters:proportion(-1)/photo.jpg",
        "/filters:smart_crop(some,value)/test-image-001.jpg");
    because(
        "metadata are never written; only before its version 8.0.3 did this undo a rotation",
        "/200x200/filters:strip_exif()/cmyk-exif.jpg",
        "/200x200/filters:strip_exif()/photo.png",
        "/200x200/filters:strip_exif():strip_icc()/photo.jpg",
        "/200x200/filters:strip_icc()/photo.jpg",
        "/filters:strip_exif()/image.jpg",
        "/filters:strip_icc()/image.jpg");
    because(
        "more formats are read here",
        "/300x200/image.heic",
        "/image.heic",
        "/photo.bmp",
        "12x12e24d234r2ewxsad123d34r.bmp");
    because(
        "JSON that is no object names no image, so the path is a key like any other",
        "/IiI=",
        "/MTIz",
        "/W10=",
        "/bnVsbA==");
    because(
        "without a key there is nothing to look for: 400, not 404",
        "/",
        "/e30=",
        "/eyJlZGl0cyI6eyJncmF5c2NhbGUiOiJ0cnVlIiwicm90YXRlIjo5MCwiZmxpcCI6InRydWUifX0=");
    because(
        "padding may be left out, so it may be wrong too",
        "/eyJrZXkiOiJzYW1wbGVJbWFnZUtleTAwMS5qcGciLCJlZGl0cyI6eyJncmF5c2NhbGUiOiJ0cnVlIn19==");
    because("raw pixels are no picture", "/200x200/filters:format(raw)/photo.jpg");
    because("transparent is a colour", "/200x200/filters:fill(transparent)/photo.png");
  }

  private SihDifferences() {}

  private static void because(String reason, String... paths) {
    List.of(paths).forEach(path -> BY_PATH.put(path, reason));
  }
}
