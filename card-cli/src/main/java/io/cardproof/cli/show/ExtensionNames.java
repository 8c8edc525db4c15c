package io.cardproof.cli.show;

import java.util.Map;

/** Extensions of certificates by the names of RFC 5280 and ICAO 9303-12. */
final class ExtensionNames {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("2.5.29.14", "subjectKeyIdentifier"),
          Map.entry("2.5.29.15", "keyUsage"),
          Map.entry("2.5.29.16", "privateKeyUsagePeriod"),
          Map.entry("2.5.29.17", "subjectAltName"),
          Map.entry("2.5.29.18", "issuerAltName"),
          Map.entry("2.5.29.19", "basicConstraints"),
          Map.entry("2.5.29.31", "cRLDistributionPoints"),
          Map.entry("2.5.29.32", "certificatePolicies"),
          Map.entry("2.5.29.35", "authorityKeyIdentifier"),
          Map.entry("2.5.29.37", "extKeyUsage"),
          Map.entry("1.3.6.1.5.5.7.1.1", "authorityInfoAccess"),
          Map.entry("2.23.136.1.1.6.1", "nameChange"),
          Map.entry("2.23.136.1.1.6.2", "documentTypeList"),
          Map.entry("2.25.184311148492300629481289505901386194270", "test"));

  private ExtensionNames() {}

  /** The name, or the object identifier itself. */
  static String of(String oid) {
    return NAMES.getOrDefault(oid, oid);
  }
}
