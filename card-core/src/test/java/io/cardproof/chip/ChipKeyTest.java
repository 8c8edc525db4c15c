package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.crypto.CipherSuite;
import io.cardproof.document.SecurityInfos;
import io.cardproof.value.Bytes;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ICAO 9303-11 §6.2: the announced keys of Chip Authentication, in the order of trying")
class ChipKeyTest {
  private static final String KEY = "0.4.0.127.0.7.2.2.1.";
  private static final String PROTOCOL = "0.4.0.127.0.7.2.2.3.";
  private static final String DH = "1";
  private static final String ECDH = "2";

  private final List<ASN1Encodable> infos = new ArrayList<>();

  @Test
  void theStrongerCipherComesFirstHoweverTheChipLists() throws Exception {
    key(ECDH, 1);
    announce(ECDH + ".1", 1);
    announce(ECDH + ".4", 1);
    announce(ECDH + ".2", 1);
    assertEquals(
        List.of(PROTOCOL + "2.4", PROTOCOL + "2.2", PROTOCOL + "2.1"),
        protocols(ranked(Optional.empty())));
  }

  @Test
  void ofTwoWithOneCipherTheCurveIsQuicker() throws Exception {
    key(DH, 1);
    announce(DH + ".2", 1);
    key(ECDH, 2);
    announce(ECDH + ".2", 2);
    assertEquals(List.of(PROTOCOL + "2.2", PROTOCOL + "1.2"), protocols(ranked(Optional.empty())));
  }

  @Test
  void aKeyWithoutProtocolMeansTripleDesUnlessTheChannelHasAes() throws Exception {
    key(ECDH, 1);
    for (Optional<CipherSuite> channel :
        List.of(Optional.<CipherSuite>empty(), Optional.of(CipherSuite.TRIPLE_DES))) {
      assertEquals(CipherSuite.TRIPLE_DES, ranked(channel).get(0).suite());
    }
    List<ChipKey> besideAes = ranked(Optional.of(CipherSuite.AES_128));
    assertEquals(CipherSuite.AES_128, besideAes.get(0).suite());
    assertEquals(CipherSuite.TRIPLE_DES, besideAes.get(besideAes.size() - 1).suite());
  }

  @Test
  void whatIsAnnouncedDoesNotHangOnTheChannel() throws Exception {
    key(ECDH, 1);
    announce(ECDH + ".1", 1);
    announce(ECDH + ".2", 1);
    assertEquals(PROTOCOL + "2.2", ranked(Optional.empty()).get(0).protocolOid());
    assertEquals(
        PROTOCOL + "2.2", ranked(Optional.of(CipherSuite.TRIPLE_DES)).get(0).protocolOid());
  }

  private List<ChipKey> ranked(Optional<CipherSuite> channel) throws Exception {
    Bytes set = Bytes.of(new DERSet(infos.toArray(new ASN1Encodable[0])).getEncoded());
    return ChipKey.ranked(SecurityInfos.parse(set), channel);
  }

  private static List<String> protocols(List<ChipKey> keys) {
    return keys.stream().map(ChipKey::protocolOid).toList();
  }

  private void key(String kind, int id) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.equals(DH) ? "DH" : "EC");
    generator.initialize(kind.equals(DH) ? 2048 : 256);
    byte[] spki = generator.generateKeyPair().getPublic().getEncoded();
    add(KEY + kind, ASN1Sequence.getInstance(spki), new ASN1Integer(id));
  }

  private void announce(String protocol, int id) {
    add(PROTOCOL + protocol, new ASN1Integer(1), new ASN1Integer(id));
  }

  private void add(String oid, ASN1Encodable second, ASN1Encodable third) {
    infos.add(new DERSequence(new ASN1Encodable[] {new ASN1ObjectIdentifier(oid), second, third}));
  }
}
