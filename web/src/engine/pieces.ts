// The bytes of a file, piece by piece: while one is taken in, the browser fetches the next.

/** Fetched at a time. The browser takes longer for smaller pieces, and larger ones are memory. */
const PIECE_BYTES = 16 << 20;
/** The first piece of a file that is worked through as it comes: small, so that there is something to do
 * soon. */
const SOON_BYTES = 1 << 20;

/** Gives `take` the bytes of a file, in order. Tells whether all came: a file may be changed, moved or
 * locked after it was chosen. */
export async function readPieces(file: File, isSoon: boolean, take: (piece: ArrayBuffer) => void | Promise<void>): Promise<boolean> {
  let count = isSoon ? SOON_BYTES : PIECE_BYTES;
  let next = readSome(file, 0, count);
  for (let at = 0; at < file.size; ) {
    const here = next;
    at += count;
    count = Math.min(count * 2, PIECE_BYTES);
    next = readSome(file, at, count);
    const piece = await here;
    if (!piece) return false;
    await take(piece);
  }
  return true;
}

/** Some bytes of a file; nothing where the browser cannot read it any more. */
export async function readSome(file: File, from: number, count: number): Promise<ArrayBuffer | undefined> {
  try {
    return await file.slice(from, from + count).arrayBuffer();
  } catch {
    return undefined;
  }
}
