package io.cardproof.document;

/** What an image is, told from its first bytes; a header's word for it is never believed. */
public enum ImageType {
  /** JPEG, ISO 10918-1. */
  JPEG("image/jpeg", "jpg"),
  /** JPEG 2000 in its file format, ISO 15444-1 Annex I. */
  JPEG2000_JP2("image/jp2", "jp2"),
  /** A bare code stream of JPEG 2000, ISO 15444-1 Annex A. */
  JPEG2000_CODESTREAM("image/x-jp2-codestream", "j2k"),
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
