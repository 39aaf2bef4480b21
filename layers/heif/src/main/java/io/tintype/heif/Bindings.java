package io.tintype.heif;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// The C functions of libheif that pictures are decoded with, one handle each, with the prototype
/// above it. Safe for use by several threads.
@SuppressWarnings("restricted") // native access is what this is for
final class Bindings {

  /// `struct heif_error { enum code; enum subcode; const char *message; }`
  static final StructLayout ERROR =
      MemoryLayout.structLayout(
          JAVA_INT.withName("code"), JAVA_INT.withName("subcode"), ADDRESS.withName("message"));

  /// Where `struct heif_decoding_options` has its version and two of its flags.
  static final long OPTIONS_VERSION = 0;

  static final long OPTIONS_TO_8_BITS = 40;
  static final long OPTIONS_STRICT = 41;

  private final SymbolLookup library;

  /// `struct heif_context *heif_context_alloc(void)`
  final MethodHandle contextNew;

  /// `void heif_context_free(struct heif_context *)`
  final MethodHandle contextFree;

  /// `void heif_context_set_maximum_image_size_limit(struct heif_context *, int maximum_width)`
  final MethodHandle limitSize;

  /// `struct heif_error heif_context_read_from_memory_without_copy(struct heif_context *, const
  /// void *mem, size_t size, const struct heif_reading_options *)`
  final MethodHandle read;

  /// `struct heif_error heif_context_get_primary_image_handle(struct heif_context *, struct
  /// heif_image_handle **)`
  final MethodHandle primary;

  /// `void heif_image_handle_release(const struct heif_image_handle *)`
  final MethodHandle handleFree;

  /// `int heif_image_handle_has_alpha_channel(const struct heif_image_handle *)`
  final MethodHandle hasAlpha;

  /// `int heif_image_handle_is_premultiplied_alpha(const struct heif_image_handle *)`
  final MethodHandle multiplied;

  /// `size_t heif_image_handle_get_raw_color_profile_size(const struct heif_image_handle *)`
  final MethodHandle profileSize;

  /// `struct heif_error heif_image_handle_get_raw_color_profile(const struct heif_image_handle *,
  /// void *out_data)`
  final MethodHandle profile;

  /// `struct heif_decoding_options *heif_decoding_options_alloc()`
  final MethodHandle optionsNew;

  /// `void heif_decoding_options_free(struct heif_decoding_options *)`
  final MethodHandle optionsFree;

  /// `struct heif_error heif_decode_image(const struct heif_image_handle *, struct heif_image **,
  /// enum heif_colorspace, enum heif_chroma, const struct heif_decoding_options *)`
  final MethodHandle decode;

  /// `void heif_image_release(const struct heif_image *)`
  final MethodHandle imageFree;

  /// `int heif_image_get_width(const struct heif_image *, enum heif_channel)`
  final MethodHandle width;

  /// `int heif_image_get_height(const struct heif_image *, enum heif_channel)`
  final MethodHandle height;

  /// `const uint8_t *heif_image_get_plane_readonly(const struct heif_image *, enum heif_channel,
  /// int *out_stride)`
  final MethodHandle plane;

  /// @param library stays loaded as long as the process
  Bindings(SymbolLookup library) {
    this.library = library;
    contextNew = returning(ADDRESS, "heif_context_alloc");
    contextFree = returning(null, "heif_context_free", ADDRESS);
    limitSize = returning(null, "heif_context_set_maximum_image_size_limit", ADDRESS, JAVA_INT);
    read =
        returning(
            ERROR,
            "heif_context_read_from_memory_without_copy",
            ADDRESS,
            ADDRESS,
            JAVA_LONG,
            ADDRESS);
    primary = returning(ERROR, "heif_context_get_primary_image_handle", ADDRESS, ADDRESS);
    handleFree = returning(null, "heif_image_handle_release", ADDRESS);
    hasAlpha = returning(JAVA_INT, "heif_image_handle_has_alpha_channel", ADDRESS);
    multiplied = returning(JAVA_INT, "heif_image_handle_is_premultiplied_alpha", ADDRESS);
    profileSize = returning(JAVA_LONG, "heif_image_handle_get_raw_color_profile_size", ADDRESS);
    profile = returning(ERROR, "heif_image_handle_get_raw_color_profile", ADDRESS, ADDRESS);
    optionsNew =
        returning(
            ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(OPTIONS_STRICT + 1, JAVA_BYTE)),
            "heif_decoding_options_alloc");
    optionsFree = returning(null, "heif_decoding_options_free", ADDRESS);
    decode = returning(ERROR, "heif_decode_image", ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    imageFree = returning(null, "heif_image_release", ADDRESS);
    width = returning(JAVA_INT, "heif_image_get_width", ADDRESS, JAVA_INT);
    height = returning(JAVA_INT, "heif_image_get_height", ADDRESS, JAVA_INT);
    plane = returning(ADDRESS, "heif_image_get_plane_readonly", ADDRESS, JAVA_INT, ADDRESS);
  }

  private MethodHandle returning(
      @Nullable MemoryLayout result, String name, MemoryLayout... taken) {
    return Native.function(library, result, name, taken);
  }
}
