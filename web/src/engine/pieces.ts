// The bytes of a file, piece by piece: while one is taken in, the browser fetches the next.

/** Fetched at a time. The browser takes longer for smaller pieces, and larger ones are memory. */
const PIECE_BYTES = 16 << 20;

/** Gives `take` the bytes of a file, in order; `first` of them come first, so that there is something to do
 * soon. Tells whether all came: a file may be changed, moved or locked after it was chosen. */
export async function readPieces(file: File, first: number, take: (piece: ArrayBuffer) => void | Promise<void>): Promise<boolean> {
  let end = first;
  let next = readSome(file, 0, end);
  for (let at = 0; at < file.size; ) {
    const here = next;
    at = end;
    end += PIECE_BYTES;
    next = readSome(file, at, end);
    const piece = await here;
    if (!piece) return false;
    await take(piece);
  }
  return true;
}

/** Some bytes of a file; nothing where the browser cannot read it any more. */
async function readSome(file: File, from: number, to: number): Promise<ArrayBuffer | undefined> {
  try {
    return await file.slice(from, to).arrayBuffer();
  } catch {
    return undefined;
  }
}
