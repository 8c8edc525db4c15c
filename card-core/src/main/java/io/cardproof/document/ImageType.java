package io.cardproof.document;

/** What an image is, told from its first bytes; a header's word for it is never believed. */
public enum ImageType {
  /** JPEG, ISO 10918-1. */
  JPEG("image/jpeg", "jpg"),
  /** JPEG 2000 in its file format, ISO 15444-1 Annex I. */
  JPEG2000_JP2("image/jp2", "jp2"),
  /** A bare code stream of JPEG 2000, ISO 15444-1 Annex A. */
  JPEG2000_CODESTREAM("image/x-jp2-codestream", "j2k"),
  /** JPEG-LS, ISO 14495-1. */
  JPEG_LS("image/jls", "jls"),
  /** Wavelet scalar quantisation of fingerprints, IAFIS-IC-0110. */
  WSQ("image/x-wsq", "wsq"),
  /** PNG, ISO 15948. */
  PNG("image/png", "png"),
  /** Portable grey map or pixel map in its binary form (P5, P6). */
  NETPBM("image/x-portable-anymap", "pnm"),
  /** Pixels, row by row, one or more whole bytes each: grey, or red, green and blue. */
  RAW("application/octet-stream", "raw"),
  /** Grey pixels of fewer than eight bits, packed, the first in the highest bits. */
  RAW_PACKED("application/octet-stream", "raw"),
  /** Something else. */
  UNKNOWN("application/octet-stream", "bin");

  private final String mime;
  private final String extension;

  ImageType(String mime, String extension) {
    this.mime = mime;
    this.extension = extension;
  }

  /** The media type. */
  public String mime() {
    return mime;
  }

  /** The usual ending of a file's name, without the dot. */
  public String extension() {
    return extension;
  }
}
