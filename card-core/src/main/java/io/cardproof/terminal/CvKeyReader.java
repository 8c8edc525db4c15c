package io.cardproof.terminal;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.util.Optional;

/** Reads the data object 7F49, TR-03110-3 §D.3. */
final class CvKeyReader {
  private CvKeyReader() {}

  static CvPublicKey read(CvReader reader) throws MalformedInputException {
    CvAlgorithm algorithm =
        CvAlgorithm.ofOid(CvOids.read(reader))
            .orElseThrow(() -> reader.malformed("not an algorithm of Terminal Authentication"));
    CvPublicKey key = algorithm.elliptic() ? ec(algorithm, reader) : rsa(algorithm, reader);
    reader.end();
    return key;
  }

  private static CvPublicKey rsa(CvAlgorithm algorithm, CvReader reader)
      throws MalformedInputException {
    return new CvPublicKey.Rsa(algorithm, reader.number(CvTag.FIRST), reader.number(CvTag.SECOND));
  }

  // A DV or a terminal has the point alone: the parameters are those of its CVCA.
  private static CvPublicKey ec(CvAlgorithm algorithm, CvReader reader)
      throws MalformedInputException {
    Optional<Bytes> alone = reader.optional(CvTag.SIXTH);
    if (alone.isPresent()) {
      return new CvPublicKey.Ec(algorithm, Optional.empty(), alone.get());
    }
    CvCurve curve = CvCurve.read(reader);
    Bytes point = reader.value(CvTag.SIXTH);
    CvCurve whole = reader.hasNext() ? curve.withCofactor(reader.number(CvTag.SEVENTH)) : curve;
    return new CvPublicKey.Ec(algorithm, Optional.of(whole), point);
  }
}
