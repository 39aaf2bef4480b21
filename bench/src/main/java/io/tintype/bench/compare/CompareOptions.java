package io.tintype.bench.compare;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Arguments of [Compare].
///
/// @param photos a folder of pictures; null: made ones
/// @param jobs part of the names of the jobs that are done; empty: all
record CompareOptions(@Nullable String photos, int rounds, String jobs, Set<Contender> contenders) {

  static CompareOptions parse(String... arguments) {
    var options = new CompareOptions(null, 5, "", EnumSet.allOf(Contender.class));
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      options = options.with(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  private CompareOptions with(String name, String value) {
    return switch (name) {
      case "--photos" -> new CompareOptions(value, rounds, jobs, contenders);
      case "--rounds" -> new CompareOptions(photos, positive(value), jobs, contenders);
      case "--jobs" -> new CompareOptions(photos, rounds, value, contenders);
      case "--without" -> {
        Set<Contender> rest = EnumSet.copyOf(contenders);
        rest.remove(contender(value));
        yield new CompareOptions(photos, rounds, jobs, rest);
      }
      default ->
          throw new IllegalArgumentException(
              "Expected --photos, --rounds, --jobs or --without but received " + name);
    };
  }

  private static int positive(String value) {
    int number = Integer.parseInt(value);
    if (number < 1) {
      throw new IllegalArgumentException("Expected at least 1 round but received " + value);
    }
    return number;
  }

  private static Contender contender(String name) {
    return Arrays.stream(Contender.values())
        .filter(contender -> contender.id().equals(name) && contender != Contender.VIPS)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected sharp-once, sharp-separately or thumbnailator but received " + name));
  }

  /// @throws IllegalArgumentException when no job has such a name
  List<Job> wanted() {
    List<Job> wanted =
        Job.ALL.stream()
            .filter(
                job -> job.name().toLowerCase(Locale.ROOT).contains(jobs.toLowerCase(Locale.ROOT)))
            .toList();
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected part of one of "
              + Job.ALL.stream().map(Job::name).toList()
              + " but received "
              + jobs);
    }
    return wanted;
  }
}
