package io.tintype.local;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/// The folder that holds everything the stack keeps: objects, messages, records. One stack at a
/// time may use it.
final class DataFolder implements AutoCloseable {

  private static final List<String> OURS =
      List.of("s3", "queue.mv.db", "queue.trace.db", "dynamodb", "events", "sequencer");

  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// @param fresh whether to remove what earlier runs kept there; nothing else in the folder is
  ///     touched
  static DataFolder open(Path path, boolean fresh) {
    Path folder = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      FileChannel lock = lock(folder);
      if (fresh) {
        for (String name : OURS) {
          delete(folder.resolve(name));
        }
      }
      for (String name : List.of("s3", "dynamodb", "events")) {
        Files.createDirectories(folder.resolve(name));
      }
      return new DataFolder(folder, lock);
    } catch (IOException e) {
      throw new TintypeException(
          Reason.UNAVAILABLE, "the data folder " + folder + " can't be used: " + e, e);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new TintypeException(
          Reason.BUSY,
          "another stack is using " + folder + "; stop it, or choose a folder with --data");
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (var files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  Path root() {
    return folder;
  }

  Path s3() {
    return folder.resolve("s3");
  }

  Path dynamoDb() {
    return folder.resolve("dynamodb");
  }

  /// The queue's database, without the extension that it gets.
  Path queue() {
    return folder.resolve("queue");
  }

  Path events() {
    return folder.resolve("events");
  }

  Path sequencer() {
    return folder.resolve("sequencer");
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new TintypeException(Reason.INTERNAL, "can't release " + folder, e);
    }
  }
}
