package io.cardproof.simulator.persona;

/** Whether DG14 announces a protocol whose key the chip has. */
public enum Announcement {
  ANNOUNCED,

  /** The key is there, what it is for was forgotten: some issuers do so. */
  FORGOTTEN
}
