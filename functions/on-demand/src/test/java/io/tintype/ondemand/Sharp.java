package io.tintype.ondemand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What sharp makes of rows' edits, where `bench/urlsheets` has installed it.
final class Sharp {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PEERS = Path.of("../../bench/peers");

  private Sharp() {}

  /// PNGs; without those that sharp alone can't make.
  static Map<Row, byte[]> pictures(List<Row> rows) throws IOException, InterruptedException {
    Map<Row, byte[]> pictures = new HashMap<>();
    if (!Files.exists(PEERS.resolve("node_modules/sharp"))) {
      System.out.println("Without sharp, which is not installed in bench/peers");
      return pictures;
    }
    Path jobs = Files.createTempFile("jobs", ".jsonl");
    Path answers = Files.createTempFile("answers", ".jsonl");
    try {
      Files.write(jobs, rows.stream().map(Sharp::job).toList());
      int exit =
          new ProcessBuilder("node", PEERS.resolve("edits.mjs").toString())
              .redirectInput(jobs.toFile())
              .redirectOutput(answers.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      List<String> lines = Files.readAllLines(answers);
      if (exit != 0 || lines.size() != rows.size()) {
        throw new IOException("edits.mjs ended with " + exit + " after " + lines.size());
      }
      for (int i = 0; i < lines.size(); i++) {
        JsonNode answer = JSON.readTree(lines.get(i));
        if (answer.has("png")) {
          pictures.put(rows.get(i), answer.get("png").binaryValue());
        } else {
          System.out.println(rows.get(i) + ": sharp says " + answer.path("error").asText());
        }
      }
      return pictures;
    } finally {
      Files.delete(jobs);
      Files.delete(answers);
    }
  }

  private static String job(Row row) {
    try {
      JsonNode request = JSON.readTree(Base64.getUrlDecoder().decode(row.path().substring(1)));
      ObjectNode job = JSON.createObjectNode();
      job.put("image", Specimens.file(request.get("key").asText()));
      job.set("edits", request.get("edits"));
      job.put("mark", Specimens.file("mark.png"));
      job.put("same", Specimens.file("same.png"));
      job.put("grey", Specimens.file("grey.png"));
      return JSON.writeValueAsString(job);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
