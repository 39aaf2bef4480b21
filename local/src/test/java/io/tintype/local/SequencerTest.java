package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequencerTest {

  @TempDir Path folder;

  @Test
  void growsWithinAndAcrossRuns() {
    List<String> given = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      var sequencer = new Sequencer(folder.resolve("sequencer"));
      for (int i = 0; i < 1_000; i++) {
        given.add(sequencer.next());
      }
    }

    assertThat(given).doesNotHaveDuplicates().isSorted();
    assertThat(given).allMatch(number -> number.matches("[0-9A-F]{18}"));
  }

  @Test
  void growsAlsoWhenTheClockWasPutBack() throws Exception {
    Path file = folder.resolve("sequencer");
    Files.writeString(file, Long.toString(Long.MAX_VALUE / 2));

    String next = new Sequencer(file).next();

    assertThat(Long.parseLong(next, 16)).isGreaterThan(Long.MAX_VALUE / 2);
    assertThat(new Sequencer(file).next()).isGreaterThan(next);
  }

  @Test
  void givesEachThreadItsOwn() {
    var sequencer = new Sequencer(folder.resolve("sequencer"));
    Set<String> given = ConcurrentHashMap.newKeySet();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2_000; i++) {
        threads.execute(() -> given.add(sequencer.next()));
      }
    }

    assertThat(given).hasSize(2_000);
  }
}
