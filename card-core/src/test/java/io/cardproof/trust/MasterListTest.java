package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SharedData;
import io.cardproof.check.Remark;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The German and the Dutch master list, as their issuers publish them. */
class MasterListTest {
  private static final String GERMAN = "master-lists/DE_ML_2026-05-28-08-28-45.ml";
  private static final String DUTCH = "master-lists/NL_ML_2026-07-22.ml";

  private final List<Bytes> keysMade = new ArrayList<>();
  private final SignatureAlgorithms counting = new SignatureAlgorithms(keysMade::add);

  @Test
  void theGermanListIsTakenWholeUnderItsPinnedRoot() throws Exception {
    TrustStore store = store(GERMAN, "master-lists/DE_ROOT_CA_CSCA07.cer");
    assertEquals(588, store.size());
    assertEquals(List.of(), store.remarks());
  }

  @Test
  void theDutchListIsTakenWholeUnderItsPinnedRoot() throws Exception {
    TrustStore store = store(DUTCH, "master-lists/NL_ROOT_CA.cer");
    assertEquals(411, store.size());
    assertEquals(List.of(), store.remarks());
  }

  @Test
  void noKeyOfAnEntryIsMadeAtLoadButThatOfTheRootThatCertifiesTheListsOwnSigner() throws Exception {
    Bytes root = SharedData.bytes("master-lists/DE_ROOT_CA_CSCA07.cer");
    TrustStore store = store(GERMAN, "master-lists/DE_ROOT_CA_CSCA07.cer");
    List<Bytes> ofEntries =
        store.anchors().stream().map(anchor -> anchor.certificate().spki()).toList();
    List<Bytes> made = keysMade.stream().filter(ofEntries::contains).toList();
    assertEquals(List.of(CertificateView.of(root).spki()), made);
    assertEquals(2, keysMade.size(), "the list's signer and its root");
  }

  @Test
  void withoutARootNoKeyOfAnEntryIsMadeAtLoadAtAll() throws Exception {
    TrustStore store =
        TrustStore.builder()
            .algorithms(counting)
            .addMasterList(SharedData.bytes(GERMAN), "list")
            .build();
    List<Bytes> ofEntries =
        store.anchors().stream().map(anchor -> anchor.certificate().spki()).toList();
    assertTrue(keysMade.stream().noneMatch(ofEntries::contains));
    assertEquals(1, keysMade.size(), "the list's own signer");
  }

  @Test
  void aListWhoseSignerNoGivenRootPinsIsARemark() throws Exception {
    TrustStore store =
        TrustStore.builder()
            .addMasterList(SharedData.bytes(GERMAN), "list")
            .pin(SharedData.bytes("master-lists/NL_ROOT_CA.cer"))
            .build();
    assertEquals(588, store.size());
    assertEquals(
        List.of("master-list-unpinned"), store.remarks().stream().map(Remark::id).toList());
  }

  @Test
  void aListWithAChangedByteIsRefusedAndNamed() throws Exception {
    byte[] list = SharedData.bytes(DUTCH).toByteArray();
    list[list.length / 2] ^= 1;
    MalformedInputException e =
        assertThrows(
            MalformedInputException.class,
            () -> TrustStore.builder().addMasterList(Bytes.of(list), "dutch").build());
    assertEquals("dutch", e.source());
    assertEquals("signature of the master list", e.place());
  }

  @Test
  void aDirectoryOfListsAndCertificatesIsLoadedAndWhatIsNeitherIsNamed() throws Exception {
    TrustStore store = TrustStore.load(SharedData.path("master-lists"));
    assertTrue(store.size() > 627, "both lists and the loose certificates");
    assertEquals(List.of("trust-file-skipped"), store.remarks().stream().map(Remark::id).toList());
  }

  private TrustStore store(String list, String root) throws Exception {
    return TrustStore.builder()
        .algorithms(counting)
        .addMasterList(SharedData.bytes(list), "list")
        .pin(SharedData.bytes(root))
        .build();
  }
}
