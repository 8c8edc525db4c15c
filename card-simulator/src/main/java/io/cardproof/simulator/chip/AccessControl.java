package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CurveGroup;
import io.cardproof.simulator.crypto.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/** What opens a chip, as personalised: passwords, BAC and the ways of PACE. */
final class AccessControl {
  private @Nullable String mrzKey;
  private @Nullable String can;
  private @Nullable CountedCode pin;
  private @Nullable CountedCode puk;
  private boolean bac = true;
  private final List<PaceProfile> pace = new ArrayList<>();
  private final List<ECPrivateKeyParameters> mappingKeys = new ArrayList<>();
  private UnaryOperator<byte[]> mappingData = UnaryOperator.identity();

  AccessControl copy() {
    AccessControl copy = new AccessControl();
    copy.mrzKey = mrzKey;
    copy.can = can;
    copy.pin = pin;
    copy.puk = puk;
    copy.bac = bac;
    copy.pace.addAll(pace);
    copy.mappingKeys.addAll(mappingKeys);
    copy.mappingData = mappingData;
    return copy;
  }

  void setMrzKey(String mrzInformation) {
    mrzKey = mrzInformation;
  }

  void setCan(String digits) {
    can = digits;
  }

  void setPin(CountedCode code) {
    pin = code;
  }

  void setPuk(CountedCode code) {
    puk = code;
  }

  void setBac(boolean offered) {
    bac = offered;
  }

  void add(PaceProfile profile) {
    pace.add(profile);
  }

  void add(ECPrivateKeyParameters mappingKey) {
    mappingKeys.add(mappingKey);
  }

  void setMappingData(UnaryOperator<byte[]> change) {
    mappingData = change;
  }

  /** What becomes of the data of Chip Authentication Mapping before they are encrypted. */
  UnaryOperator<byte[]> mappingData() {
    return mappingData;
  }

  /**
   * @throws IllegalStateException if Chip Authentication Mapping is offered without a key
   */
  void check() {
    for (PaceProfile profile : pace) {
      if (profile.mapping() == PaceProfile.Mapping.CHIP_AUTHENTICATION
          && mappingKey(profile.group()).isEmpty()) {
        throw new IllegalStateException("no key for Chip Authentication Mapping on that curve");
      }
    }
  }

  Optional<String> mrzKey() {
    return Optional.ofNullable(mrzKey);
  }

  Optional<String> can() {
    return Optional.ofNullable(can);
  }

  Optional<CountedCode> pin() {
    return Optional.ofNullable(pin);
  }

  Optional<CountedCode> puk() {
    return Optional.ofNullable(puk);
  }

  boolean offersBac() {
    return mrzKey != null && bac;
  }

  /** The ways of PACE in the order of their announcement. */
  List<PaceProfile> pace() {
    return pace;
  }

  /** The static key of Chip Authentication Mapping, on that group's curve. */
  Optional<ECPrivateKeyParameters> mappingKey(Group group) {
    return mappingKeys.stream()
        .filter(key -> group.equals(new CurveGroup(key.getParameters())))
        .findFirst();
  }

  /** Whether nothing needs to be opened. */
  boolean isFree() {
    return !offersBac() && pace.isEmpty();
  }
}
