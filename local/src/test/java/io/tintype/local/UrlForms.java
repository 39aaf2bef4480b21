package io.tintype.local;

import io.tintype.requests.signing.UrlSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every way to ask for an original by URL in the usual dialect.
final class UrlForms {

  private static final String BUCKET = Services.ORIGINALS;
  private static final UrlSigner SIGNER = new UrlSigner(ModeratedStack.SIGNING_KEY);

  /// What comes of a form as long as nothing speaks against it.
  enum Answer {
    /// A picture of it.
    PICTURE,
    /// Its own bytes, or what they say besides the picture.
    ORIGINAL,
    /// What is known of the picture.
    FACTS
  }

  record Form(String name, Answer answer, String path) {

    @Override
    public String toString() {
      return name + " " + path;
    }
  }

  private final List<Form> forms = new ArrayList<>();
  private final String key;
  private final String encoded;
  private final int side;
  private final String ground;

  private UrlForms(String key, int side, String ground) {
    this.key = key;
    this.encoded = key.replace(" ", "%20");
    this.side = side;
    this.ground = ground;
  }

  /// @param side of the pictures, so that another one makes URLs that are new
  /// @param ground key of a picture that others are drawn over
  static List<Form> of(String key, int side, String ground) {
    var forms = new UrlForms(key, side, ground);
    forms.thumbor();
    forms.json();
    forms.parameters();
    forms.drawnOver();
    forms.described();
    return forms.forms;
  }

  /// In the dialect of Serverless Image Handler.
  ///
  /// @param ground of the same shape, so that it is covered
  static List<Form> inDialectSih(String key, int side, String ground) {
    var forms = new UrlForms(key, side, ground);
    String size = side + "x" + side;
    forms.picture("sized", "/" + size + "/" + key);
    forms.picture("fitted in", "/fit-in/" + size + "/" + key);
    forms.picture("filtered", "/fit-in/" + size + "/filters:quality(80):rgb(0,0,0)/" + key);
    forms.picture("a face", "/" + size + "/filters:smart_crop(0,200)/" + key);
    forms.picture("as it is", "/filters:quality(" + forms.quality() + ")/" + key);
    forms.picture(
        "as a watermark",
        "/fit-in/"
            + size
            + "/filters:watermark("
            + BUCKET
            + ","
            + key
            + ",0,0,0,100,100)/"
            + ground);
    forms.json();
    forms.parameters();
    return forms.forms;
  }

  /// Those that are the same for every side.
  static List<Form> variants(String key) {
    var forms = new UrlForms(key, 0, "");
    forms.picture("a variant", "/v/card/" + forms.encoded);
    forms.picture("a variant with a smart crop", "/v/thumb.webp/" + forms.encoded);
    forms.picture("a variant in one format", "/v/hero.jpeg/" + forms.encoded);
    return forms.forms;
  }

  private void thumbor() {
    String size = side + "x" + side;
    picture("Thumbor unsafe", "/unsafe/" + size + "/" + encoded);
    picture("Thumbor smart", "/unsafe/" + size + "/smart/" + encoded);
    picture("Thumbor signed", SIGNER.sign("fit-in/" + size + "/" + encoded));
    picture("Thumbor without a hash", "/" + size + "/" + encoded);
    picture("Thumbor at full size", "/unsafe/filters:quality(" + quality() + ")/" + encoded);
    picture("Thumbor enlarged", "/unsafe/1000x0/filters:quality(" + quality() + ")/" + encoded);
    picture("Thumbor by bucket", "/unsafe/" + size + "/s3:" + BUCKET + "/" + encoded);
    picture(
        "Thumbor by address",
        "/unsafe/"
            + size
            + "/https://"
            + BUCKET
            + ".s3."
            + Credentials.REGION
            + ".amazonaws.com/"
            + encoded);
    picture("Thumbor in base64", "/unsafe/" + size + "/b64:" + base64(key));
    picture(
        "Thumbor with an end", "/unsafe/" + size + "/filters:expire(32503680000000)/" + encoded);
    picture("with an end", "/unsafe/" + side + "x9/" + encoded + "?expires=29991231T235959Z");
    picture("Thumbor to be saved", "/unsafe/" + size + "/filters:attachment(a.jpg)/" + encoded);
    picture("Thumbor unstored", "/unsafe/" + size + "/filters:preview()/" + encoded);
    picture("Thumbor sharpened", "/unsafe/" + size + "/filters:sharpen(4):contrast(80)/" + encoded);
    picture(
        "Thumbor focal",
        "/unsafe/" + size + "/filters:extract_focal()/unsafe/0x0:900x800/" + encoded);
  }

  private void json() {
    picture("JSON", json(key, "{\"resize\": {\"width\": %d, \"height\": %d}}"));
    picture(
        "JSON with smartCrop",
        json(
            key,
            "{\"smartCrop\": {\"padding\": 300}, \"resize\": {\"width\": %d, \"height\": %d}}"));
    picture("JSON as a whole", json(key, "{\"jpeg\": {\"quality\": " + quality() + "}}"));
  }

  private void parameters() {
    picture("query parameters", "/" + encoded + "?width=" + side + "&height=" + side);
    picture("a square", "/" + encoded + "?d=" + side);
    picture("a box", "/" + encoded + "?d=" + side + "x" + (side - 1));
    picture(
        "parameters, signed",
        SIGNER.sign(
            "/" + encoded,
            Map.of("width", "" + side),
            Optional.of(Instant.parse("2999-12-31T23:59:59Z"))));
  }

  private void drawnOver() {
    String size = side + "x" + side;
    picture(
        "as a watermark",
        "/unsafe/"
            + size
            + "/filters:watermark("
            + encoded
            + ",center,center,0,100,100)/"
            + ground);
    picture(
        "as a picture in a picture",
        "/unsafe/" + size + "/filters:image(/" + size + "/" + encoded + ",0,0)/" + ground);
    picture("as a frame", "/unsafe/" + size + "/filters:frame(" + encoded + ")/" + ground);
    picture(
        "in JSON's overlayWith",
        json(
            ground,
            "{\"resize\": {\"width\": %d, \"height\": %d}, \"overlayWith\": {\"bucket\": \""
                + BUCKET
                + "\", \"key\": \""
                + key
                + "\", \"alpha\": 0, \"wRatio\": 100, \"hRatio\": 100}}"));
  }

  private void described() {
    String size = side + "x" + side;
    add("raw", Answer.ORIGINAL, SIGNER.sign("filters:raw():quality(" + quality() + ")/" + encoded));
    add(
        "showExif",
        Answer.ORIGINAL,
        SIGNER.sign("/" + encoded, Map.of("showExif", "true", "d", "" + side), Optional.empty()));
    add("meta", Answer.FACTS, "/unsafe/meta/" + size + "/" + encoded);
    add(
        "meta with a thumbhash",
        Answer.FACTS,
        "/unsafe/meta/" + size + "/filters:thumbhash():blurhash(9,9)/" + encoded);
  }

  private String json(String of, String edits) {
    String text =
        "{\"bucket\": \"" + BUCKET + "\", \"key\": \"" + of + "\", \"edits\": " + edits + "}";
    return "/"
        + Base64.getEncoder()
            .encodeToString(text.replace("%d", "" + side).getBytes(StandardCharsets.UTF_8));
  }

  /// So that URLs without a size are new too.
  private int quality() {
    return 60 + side / 10;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private void picture(String name, String path) {
    add(name, Answer.PICTURE, path);
  }

  private void add(String name, Answer answer, String path) {
    forms.add(new Form(name, answer, path));
  }
}
