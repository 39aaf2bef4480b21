package io.tintype.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import org.jspecify.annotations.Nullable;

/// The C functions of libvips and GObject that are used, with the prototype above each. Nothing
/// here frees, counts or checks: that is what [Call], [Scope] and [Image] are for.
///
/// Safe for use by several threads. Types: `GType` and `size_t` are a `long`, `gboolean` and enums
/// are an `int`. None has variable arguments, which platforms pass in ways of their own (arm64's
/// macOS on the stack), and none is given a structure or a function.
final class Bindings {

  private final SymbolLookup library;

  /// `int vips_init(const char *argv0)`
  final Function init;

  /// `int vips_version(int flag)`
  final Function version;

  /// `void vips_block_untrusted_set(gboolean state)`
  final Function blockUntrusted;

  /// `void vips_operation_block_set(const char *name, gboolean state)`
  final Function blockOperation;

  /// `void vips_cache_set_max(int max)`
  final Function cacheSetMax;

  /// `void vips_concurrency_set(int concurrency)`
  final Function concurrencySet;

  /// `const char *vips_error_buffer(void)`
  final Function errorBuffer;

  /// `void vips_error_clear(void)`
  final Function errorClear;

  /// `size_t vips_tracked_get_mem(void)`
  final Function trackedMemory;

  /// `int vips_tracked_get_allocs(void)`
  final Function trackedAllocations;

  /// `int vips_tracked_get_files(void)`
  final Function trackedFiles;

  /// `VipsOperation *vips_operation_new(const char *name)`
  final Function operationNew;

  /// `VipsOperation *vips_cache_operation_build(VipsOperation *operation)`
  final Function operationBuild;

  /// `VipsInterpolate *vips_interpolate_new(const char *nickname)`
  final Function interpolatorNew;

  /// `void vips_object_unref_outputs(VipsObject *object)`
  final Function unrefOutputs;

  /// `gpointer g_object_ref(gpointer object)`
  final Function ref;

  /// `void g_object_unref(gpointer object)`
  final Function unref;

  /// `void g_free(gpointer mem)`
  final Function free;

  /// `gboolean g_setenv(const gchar *variable, const gchar *value, gboolean overwrite)`
  final Function setEnvironment;

  /// `void g_object_set_property(GObject *object, const gchar *name, const GValue *value)`
  final Function setProperty;

  /// `void g_object_get_property(GObject *object, const gchar *name, GValue *value)`
  final Function getProperty;

  /// `GValue *g_value_init(GValue *value, GType type)`
  final Function valueInit;

  /// `void g_value_unset(GValue *value)`
  final Function valueUnset;

  /// `void g_value_set_int(GValue *value, gint v_int)`
  final Function valueSetInt;

  /// `void g_value_set_boolean(GValue *value, gboolean v_boolean)`
  final Function valueSetBoolean;

  /// `void g_value_set_double(GValue *value, gdouble v_double)`
  final Function valueSetDouble;

  /// `void g_value_set_string(GValue *value, const gchar *v_string)`
  final Function valueSetString;

  /// `void g_value_set_object(GValue *value, gpointer v_object)`
  final Function valueSetObject;

  /// `gpointer g_value_get_object(const GValue *value)`
  final Function valueGetObject;

  /// `void vips_value_set_blob(GValue *value, VipsCallbackFn free_fn, const void *data, size_t
  /// length)`
  final Function valueSetBlob;

  /// `void *vips_value_get_blob(const GValue *value, size_t *length)`
  final Function valueGetBlob;

  /// `void vips_value_set_array_double(GValue *value, const double *array, int n)`
  final Function valueSetDoubles;

  /// `void vips_value_set_array_image(GValue *value, int n)`
  final Function valueSetImages;

  /// `VipsImage **vips_value_get_array_image(const GValue *value, int *n)`
  final Function valueGetImages;

  /// `int vips_image_get_width(const VipsImage *image)`
  final Function width;

  /// `int vips_image_get_height(const VipsImage *image)`
  final Function height;

  /// `int vips_image_get_bands(const VipsImage *image)`
  final Function bands;

  /// `VipsBandFormat vips_image_get_format(const VipsImage *image)`
  final Function format;

  /// `VipsInterpretation vips_image_get_interpretation(const VipsImage *image)`
  final Function interpretation;

  /// `gboolean vips_image_hasalpha(VipsImage *image)`
  final Function hasAlpha;

  /// `gboolean vips_colourspace_issupported(const VipsImage *image)`
  final Function hasColours;

  /// `GType vips_image_get_typeof(const VipsImage *image, const char *name)`
  final Function typeOf;

  /// `int vips_image_get_int(const VipsImage *image, const char *name, int *out)`
  final Function getInt;

  /// `int vips_image_get_array_int(VipsImage *image, const char *name, int **out, int *n)`
  final Function getInts;

  /// `void vips_image_set_int(VipsImage *image, const char *name, int i)`
  final Function setInt;

  /// `void vips_image_set_array_int(VipsImage *image, const char *name, const int *array, int n)`
  final Function setInts;

  /// `void vips_image_set_blob_copy(VipsImage *image, const char *name, const void *data, size_t
  /// length)`
  final Function setBlob;

  /// `VipsImage *vips_image_copy_memory(VipsImage *image)`
  final Function copyMemory;

  /// `VipsImage *vips_image_new_from_memory_copy(const void *data, size_t size, int width, int
  /// height, int bands, VipsBandFormat format)`
  final Function fromMemory;

  /// `VipsImage *vips_image_new_matrix_from_array(int width, int height, const double *array, int
  /// size)`
  final Function matrix;

  /// `const void *vips_image_get_data(VipsImage *image)`
  final Function data;

  /// `void *vips_image_write_to_memory(VipsImage *image, size_t *size)`
  final Function toMemory;

  /// `GType vips_image_get_type(void)` and so on: the types of values that libvips adds.
  final long imageType;

  final long imagesType;
  final long blobType;
  final long doublesType;
  final long interpolatorType;

  /// @param library stays loaded as long as the process
  Bindings(SymbolLookup library) {
    this.library = library;
    init = returning(JAVA_INT, "vips_init", ADDRESS);
    version = returning(JAVA_INT, "vips_version", JAVA_INT);
    blockUntrusted = returning(null, "vips_block_untrusted_set", JAVA_INT);
    blockOperation = returning(null, "vips_operation_block_set", ADDRESS, JAVA_INT);
    cacheSetMax = returning(null, "vips_cache_set_max", JAVA_INT);
    concurrencySet = returning(null, "vips_concurrency_set", JAVA_INT);
    errorBuffer = returning(ADDRESS, "vips_error_buffer");
    errorClear = returning(null, "vips_error_clear");
    trackedMemory = returning(JAVA_LONG, "vips_tracked_get_mem");
    trackedAllocations = returning(JAVA_INT, "vips_tracked_get_allocs");
    trackedFiles = returning(JAVA_INT, "vips_tracked_get_files");
    operationNew = returning(ADDRESS, "vips_operation_new", ADDRESS);
    operationBuild = returning(ADDRESS, "vips_cache_operation_build", ADDRESS);
    interpolatorNew = returning(ADDRESS, "vips_interpolate_new", ADDRESS);
    unrefOutputs = returning(null, "vips_object_unref_outputs", ADDRESS);
    ref = returning(ADDRESS, "g_object_ref", ADDRESS);
    unref = returning(null, "g_object_unref", ADDRESS);
    free = returning(null, "g_free", ADDRESS);
    setEnvironment = returning(JAVA_INT, "g_setenv", ADDRESS, ADDRESS, JAVA_INT);
    setProperty = returning(null, "g_object_set_property", ADDRESS, ADDRESS, ADDRESS);
    getProperty = returning(null, "g_object_get_property", ADDRESS, ADDRESS, ADDRESS);
    valueInit = returning(ADDRESS, "g_value_init", ADDRESS, JAVA_LONG);
    valueUnset = returning(null, "g_value_unset", ADDRESS);
    valueSetInt = returning(null, "g_value_set_int", ADDRESS, JAVA_INT);
    valueSetBoolean = returning(null, "g_value_set_boolean", ADDRESS, JAVA_INT);
    valueSetDouble = returning(null, "g_value_set_double", ADDRESS, JAVA_DOUBLE);
    valueSetString = returning(null, "g_value_set_string", ADDRESS, ADDRESS);
    valueSetObject = returning(null, "g_value_set_object", ADDRESS, ADDRESS);
    valueGetObject = returning(ADDRESS, "g_value_get_object", ADDRESS);
    valueSetBlob = returning(null, "vips_value_set_blob", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
    valueGetBlob = returning(ADDRESS, "vips_value_get_blob", ADDRESS, ADDRESS);
    valueSetDoubles = returning(null, "vips_value_set_array_double", ADDRESS, ADDRESS, JAVA_INT);
    valueSetImages = returning(null, "vips_value_set_array_image", ADDRESS, JAVA_INT);
    valueGetImages = returning(ADDRESS, "vips_value_get_array_image", ADDRESS, ADDRESS);
    width = returning(JAVA_INT, "vips_image_get_width", ADDRESS);
    height = returning(JAVA_INT, "vips_image_get_height", ADDRESS);
    bands = returning(JAVA_INT, "vips_image_get_bands", ADDRESS);
    format = returning(JAVA_INT, "vips_image_get_format", ADDRESS);
    interpretation = returning(JAVA_INT, "vips_image_get_interpretation", ADDRESS);
    hasAlpha = returning(JAVA_INT, "vips_image_hasalpha", ADDRESS);
    hasColours = returning(JAVA_INT, "vips_colourspace_issupported", ADDRESS);
    typeOf = returning(JAVA_LONG, "vips_image_get_typeof", ADDRESS, ADDRESS);
    getInt = returning(JAVA_INT, "vips_image_get_int", ADDRESS, ADDRESS, ADDRESS);
    getInts = returning(JAVA_INT, "vips_image_get_array_int", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    setInt = returning(null, "vips_image_set_int", ADDRESS, ADDRESS, JAVA_INT);
    setInts = returning(null, "vips_image_set_array_int", ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
    setBlob = returning(null, "vips_image_set_blob_copy", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
    copyMemory = returning(ADDRESS, "vips_image_copy_memory", ADDRESS);
    fromMemory =
        returning(
            ADDRESS,
            "vips_image_new_from_memory_copy",
            ADDRESS,
            JAVA_LONG,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT);
    matrix =
        returning(
            ADDRESS, "vips_image_new_matrix_from_array", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    data = returning(ADDRESS, "vips_image_get_data", ADDRESS);
    toMemory = returning(ADDRESS, "vips_image_write_to_memory", ADDRESS, ADDRESS);
    imageType = type("vips_image_get_type");
    imagesType = type("vips_array_image_get_type");
    blobType = type("vips_blob_get_type");
    doublesType = type("vips_array_double_get_type");
    interpolatorType = type("vips_interpolate_get_type");
  }

  private Function returning(@Nullable MemoryLayout result, String name, MemoryLayout... taken) {
    FunctionDescriptor descriptor =
        result == null ? FunctionDescriptor.ofVoid(taken) : FunctionDescriptor.of(result, taken);
    MemorySegment address =
        library.find(name).orElseThrow(() -> new VipsFailure("The library has no " + name));
    return new Function(address, descriptor);
  }

  private long type(String name) {
    return Native.number(() -> (long) returning(JAVA_LONG, name).handle().invokeExact());
  }
}
