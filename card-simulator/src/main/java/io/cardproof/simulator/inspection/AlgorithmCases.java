package io.cardproof.simulator.inspection;

import static io.cardproof.simulator.inspection.CaseFault.issuing;
import static io.cardproof.simulator.issuer.Hash.SHA_1;
import static io.cardproof.simulator.issuer.Hash.SHA_224;
import static io.cardproof.simulator.issuer.Hash.SHA_256;
import static io.cardproof.simulator.issuer.Hash.SHA_384;
import static io.cardproof.simulator.issuer.Hash.SHA_512;
import static io.cardproof.simulator.issuer.StandardGroup.BRAINPOOL_P224R1;
import static io.cardproof.simulator.issuer.StandardGroup.BRAINPOOL_P256R1;
import static io.cardproof.simulator.issuer.StandardGroup.BRAINPOOL_P384R1;
import static io.cardproof.simulator.issuer.StandardGroup.BRAINPOOL_P512R1;

import io.cardproof.simulator.issuer.SignatureAlgorithm;
import java.util.HashMap;
import java.util.Map;

/** The chips of the unit {@code sod} that differ in how they are signed. */
final class AlgorithmCases {
  private final Map<String, CaseFault> faults = new HashMap<>();

  private AlgorithmCases() {}

  static Map<String, CaseFault> faults() {
    AlgorithmCases cases = new AlgorithmCases();
    cases.rsa();
    cases.withoutCertificate();
    cases.dsa();
    cases.ecdsa();
    cases.mixed();
    cases.notAllowed();
    return cases.faults;
  }

  private void rsa() {
    faults.put("LDS_H_01", issuing(Signing.pkcs1(SHA_1)));
    faults.put("LDS_H_04", issuing(Signing.pkcs1(SHA_224)));
    faults.put("LDS_H_05", issuing(Signing.pkcs1(SHA_256)));
    faults.put("LDS_H_06", issuing(Signing.pkcs1(SHA_384)));
    faults.put("LDS_H_07", issuing(Signing.pkcs1(SHA_512)));
    faults.put("LDS_H_79", issuing(Signing.pkcs1(SHA_1).namingTheKey()));
    faults.put("LDS_H_80", issuing(Signing.pkcs1(SHA_224).namingTheKey()));
    faults.put("LDS_H_81", issuing(Signing.pkcs1(SHA_256).namingTheKey()));
    faults.put("LDS_H_82", issuing(Signing.pkcs1(SHA_384).namingTheKey()));
    faults.put("LDS_H_83", issuing(Signing.pkcs1(SHA_512).namingTheKey()));
    faults.put("LDS_H_02", issuing(Signing.pss(SHA_1)));
    faults.put("LDS_H_94", issuing(Signing.pss(SHA_224)));
    faults.put("LDS_H_03", issuing(Signing.pss(SHA_256)));
    faults.put("LDS_H_95", issuing(Signing.pss(SHA_384)));
    faults.put("LDS_H_96", issuing(Signing.pss(SHA_512)));
  }

  private void withoutCertificate() {
    faults.put("LDS_H_15", issuing(Signing.pkcs1(SHA_256).withoutCertificate()));
    faults.put(
        "LDS_H_16",
        issuing(
            Signing.ecdsaPlain(BRAINPOOL_P256R1, BRAINPOOL_P224R1, SHA_224).withoutCertificate()));
  }

  private void dsa() {
    faults.put("LDS_H_08", issuing(Signing.dsa(SHA_1)));
    faults.put("LDS_H_97", issuing(Signing.dsa(SHA_224)));
    faults.put("LDS_H_98", issuing(Signing.dsa(SHA_256)));
  }

  private void ecdsa() {
    faults.put("LDS_H_09", issuing(Signing.ecdsa(BRAINPOOL_P256R1, BRAINPOOL_P224R1, SHA_1)));
    faults.put("LDS_H_70", issuing(Signing.ecdsa(BRAINPOOL_P256R1, BRAINPOOL_P224R1, SHA_224)));
    faults.put("LDS_H_71", issuing(Signing.ecdsa(BRAINPOOL_P256R1, BRAINPOOL_P256R1, SHA_256)));
    faults.put("LDS_H_72", issuing(Signing.ecdsa(BRAINPOOL_P384R1, BRAINPOOL_P384R1, SHA_384)));
    faults.put("LDS_H_73", issuing(Signing.ecdsa(BRAINPOOL_P512R1, BRAINPOOL_P512R1, SHA_512)));
    faults.put("LDS_H_10", issuing(Signing.ecdsaPlain(BRAINPOOL_P256R1, BRAINPOOL_P224R1, SHA_1)));
    faults.put(
        "LDS_H_11", issuing(Signing.ecdsaPlain(BRAINPOOL_P256R1, BRAINPOOL_P224R1, SHA_224)));
    faults.put(
        "LDS_H_12", issuing(Signing.ecdsaPlain(BRAINPOOL_P256R1, BRAINPOOL_P256R1, SHA_256)));
    faults.put(
        "LDS_H_13", issuing(Signing.ecdsaPlain(BRAINPOOL_P384R1, BRAINPOOL_P384R1, SHA_384)));
    faults.put(
        "LDS_H_14", issuing(Signing.ecdsaPlain(BRAINPOOL_P512R1, BRAINPOOL_P512R1, SHA_512)));
  }

  private void mixed() {
    faults.put(
        "LDS_H_74",
        issuing(
            new Signing(Signing.pssCsca(SHA_256), Signing.pssSigner(SHA_256), SHA_224, SHA_256)));
    faults.put(
        "LDS_H_75",
        issuing(
            new Signing(Signing.pssCsca(SHA_256), Signing.pssSigner(SHA_256), SHA_224, SHA_224)));
    faults.put(
        "LDS_H_76",
        issuing(
            new Signing(
                SignatureAlgorithm.ecdsa(BRAINPOOL_P256R1, SHA_224),
                Signing.pkcs1Signer(SHA_256),
                SHA_224,
                SHA_224)));
    faults.put(
        "LDS_H_77",
        issuing(
            new Signing(Signing.pssCsca(SHA_224), Signing.pssSigner(SHA_256), SHA_256, SHA_256)));
    faults.put(
        "LDS_H_78",
        issuing(
            new Signing(
                SignatureAlgorithm.rsaPkcs1(TestKeys.rsa3072(), SHA_256),
                Signing.pssSigner(SHA_256),
                SHA_256,
                SHA_256)));
  }

  private void notAllowed() {
    SignatureAlgorithm md5 = Md5Signature.of(TestKeys.rsa2048());
    faults.put("LDS_H_36", issuing(new Signing(Signing.pssCsca(SHA_256), md5, SHA_256, SHA_256)));
    faults.put(
        "LDS_H_65",
        issuing(new Signing(Md5Signature.of(TestKeys.rsa3072()), md5, SHA_256, SHA_256)));
  }
}
