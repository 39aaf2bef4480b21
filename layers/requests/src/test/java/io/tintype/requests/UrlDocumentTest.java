package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/urls.md` names every filter, and none that isn't there.
class UrlDocumentTest {

  @Test
  void listsEveryFilterAndNoOther() throws IOException {
    String document = Files.readString(Path.of("../../docs/urls.md"));
    String table = document.substring(document.indexOf("| `attachment("));
    for (String name : Filters.names()) {
      assertThat(document).as(name).contains("`" + name + "(");
    }
    table
        .lines()
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.substring(3, line.indexOf('(')))
        .forEach(name -> assertThat(Filters.names()).contains(name));
  }
}
