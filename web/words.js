/** What a record's status means to someone who waits for it. */
const STATUSES = {
  AWAITING_UPLOAD: "waiting for the file",
  PROCESSING: "rendering",
  READY: "ready",
  REJECTED: "rejected",
  FAILED: "failed",
  DELETED: "deleted",
};

export function statusInWords(status) {
  return STATUSES[status] ?? status;
}

export function bytesInWords(bytes) {
  if (bytes < 1000) {
    return `${bytes} B`;
  }
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

export function sizeInWords({ width, height }) {
  return width && height ? `${width} × ${height}` : "";
}

/** The file's name out of an original's key. */
export function nameOf(key) {
  return key.slice(key.lastIndexOf("/") + 1);
}
