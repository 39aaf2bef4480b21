package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/// The libraries in the zips that Lambda gets, see `build/LibrariesJar.java`. That functions run
/// with them, [RuntimeIT] shows.
class PackagesIT {

  private static final String RENDERER = "functions/renderer";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {RENDERER, "functions/on-demand", "presign-api"})
  void areOneJarWithNothingToInflate(String module) throws IOException {
    try (var jar = new ZipFile(libraries(module).toFile())) {
      List<? extends ZipEntry> entries = jar.stream().toList();
      assertThat(entries).hasSizeGreaterThan(5000);
      assertThat(entries)
          .allSatisfy(entry -> assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED));
      assertThat(entries)
          .extracting(ZipEntry::getName)
          .contains("io/tintype/pipeline/Settings.class")
          .noneMatch(name -> name.startsWith("META-INF/versions/"));
    }
  }

  /// Several jars register their providers in files of the same name.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.imageio.spi.ImageReaderSpi",
        "javax.imageio.spi.ImageWriterSpi",
        "org.slf4j.spi.SLF4JServiceProvider"
      })
  void registerAllProviders(String service) throws IOException {
    String name = "META-INF/services/" + service;
    try (var jar = new ZipFile(libraries(RENDERER).toFile())) {
      byte[] packaged = jar.getInputStream(jar.getEntry(name)).readAllBytes();
      assertThat(providers(new String(packaged, StandardCharsets.UTF_8)))
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(
              Collections.list(getClass().getClassLoader().getResources(name)).stream()
                  .map(PackagesIT::text)
                  .flatMap(text -> providers(text).stream())
                  .toList());
    }
  }

  /// Of the services that functions have clients for, and of one that they haven't.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3",
        "dynamodb",
        "sqs",
        "rekognition",
        "cloudfront",
        "events",
        "secretsmanager",
        "athena"
      })
  void knowEndpointsAndSigningRegions(String service) throws Exception {
    URL[] jars = {libraries(RENDERER).toUri().toURL()};
    try (var packaged = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
      assertThat(known(packaged, service))
          .hasSizeGreaterThan(30)
          .isEqualTo(known(getClass().getClassLoader(), service));
    }
  }

  @Test
  void leaveOutServicesThatNobodyAsksFor() throws IOException {
    try (var jar = new ZipFile(libraries(RENDERER).toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .filteredOn(name -> name.contains("/regions/servicemetadata/"))
          .hasSizeBetween(7, 20);
    }
  }

  /// By region, what the SDK's table says of a service.
  private static Map<String, Said> known(ClassLoader loader, String service) throws Exception {
    Class<?> regionType = loader.loadClass(Region.class.getName());
    Class<?> metadataType = loader.loadClass(ServiceMetadata.class.getName());
    Object metadata = metadataType.getMethod("of", String.class).invoke(null, service);
    Map<String, Said> known = new LinkedHashMap<>();
    for (Object region : (List<?>) regionType.getMethod("regions").invoke(null)) {
      Object endpoint = metadataType.getMethod("endpointFor", regionType).invoke(metadata, region);
      Object signing = metadataType.getMethod("signingRegion", regionType).invoke(metadata, region);
      known.put(region.toString(), new Said((URI) endpoint, signing.toString()));
    }
    return known;
  }

  private record Said(URI endpoint, String signingRegion) {}

  private Path libraries(String module) throws IOException {
    Path place = ProjectRoot.find().resolve(module);
    Path zip = place.resolve("target/" + place.getFileName() + ".zip");
    try (var deployed = new ZipFile(zip.toFile())) {
      List<? extends ZipEntry> jars =
          deployed.stream().filter(entry -> entry.getName().endsWith(".jar")).toList();
      assertThat(jars).hasSize(1);
      Path jar = folder.resolve("libraries.jar");
      Files.copy(deployed.getInputStream(jars.getFirst()), jar);
      return jar;
    }
  }

  private static String text(URL file) {
    try (var content = file.openStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> providers(String file) {
    return Stream.of(file.split("\n"))
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
