// A module as it comes: packed by xz, and before that taken apart: its opcodes lie in one stream, each kind
// of operand in another, and pointers are told by their distance, because they pack better so.
// `crates/xtask/src/wasm/streams.rs` and `pointers.rs` do that, and tell what stands where.

import { XzReadableStream } from "xz-decompress";

interface Stream {
  at: number;
  readonly length: number;
  /** How an operand in it ends. */
  readonly ends: number;
}

const NUMBER = 0;
const NUMBERS = 254;
const NUMBERS_AND_ONE = 253;
const BY_USE = 252;
const OPCODE_COUNT = 0x300;
const PREFIX = 0xfc;
const CLOSES = 0x0b;
/** A size in the most bytes that it may have. */
const SIZE_BYTES_MAX = 5;
const USES = 4;
const WORD = 4;
const LENGTH_MAX = 1 << 16;

/** The module, byte for byte what it was before it was packed. */
export async function unpack(packed: Blob): Promise<ArrayBuffer> {
  return together(await new Response(new XzReadableStream(packed.stream())).arrayBuffer());
}

/** A text that was packed by xz alone. */
export function unpackText(packed: Blob): Promise<string> {
  return new Response(new XzReadableStream(packed.stream())).text();
}

/** Turns distances into pointers again. */
function follow(data: DataView, base: number): void {
  const size = data.byteLength;
  let expected = 0;
  for (let at = 0; at < size; at += WORD) {
    const told = data.getUint32(at, true) - base;
    if (told < 0 || told >= size) continue;
    const to = (told + expected) % size;
    data.setUint32(at, base + to, true);
    const length = at + WORD < size ? data.getUint32(at + WORD, true) : 0;
    expected = (to + (length < LENGTH_MAX ? length : 0)) % size;
  }
}

function together(apart: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(apart);
  const view = new DataView(apart);
  let read = 0;
  const word = () => view.getUint32((read += 4) - 4, true);

  const [data, words, base] = [word(), word(), word()];
  const length = word();
  const module = new Uint8Array(length + SIZE_BYTES_MAX);
  const start = word();
  const end = word();
  const streams = Array.from({ length: word() }, (): Stream => ({ at: 0, length: word(), ends: word() }));
  const [outside, functions, opcodes] = streams as [Stream, Stream, Stream];
  // A stream for each use that the next opcode may have for the operand.
  const operands = Array.from({ length: OPCODE_COUNT }, () =>
    [...bytes.subarray(read, (read += 3))].flatMap((it) => (it === 0 ? [] : [streams.slice(it, it + USES)])),
  );
  const uses = bytes.subarray(read, (read += 256));
  for (const it of streams) {
    it.at = read;
    read += it.length;
  }

  let written = 0;
  const take = (from: Stream, count: number) => {
    for (; count > 0; count -= 1) module[written++] = bytes[from.at++] as number;
  };
  /** Seven bits a byte, the lowest first. */
  const number = (from: Stream): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[from.at++] as number;
      module[written++] = byte;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const operand = (from: Stream) => {
    if (from.ends === NUMBERS || from.ends === NUMBERS_AND_ONE) {
      for (let count = number(from) + (from.ends === NUMBERS ? 0 : 1); count > 0; count -= 1) number(from);
    } else if (from.ends === NUMBER || from.ends === BY_USE) number(from);
    else take(from, from.ends);
  };
  const instruction = (): number => {
    const first = bytes[opcodes.at] as number;
    take(opcodes, 1);
    const opcode = first < PREFIX ? first : number(opcodes) + 0x100 * (first - PREFIX + 1);
    for (const of of operands[opcode] ?? []) {
      const use = of[0]?.ends === BY_USE ? uses[bytes[opcodes.at] as number] : 0;
      operand(of[use as number] as Stream);
    }
    return opcode;
  };

  take(outside, start);
  while (written < end) {
    const begin = written;
    const body = (written += SIZE_BYTES_MAX);
    for (let count = number(functions); count > 0; count -= 1) {
      number(functions);
      take(functions, 1);
    }
    for (let open = 1; open > 0; ) {
      const opcode = instruction();
      if (opcode >= 0x02 && opcode <= 0x04) open += 1;
      else if (opcode === CLOSES) open -= 1;
    }
    // Its size stands before it.
    const bodyEnd = written;
    written = begin;
    let size = bodyEnd - body;
    for (; size > 127; size >>= 7) module[written++] = (size & 127) | 128;
    module[written++] = size;
    module.copyWithin(written, body, bodyEnd);
    written += bodyEnd - body;
  }
  take(outside, length - end);
  follow(new DataView(module.buffer, data, words * WORD), base);
  return module.buffer.slice(0, length);
}
