package io.tintype.vips;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// What a library of 64 bits says of itself in its ELF headers, whatever machine it is made for.
final class ElfLibrary {

  /// `EM_X86_64` and `EM_AARCH64` of the machine's own part of the ELF specification.
  static final int X86_64 = 62;

  static final int AARCH64 = 183;

  private static final int TABLE_OF_DYNAMIC_SYMBOLS = 11;
  private static final int SYMBOL_BYTES = 24;

  private final ByteBuffer file;

  ElfLibrary(byte[] file) {
    this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  int machine() {
    return file.getShort(18);
  }

  /// The names of what others may use of it.
  Set<String> exported() {
    int sections = file.getShort(60);
    for (int i = 0; i < sections; i++) {
      int section = section(i);
      if (file.getInt(section + 4) == TABLE_OF_DYNAMIC_SYMBOLS) {
        int names = at(section(file.getInt(section + 40)) + 24);
        return names(at(section + 24), at(section + 32) / SYMBOL_BYTES, names);
      }
    }
    return Set.of();
  }

  private int section(int number) {
    return at(40) + number * file.getShort(58);
  }

  private Set<String> names(int symbols, int count, int names) {
    Set<String> exported = new HashSet<>();
    for (int i = 0; i < count; i++) {
      int symbol = symbols + i * SYMBOL_BYTES;
      boolean defined = file.getShort(symbol + 6) != 0;
      if (defined) {
        exported.add(text(names + file.getInt(symbol)));
      }
    }
    return exported;
  }

  private String text(int start) {
    int end = start;
    while (file.get(end) != 0) {
      end++;
    }
    return new String(file.array(), start, end - start, StandardCharsets.US_ASCII);
  }

  /// A place in the file, which has less than 2 GB.
  private int at(int field) {
    return Math.toIntExact(file.getLong(field));
  }
}
