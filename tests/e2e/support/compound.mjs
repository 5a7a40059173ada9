// The compound file that old and locked workbooks are kept in, as far as its first sector goes.

/** A file of so many sectors whose header says: the table is in sector 0, the directory begins in sector 1. */
export function compound(sectors) {
  const bytes = Buffer.alloc(512 * (sectors + 1), 0xff);
  bytes.fill(0, 0, 76);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes, 0);
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(4096, 56);
  bytes.writeUInt32LE(0xfffffffe, 60);
  bytes.writeUInt32LE(0xfffffffe, 68);
  bytes.writeUInt32LE(0, 76);
  bytes.writeUInt32LE(0xfffffffd, 512);
  return bytes;
}
